"""The buttons of a survey's card for those who manage it."""

from __future__ import annotations

from handlers import menu
from models.action import Action
from models.text import T
from models.turn import Reply


class ShowSurvey(Action, prefix="svcard"):
    """How this survey stands."""

    survey: int


class StartSurvey(Action, prefix="svstart"):
    """It is open from now on."""

    survey: int


class CloseSurvey(Action, prefix="svclose"):
    """It is closed for good; `sure` once she was asked."""

    survey: int
    sure: bool


class InviteAll(Action, prefix="svinvite"):
    """Write to everybody whom it is for."""

    survey: int


class ShowLink(Action, prefix="svlink"):
    """Its link and its QR code; in the room of a workshop, another one."""

    survey: int
    room: bool


class LiveCount(Action, prefix="svlive"):
    """How many in the room have answered by now."""

    survey: int


def gone() -> Reply:
    """Somebody else was quicker."""
    return Reply(text=(T("surveys.gone"),), buttons=((menu.button("allsurveys"),),), replaces=True)
