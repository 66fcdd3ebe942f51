"""News as a file says it: TOML, or Markdown with TOML between lines of `+++` at its head.

missing = "skip"
topics = ["german_course"]

[title]
de = "Nikolausfest"
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from analysis.links import https
from models.news import Missing
from models.news_text import LONGEST_ALT, LONGEST_BODY, LONGEST_TITLE
from models.role import Role

Title = Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)]
Body = Annotated[str, Field(min_length=1, max_length=LONGEST_BODY)]
Alt = Annotated[str, Field(max_length=LONGEST_ALT)]
Label = Annotated[str, Field(min_length=1, max_length=40)]
CLOSED = ConfigDict(extra="forbid", frozen=True)


class EventFile(BaseModel):
    """When and where, in the town's wall time."""

    model_config = CLOSED

    begins: datetime
    ends: datetime | None = None
    place: Annotated[str, Field(max_length=300)] = ""

    @field_validator("begins", "ends")
    @classmethod
    def _wall(cls, value: datetime | None) -> datetime | None:
        return _in_wall_time(value)

    @model_validator(mode="after")
    def _fits(self) -> EventFile:
        if self.ends and self.ends < self.begins:
            raise ValueError("it ends before it begins")
        return self


class ScheduleFile(BaseModel):
    """When it is sent, in the town's wall time; `repeat` is an RRULE (RFC 5545)."""

    model_config = CLOSED

    first: datetime
    repeat: Annotated[str, Field(max_length=300)] = ""

    @field_validator("first")
    @classmethod
    def _wall(cls, value: datetime) -> datetime:
        return _in_wall_time(value) or value


class AudienceFile(BaseModel):
    """Whom it is for: people with a task (`staff`, all of them or by `roles`, and by the names of
    `groups`, `departments` and `organizations`), and with `public` everybody who subscribed.
    """

    model_config = CLOSED

    staff: bool = False
    public: bool = False
    roles: frozenset[Role] = frozenset()
    groups: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


class ButtonFile(BaseModel):
    """An offer by its id in the table, a survey by its code, or an address (https)."""

    model_config = CLOSED

    offer: str = ""
    survey: str = ""
    link: str = ""
    label: Mapping[str, Label] = {}

    @field_validator("link")
    @classmethod
    def _https(cls, value: str) -> str:
        address = https(value) if value else ""
        if address is None:
            raise ValueError("expected an address such as https://www.example.org/fest")
        return address

    @model_validator(mode="after")
    def _one(self) -> ButtonFile:
        if sum(map(bool, (self.offer, self.survey, self.link))) != 1:
            raise ValueError("expected one of offer, survey and link")
        if self.link and not self.label:
            raise ValueError("a link needs a label")
        return self


class NewsFile(BaseModel):
    """Everything that the file and its versions in other languages say together."""

    model_config = CLOSED

    title: Annotated[Mapping[str, Title], Field(min_length=1)]
    text: Annotated[Mapping[str, Body], Field(min_length=1)]
    alt: Mapping[str, Alt] = {}
    machine: frozenset[str] = frozenset()
    urgent: bool = False
    public: bool = False
    missing: Missing = Missing.FALLBACK
    picture: str = ""
    topics: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    event: EventFile | None = None
    schedule: ScheduleFile | None = None
    audience: AudienceFile = AudienceFile()
    buttons: Annotated[tuple[ButtonFile, ...], Field(max_length=3)] = ()

    @model_validator(mode="after")
    def _whole(self) -> NewsFile:
        if lacking := sorted(set(self.title) ^ set(self.text)):
            raise ValueError(f"title and text do not both exist in {', '.join(lacking)}")
        if self.picture and not self.alt:
            raise ValueError("a picture needs a description: alt")
        return self


def _in_wall_time(value: datetime | None) -> datetime | None:
    if value is not None and value.tzinfo is not None:
        raise ValueError("expected the town's wall time, such as 2026-12-06T15:00, without a zone")
    return value
