"""The buttons of news that are written: released, on their way, or out."""

from __future__ import annotations

from typing import Literal

from models.action import Action

Part = Literal["title", "body", "when", "place"]


class ApproveNews(Action, prefix="nwyes"):
    """A second person's yes to the news as they were at `version`."""

    news: int
    version: int


class ReturnNews(Action, prefix="nwback"):
    """Back to whoever wrote it, with a reason that is asked for."""

    news: int
    version: int


class UnsendNews(Action, prefix="nwhalt"):
    """Its writer wants to change it before it is sent."""

    news: int
    version: int


class TakeUpNews(Action, prefix="nwtake"):
    """A proposal becomes a draft."""

    news: int
    version: int


class DeclineNews(Action, prefix="nwno"):
    """A proposal is not taken, with a reason that is asked for."""

    news: int
    version: int


class PauseNews(Action, prefix="nwpause"):
    """Nothing more of it leaves for now."""

    news: int
    version: int


class ResumeNews(Action, prefix="nwresume"):
    """It goes on."""

    news: int
    version: int


class CancelNews(Action, prefix="nwcancel"):
    """It is not sent, or no further; `sure` once she was asked."""

    news: int
    version: int
    sure: bool


class WithdrawNews(Action, prefix="nwundo"):
    """It is taken back from those who got it; `sure` once she was asked."""

    news: int
    version: int
    sure: bool


class CorrectNews(Action, prefix="nwfix"):
    """What of it is wrong?"""

    news: int


class CorrectPart(Action, prefix="nwfixpart"):
    """This part of it: the title or the text in a language, or when or where it takes place."""

    news: int
    version: int
    part: Part
    language: str = ""


class CorrectionGoes(Action, prefix="nwfixgo"):
    """Yes, what was typed last takes the place of what is out."""

    news: int
    version: int


class NewsReport(Action, prefix="nwreport"):
    """What became of a sending, by its number; 0 is the last one."""

    news: int
    number: int


class TakeBack(Action, prefix="propback"):
    """I do not propose this any more."""

    news: int
    version: int
