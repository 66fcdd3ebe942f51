"""What somebody with a task is in the middle of while she tells of a measure (Maßnahme)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict


class MovingDate(BaseModel):
    """She was asked until when something takes; once `day` is known, why. `step` 0 is the measure
    itself, `precision` one of models.answers.PRECISIONS, `version` the measure's when she began.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["moving_date"] = "moving_date"
    measure: int = 0
    step: int = 0
    version: int = 0
    day: date | None = None
    precision: str = "d"


class Explaining(BaseModel):
    """She was asked to say more about the news that she gave, the status note `note`."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["explaining"] = "explaining"
    note: int = 0


class Reporting(BaseModel):
    """She was asked for news of a measure."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["reporting"] = "reporting"
    measure: int = 0


class Measuring(BaseModel):
    """She was asked what an indicator stands at on a day."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["measuring"] = "measuring"
    measure: int = 0
    indicator: int = 0
    day: date = date.min


class Overriding(BaseModel):
    """She was asked why a measure has another light than the rules give."""

    model_config = ConfigDict(frozen=True)

    kind: Literal["overriding"] = "overriding"
    measure: int = 0
    light: str = "grey"
