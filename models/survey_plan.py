"""What the town decides about a survey: whom it asks, from when until when, and how many."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from models.role import Role


class View(StrEnum):
    """Whose view a survey or a contribution gives; the two are never added up."""

    MIGRANTS = "migrants"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a survey is for; what is empty limits nothing. `roles` are any of several."""

    roles: frozenset[Role] = frozenset()
    languages: frozenset[str] = frozenset()
    district: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the town decides about a survey. `title` by language. Open from `opens` to `closes`,
    both days belong to it; None: by hand. `quotas`: "" → responses in all, "language:ar",
    "district:Nord", "mode:paper" → responses of that kind. `consent` is the version of the text
    that people agree to, `statute` the by-law (Satzung), if there is one. `files` lets in pictures,
    sound and files. `contact` asks at the end whether she wants to be called back; None: where it
    gives the view of migrants. `invites`: on its first day everybody whom it is for is invited.
    """

    title: Mapping[str, str]
    view: View = View.MIGRANTS
    audience: Audience = Audience()
    attributed: bool = False
    files: bool = False
    consent: str = ""
    statute: str = ""
    opens: date | None = None
    closes: date | None = None
    reminders: tuple[int, ...] = (7, 2)
    quotas: Mapping[str, int] = field(default_factory=dict)
    contact: bool | None = None
    invites: bool = False

    @property
    def asks_contact(self) -> bool:
        """Whether she is asked at the end if she wants to be called back."""
        return self.view is View.MIGRANTS if self.contact is None else self.contact


PLAIN = ("attributed", "files", "consent", "statute", "opens", "closes", "contact", "invites")


def columns(plan: Plan) -> dict[str, Any]:
    """As it is stored. Raises ValueError for a plan that names migrants' organizations."""
    if plan.attributed and plan.view is View.MIGRANTS:
        raise ValueError("migrants' surveys name no organization")
    audience = plan.audience
    return {name: getattr(plan, name) for name in PLAIN} | {
        "title": json.dumps(dict(plan.title), ensure_ascii=False),
        "view": plan.view,
        "roles": ",".join(sorted(audience.roles)),
        "languages": ",".join(sorted(audience.languages)),
        "district": audience.district,
        "topic": audience.topic,
        "reminders": ",".join(map(str, plan.reminders)),
        "quotas": json.dumps(dict(plan.quotas), ensure_ascii=False),
    }


def read(row: Mapping[Any, Any]) -> Plan:
    """As it was stored."""
    roles = frozenset(Role(one) for one in _split(row["roles"]))
    languages = frozenset(_split(row["languages"]))
    return Plan(
        title=json.loads(row["title"]),
        view=View(row["view"]),
        audience=Audience(roles, languages, row["district"], row["topic"]),
        reminders=tuple(map(int, _split(row["reminders"]))),
        quotas=json.loads(row["quotas"]),
        **{name: row[name] for name in PLAIN},
    )


def _split(values: str) -> list[str]:
    return [one for one in values.split(",") if one]
