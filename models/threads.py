"""Threads as counsellors find them (/inbox), and where the two sides of one are written to."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models import reaching
from models.counselling import Counsellor
from models.person import TABLE as PERSON
from models.prepared import Prepared
from models.reaching import Way
from models.thread import IS_OPEN, THREAD, Thread, ThreadState, read


class Box(StrEnum):
    """A list: `mine` (taken by her or offered to her), `waiting` for anyone, `snoozed` by her,
    `all` that are open, or `closed`.
    """

    MINE = "mine"
    WAITING = "waiting"
    SNOOZED = "snoozed"
    ALL = "all"
    CLOSED = "closed"


WITHIN: dict[Box, Callable[[int], object]] = {
    Box.MINE: lambda her: (
        (THREAD.c.state == ThreadState.TAKEN) & (THREAD.c.account_id == her)
        | (THREAD.c.state == ThreadState.WAITING) & (THREAD.c.offered_id == her)
    ),
    Box.WAITING: lambda _: THREAD.c.state == ThreadState.WAITING,
    Box.SNOOZED: lambda her: (THREAD.c.state == ThreadState.SNOOZED) & (THREAD.c.account_id == her),
    Box.ALL: lambda _: IS_OPEN,
    Box.CLOSED: lambda _: THREAD.c.state == ThreadState.CLOSED,
}


ASKER = Prepared(
    lambda _: select(PERSON.c.channel, PERSON.c.address, PERSON.c.language, PERSON.c.gone_on).where(
        PERSON.c.id == bindparam("person")
    )
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Where the asker of a thread reads, and in which language; `gone`: she blocked Lotse."""

    person_id: int
    channel: str
    address: str
    language: str
    gone_on: date | None = None

    @property
    def way(self) -> Way:
        """To write to her."""
        return Way(self.channel, self.address, self.language)


def inbox(session: Session, her: Counsellor, box: Box) -> list[Thread]:
    """What she may see of a list; those in which somebody waits longest come first."""
    found = read(session, WITHIN[box](her.id))
    return [one for one in found if her.may_see(one)]


def counted(session: Session, her: Counsellor) -> dict[Box, int]:
    """How many there are in each list that she may see."""
    return {box: len(inbox(session, her, box)) for box in Box}


def asker(session: Session, thread: Thread) -> Asker | None:
    """Who asks; None: she was deleted."""
    row = ASKER.first(session, person=thread.person_id)
    if row is None:
        return None
    channel, address, language, gone_on = row
    return Asker(thread.person_id, channel, address, language or thread.language, gone_on)


def counsellor_way(session: Session, thread: Thread, channels: Collection[str]) -> Way | None:
    """Where whoever took it reads; None: nobody took it, or there is no way to her."""
    if thread.account_id is None:
        return None
    return reaching.way_to(session, thread.account_id, channels)
