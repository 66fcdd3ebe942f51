"""Buttons of people who talk to a counsellor; those that jobs send too are in models."""

from __future__ import annotations

from typing import Literal, get_args

from models.action import Action

Verdict = Literal["yes", "partly", "no"]
Part = Literal["words", "topic", "language", "district"]
PARTS: tuple[Part, ...] = get_args(Part)


class SendQuestion(Action, prefix="asksend"):
    """The question goes to a counsellor as it is shown."""


class ChangeQuestion(Action, prefix="askchange"):
    """The question is to be another one, or something that goes with it."""

    what: Part


class AskAbout(Action, prefix="asktopic"):
    """It is about this topic; "" is none of them."""

    code: str = ""


class AskIn(Action, prefix="asklang"):
    """The answer is to be in this language."""

    code: str


class AskFrom(Action, prefix="askwhere"):
    """She lives in this district (number in the list, -1: she does not say)."""

    number: int


class Write(Action, prefix="thsay"):
    """What she types goes to her counsellor."""


class AskLotse(Action, prefix="thask"):
    """What she types next is a question to Lotse."""


class EndThread(Action, prefix="thend"):
    """Her conversation is over; `sure` once she was asked."""

    thread: int
    sure: bool


class RateThread(Action, prefix="thrate"):
    """Whether it helped."""

    thread: int
    helped: Verdict
