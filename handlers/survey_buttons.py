"""The buttons of an interview. `ask` names the question that a button was made for, so that a press
on an older message is not taken for an answer to a newer question.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from models.action import Action
from models.survey_actions import OpenSurvey as OpenSurvey  # noqa: PLC0414  a button like the others

Step = Literal[
    "done",
    "skip",
    "back",
    "page_back",
    "keep",
    "undo",
    "add_row",
    "no_row",
    "submit",
    "summary",
    "agree",
]


class BeginSurvey(Action, prefix="svgo"):
    """She agrees, and it begins."""

    survey: int


class GoOn(Action, prefix="svon"):
    """The question that she left."""

    survey: int


class PauseSurvey(Action, prefix="svpause"):
    """Later."""

    survey: int


class DropDraft(Action, prefix="svdrop"):
    """Away with what she answered; `sure` once she was asked."""

    survey: int
    sure: bool


class PickChoice(Action, prefix="svpick"):
    """The choice at this place, from 0."""

    survey: int
    ask: str
    choice: int


class PickStep(Action, prefix="svstep"):
    """The step of a range at this place, from 0."""

    survey: int
    ask: str
    step: int


class PickDay(Action, prefix="svday"):
    """This day."""

    survey: int
    ask: str
    day: date


class TurnMonth(Action, prefix="svmonth"):
    """The calendar of this day's month."""

    survey: int
    ask: str
    day: date


class TurnChoices(Action, prefix="svpage"):
    """The choices, or the lines of the summary, from number `at` on."""

    survey: int
    ask: str
    at: int


class MoveOn(Action, prefix="svmove"):
    """What needs nothing said."""

    survey: int
    ask: str
    step: Step


class FillIn(Action, prefix="svfill"):
    """Controls for the questions that are shown together were filled in; pressed, none of them."""

    survey: int
    ask: str


class WhyAsked(Action, prefix="svwhy"):
    """Why does Lotse ask that?"""

    survey: int
    ask: str


class ChooseTongue(Action, prefix="svtongues"):
    """The languages of this survey, to choose one."""

    survey: int


class SpeakTongue(Action, prefix="svtongue"):
    """The rest of the survey in its language at this place, from 0."""

    survey: int
    language: int


class EditAnswer(Action, prefix="svedit"):
    """Back to the question in this line of the summary, from 0."""

    survey: int
    ask: str
    line: int


class ShowRow(Action, prefix="svrow"):
    """What can be done with a repeat's row, from 0."""

    survey: int
    ask: str
    row: int


class OpenRow(Action, prefix="svropen"):
    """Through this row once more."""

    survey: int
    ask: str
    row: int


class DropRow(Action, prefix="svrdrop"):
    """Away with this row; `sure` once she was asked."""

    survey: int
    ask: str
    row: int
    sure: bool


class TakeAsAnswer(Action, prefix="svtake"):
    """What looked like a question was her answer."""

    survey: int
    ask: str


class AskSomebody(Action, prefix="svask"):
    """Staff asks somebody (Interview) and enters the answers."""

    survey: int


class AskGroup(Action, prefix="svgroup"):
    """Staff asks a group and enters what it says together."""

    survey: int


class OpenHere(Action, prefix="svroom"):
    """What this survey is about, in the room of a workshop."""

    survey: int


class BeginHere(Action, prefix="svhere"):
    """She agrees, in the room of a workshop."""

    survey: int
