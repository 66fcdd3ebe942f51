"""Buttons of counsellors' lists and threads; those that jobs send too are in models."""

from __future__ import annotations

from typing import Literal

from models.action import Action

In = Literal["mine", "waiting", "snoozed", "all", "closed"]
Of = Literal["all", "topic", "lang"]
Long = Literal["hour", "tomorrow", "week"]
Away = Literal["hour", "today", "tomorrow", "back"]


class ListThreads(Action, prefix="inbox"):
    """Conversations of a list, or those of one topic or language, from number `at` on."""

    box: In
    of: Of = "all"
    code: str = ""
    at: int = 0


class NarrowInbox(Action, prefix="inboxby"):
    """The topics or languages that a list can be narrowed to, from number `at` on."""

    box: In
    of: Literal["topic", "lang"]
    at: int


class EarlierMessages(Action, prefix="thback"):
    """What was said before, from message number `at` on."""

    thread: int
    at: int


class WriteTo(Action, prefix="thwrite"):
    """What she types goes to this asker from now on."""

    thread: int


class StopWriting(Action, prefix="thstop"):
    """What she types goes to nobody any more."""

    thread: int


class SendHeld(Action, prefix="thto"):
    """The words of which she was asked whom they are for go to this asker."""

    thread: int


class WriteNote(Action, prefix="thnote"):
    """A note for colleagues."""

    thread: int


class ChooseColleague(Action, prefix="thpass"):
    """The colleagues to whom a conversation can be passed on, from number `at` on."""

    thread: int
    at: int


class PassTo(Action, prefix="thpassto"):
    """She is to go on with it; 0 is whoever is next."""

    thread: int
    account: int


class SnoozeThread(Action, prefix="thsnooze"):
    """Until when can a conversation wait?"""

    thread: int


class SnoozeFor(Action, prefix="thfor"):
    """It waits for one of the usual times."""

    thread: int
    long: Long


class SnoozeUntil(Action, prefix="thday"):
    """It waits until a day that she types."""

    thread: int


class WakeThread(Action, prefix="thwake"):
    """It waits no longer."""

    thread: int


class CloseThread(Action, prefix="thclose"):
    """A conversation is over; `sure` once she was asked."""

    thread: int
    sure: bool


class ResumeThread(Action, prefix="thopen"):
    """A conversation that was over goes on."""

    thread: int


class ListCanned(Action, prefix="thcanned"):
    """Canned answers to choose from, from number `at` on."""

    thread: int
    at: int


class ShowCanned(Action, prefix="thcan"):
    """A canned answer as the asker would read it."""

    thread: int
    canned: int


class SendCanned(Action, prefix="thsend"):
    """The asker gets a canned answer."""

    thread: int
    canned: int


class Counsel(Action, prefix="counsel"):
    """What about, in which languages and until when she does not counsel."""


class CounselAbout(Action, prefix="counsfield"):
    """She counsels about a field of action, or no more; "" is about everything."""

    field: str = ""


class CounselIn(Action, prefix="counslang"):
    """She counsels in a language, or no more; "" is in whichever."""

    language: str = ""


class NotAvailable(Action, prefix="counsaway"):
    """She gets no new conversations for so long, or again."""

    long: Away
