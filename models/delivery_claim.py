"""What is due is claimed by whoever delivers, many rows to a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from models.delivery import LATER
from models.delivery_statements import CLAIM, CLAIM_SHARED, DUE_SHARED
from models.shared_message import messages

FIRST_OF_ALL, LAST_OF_ALL = -(2**15), 2**15 - 1


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A claimed row. `parts_sent` pieces of the message have arrived before, `attempts` failed.

    `edits` is the place of a message that this one replaces, or "".
    """

    id: int
    kind: str
    channel: str
    address: str
    message: bytes
    attempts: int = 0
    parts_sent: int = 0
    priority: int = 0
    shared: int | None = None
    edits: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Who claims how many rows of a channel, and until when they are hers."""

    channel: str
    worker: str
    limit: int
    until: datetime


def claim(session: Session, wanted: Claim, now: datetime) -> list[Outgoing]:
    """Rows that are due, now claimed by one worker. First those of the lowest priority, and of
    those that wait for nothing else what many share comes before what is only one's own.

    A row whose hours are over stays where it is, until it is taken back or put off.
    Nobody else gets them: SQLite has one writer at a time, and PostgreSQL skips what another
    transaction has locked. A claim is a row put off: should its worker die, it becomes due again.
    """
    found = _own(session, wanted, now, (FIRST_OF_ALL, LATER - 1))
    found += _shared(session, _rest(wanted, found), now)
    found += _own(session, _rest(wanted, found), now, (LATER, LAST_OF_ALL))
    return _filled(session, found)


def _own(
    session: Session, wanted: Claim, now: datetime, priorities: tuple[int, int]
) -> list[Outgoing]:
    """Rows with messages of their own, between two priorities."""
    if not wanted.limit:
        return []
    lowest, highest = priorities
    given = _given(wanted, now) | {"most": wanted.limit, "lowest": lowest, "highest": highest}
    return _sorted(CLAIM.all(session, **given))


def _shared(session: Session, wanted: Claim, now: datetime) -> list[Outgoing]:
    """Rows of shared messages that may leave now: as many of each, whoever has the most readers.

    What is held is not looked at, so that it costs nothing however much it is.
    """
    found: list[Outgoing] = []
    due = DUE_SHARED.all(session, of=wanted.channel, now=now) if wanted.limit else []
    for priority in sorted({row[1] for row in due}):
        ids = [id for id, its in due if its == priority]
        found += _in_turns(session, _rest(wanted, found), now, ids)
    return found


def _in_turns(session: Session, wanted: Claim, now: datetime, ids: list[int]) -> list[Outgoing]:
    """As many of each; then what room some did not need."""
    found: list[Outgoing] = []
    turns = [*zip(ids, range(len(ids), 0, -1), strict=True), *((id, 1) for id in ids)]
    for id, left in turns:
        if share := -(-(wanted.limit - len(found)) // left):
            given = _given(wanted, now) | {"most": share, "shared": id}
            found += [Outgoing(*row) for row in CLAIM_SHARED.all(session, **given)]
    return sorted(found, key=lambda row: row.id)


def _given(wanted: Claim, now: datetime) -> dict[str, object]:
    return {"of": wanted.channel, "by": wanted.worker, "until": wanted.until, "now": now}


def _rest(wanted: Claim, found: list[Outgoing]) -> Claim:
    return replace(wanted, limit=wanted.limit - len(found))


def _sorted(rows: Iterable[tuple[object, ...]]) -> list[Outgoing]:
    return sorted((Outgoing(*row) for row in rows), key=lambda row: (row.priority, row.id))  # type: ignore[arg-type]


def _filled(session: Session, found: list[Outgoing]) -> list[Outgoing]:
    """With the words of the messages that they share. What names none is refused on its way."""
    said = messages(session, {row.shared for row in found if row.shared is not None})
    return [
        row if row.shared is None else replace(row, message=said.get(row.shared, b""))
        for row in found
    ]
