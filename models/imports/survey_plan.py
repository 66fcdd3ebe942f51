"""What a town decided about a survey, as a file says it: `plan.toml`.

code = "needs"
view = "migrants"
closes = 2027-01-31

[title]
de = "Was brauchen Sie?"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from models.role import Role
from models.survey import Audience, Plan, View

QUOTA = r"^((language|district|mode):.+)?$"
"""Of which kind of responses there may be so many; "": of all."""
AUDIENCE = ("roles", "languages", "district", "topic")


class Wrong(Exception):
    """The file says what cannot be; the sentences say what, with the place in the file."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


class PlanFile(BaseModel):
    """Everything that the file may say. All but the title may be missing, and that where the form
    has one; what is missing is as in `models.survey.Plan`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Annotated[str, Field(pattern=r"^([a-z0-9_]{3,16})?$")] = ""
    title: Mapping[str, str] = {}
    view: View = View.MIGRANTS
    roles: frozenset[Role] = frozenset()
    languages: frozenset[str] = frozenset()
    district: str = ""
    topic: str = ""
    attributed: bool = False
    files: bool = False
    consent: Annotated[str, Field(max_length=32)] = ""
    statute: Annotated[str, Field(max_length=200)] = ""
    opens: date | None = None
    closes: date | None = None
    reminders: tuple[Annotated[int, Field(ge=0, le=90)], ...] = (7, 2)
    quotas: Mapping[Annotated[str, Field(pattern=QUOTA)], Annotated[int, Field(ge=1)]] = {}
    contact: bool | None = None
    invites: bool = False

    @model_validator(mode="after")
    def _fits(self) -> PlanFile:
        if self.attributed and self.view is View.MIGRANTS:
            raise ValueError("only a survey of the network can name organizations")
        if self.opens and self.closes and self.closes < self.opens:
            raise ValueError("it closes before it opens")
        return self


@dataclass(frozen=True, slots=True)
class Decided:
    """`code` is "" where the survey gets one by chance."""

    plan: Plan
    code: str = ""


def read_plan(text: str, title: Mapping[str, str]) -> Decided:
    """The plan in a file; `title` is the form's, where the file has none. Raises Wrong."""
    try:
        said = PlanFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Wrong(str(error)) from None
    except ValidationError as error:
        raise Wrong(*map(_sentence, error.errors(include_url=False))) from None
    own = {name: getattr(said, name) for name in PlanFile.model_fields}
    audience = Audience(**{name: own.pop(name) for name in AUDIENCE})
    code = own.pop("code")
    own["title"] = {**title, **own["title"]}
    return Decided(Plan(audience=audience, **own), code)


def _sentence(problem: Mapping[str, object]) -> str:
    place = ".".join(map(str, problem["loc"])) if isinstance(problem["loc"], tuple) else ""
    return f"{place}: {problem['msg']}" if place else str(problem["msg"])
