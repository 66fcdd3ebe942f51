"""One-tap answers to a reminder: the buttons that jobs send and handlers answer."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from analysis.measures import causes
from analysis.measures.causes import Cause
from analysis.measures.point import Precision
from models.action import Action


class Answer(StrEnum):
    """What somebody says of a thing that is due. Its words are the message `tap.<value>`."""

    DONE = "done"
    ON_TRACK = "on_track"
    DELAYED = "delayed"
    HELP = "help"
    NOT_MINE = "not_mine"
    LATER = "later"


NOTED: tuple[str, ...] = (
    *Answer,
    *("fixed", "note", "status", "import", "assigned", "unassigned", "reopened"),
)
"""What a status note came from. Its words are the message `answer_was.<value>`; "fixed" is a delay
of what is due on a date from outside.
"""

CAUSES = causes.CAUSES

Exactness = Literal["d", "m", "q", "h", "y"]
PRECISIONS = {
    "d": Precision.DAY,
    "m": Precision.MONTH,
    "q": Precision.QUARTER,
    "h": Precision.HALF_YEAR,
    "y": Precision.YEAR,
}
"""How exactly a date is meant, in a letter: buttons have 64 bytes."""


class Tap(Action, prefix="tap"):
    """An answer about a measure (`step` 0) or a step of it, as it was in `version`."""

    measure: int
    step: int
    version: int
    answer: Answer


class Until(Action, prefix="until"):
    """It takes until then."""

    measure: int
    step: int
    version: int
    day: date
    precision: Exactness


class Because(Action, prefix="because"):
    """It takes until then, and that is why."""

    measure: int
    step: int
    version: int
    day: date
    precision: Exactness
    cause: Cause


class Explain(Action, prefix="explain"):
    """Her news are so because of that."""

    note: int
    cause: Cause


class SayMore(Action, prefix="saymore"):
    """She wants to add words to her news."""

    note: int


class Instead(Action, prefix="instead"):
    """This account is responsible, not she; `at` turns the page while `account` is 0."""

    note: int
    account: int
    at: int


class ShowItem(Action, prefix="item"):
    """A thing that is due, with all the answers there are."""

    measure: int
    step: int


class ShowMeasure(Action, prefix="measure"):
    """One measure's card."""

    measure: int


class ChooseFigure(Action, prefix="figures"):
    """The indicators of a measure, to enter what they stand at on a day."""

    measure: int
    day: date


class EnterFigure(Action, prefix="figure"):
    """What this indicator stands at on a day."""

    indicator: int
    day: date


class MyMeasures(Action, prefix="mine"):
    """Her own measures, from number `at` on."""

    at: int


class AssignTo(Action, prefix="assign"):
    """This account is responsible from now on; 0 is nobody."""

    measure: int
    account: int
