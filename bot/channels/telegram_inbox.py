"""From raw updates to turns: read one by one, so that none harms another, and stored before they
are confirmed, so that none is lost.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from bot.channels.telegram_counters import Counters
from bot.channels.telegram_json import encoded
from bot.channels.telegram_turns import NAME, Incoming, Reader, update_id
from bot.trouble import report
from models import inbox
from models.base import Session
from models.store import Store

log = logging.getLogger(__name__)
Raw = dict[str, Any]


@dataclass(slots=True)
class _Sorted:
    incoming: list[Incoming] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Taken:
    """`incoming` is to be handled, in order. `stored` is done when the updates are stored, and may
    be confirmed; it raises what the database raises: then nothing of it happened, what is handled
    finds nothing to claim, and the messenger brings the updates again.
    """

    incoming: list[Incoming]
    stored: asyncio.Future[None]


@dataclass(frozen=True, slots=True)
class Inbox:
    """Takes updates in. The conversation claims each turn when it handles it."""

    store: Store
    reader: Reader
    counters: Counters

    def take(self, raws: Sequence[object]) -> Taken:
        """Read updates, and have them stored in one commit. Those that say nothing to us are
        settled.

        What is handled now comes behind them in the store's line, at best in the same commit.
        """
        known = {id: raw for raw in raws if isinstance(raw, dict) and (id := update_id(raw))}
        self.counters.received += len(raws)
        self.counters.quarantined += len(raws) - len(known)
        found = self._sorted(known)
        day = self.reader.clock().date()
        stored = self.store.queue(partial(_take_in, day=day, raws=known, found=found))
        return Taken(found.incoming, stored)

    async def left_over(self) -> list[Incoming]:
        """What was taken in before a crash and is not handled."""
        rows = await self.store.read(partial(inbox.waiting, channel=NAME))
        self.counters.received += len(rows)
        found = self._sorted({id: json.loads(raw) for id, raw in rows})
        await self.store.write(partial(_settle, found=found))
        return found.incoming

    def _sorted(self, raws: Mapping[str, Raw]) -> _Sorted:
        found = _Sorted()
        for id, raw in raws.items():
            self._sort(id, raw, found)
        self.counters.ignored += len(found.ignored)
        self.counters.quarantined += len(found.broken)
        return found

    def _sort(self, id: str, raw: Raw, found: _Sorted) -> None:
        try:
            incoming = self.reader.read(raw)
        except Exception as error:  # noqa: BLE001  whatever is wrong with it, the others go on
            report(log, "update put aside", error, update=id)
            found.broken.append(id)
            return
        if incoming is None:
            found.ignored.append(id)
        else:
            found.incoming.append(incoming)


def _take_in(session: Session, day: date, raws: Mapping[str, Raw], found: _Sorted) -> None:
    inbox.take_in(session, NAME, day, [(id, encoded(raw)) for id, raw in raws.items()])
    _settle(session, found)


def _settle(session: Session, found: _Sorted) -> None:
    for id in found.ignored:
        inbox.claim(session, NAME, id)
    for id in found.broken:
        inbox.quarantine(session, NAME, id)
