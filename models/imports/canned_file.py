"""Canned answers (Textbausteine) as a file says them: TOML, a table for each by its code.

[bank_account]
topic = "bank"
title.de = "Konto eröffnen"
text.de = "Jede Bank muss Ihnen ein Basiskonto geben."
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from models.counselling import GERMAN
from models.imports.news_places import Complaint, Wrong, complaints_of
from models.imports.news_source import read_source, read_toml
from models.imports.problems import nearest
from models.language import shipped
from models.lexicon import load_topics
from models.thread_message import LONGEST

LONGEST_TITLE = 80


def _language(code: str) -> str:
    if code not in shipped():
        raise ValueError(f"no language “{code}”; there are: {', '.join(shipped())}")
    return code


def _topic(code: str) -> str:
    known = {topic.code for topic in load_topics()}
    if code and code not in known:
        raise ValueError(f"no topic “{code}”{nearest(code, known)}")
    return code


Code = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,32}$")]
Language = Annotated[str, AfterValidator(_language)]
Words = Annotated[str, Field(min_length=1, max_length=LONGEST)]
Title = Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)]


class CannedFile(BaseModel):
    """One canned answer. `topic` is a topic's code, "" for any; there is always a German text."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    topic: Annotated[str, AfterValidator(_topic)] = ""
    title: dict[Language, Title]
    text: dict[Language, Words]

    @model_validator(mode="after")
    def _whole(self) -> CannedFile:
        if GERMAN not in self.text:
            raise ValueError("there is no text in German (de)")
        if alone := sorted(set(self.title) ^ set(self.text)):
            raise ValueError(f"title or text is missing in {', '.join(alone)}")
        return self


FILE: TypeAdapter[dict[Code, CannedFile]] = TypeAdapter(dict[Code, CannedFile])


def read_canned(path: Path) -> dict[str, CannedFile]:
    """All of a file by their codes. Raises news_places.Wrong with everything that is wrong."""
    source = read_source(path)
    try:
        found = FILE.validate_python(read_toml(source))
    except ValidationError as error:
        raise Wrong(*complaints_of(error, path.name, source.head)) from None
    if not found:
        sentence = "there is no canned answer in it; what is missing becomes inactive"
        raise Wrong(Complaint(path.name, sentence))
    return found
