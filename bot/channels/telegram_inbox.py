"""From raw updates to turns: stored first, then read one by one, so that none is lost or harms
another.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from bot.channels.telegram_counters import Counters
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
class Inbox:
    """Takes updates in. The conversation claims each turn when it handles it."""

    store: Store
    reader: Reader
    counters: Counters

    async def take(self, raws: Sequence[object]) -> list[Incoming]:
        """Store updates in one commit, and read them. Those that say nothing to us are settled.

        Returns what is to be handled, in order. Raises what the database raises; then nothing of
        it happened, and the messenger brings them again.
        """
        known = {id: raw for raw in raws if isinstance(raw, dict) and (id := update_id(raw))}
        self.counters.received += len(raws)
        self.counters.quarantined += len(raws) - len(known)
        stored = [(id, json.dumps(raw).encode()) for id, raw in known.items()]
        day = self.reader.clock().date()
        await self.store.write(partial(inbox.take_in, channel=NAME, day=day, updates=stored))
        return await self._read(known)

    async def left_over(self) -> list[Incoming]:
        """What was taken in before a crash and is not handled."""
        rows = await self.store.read(partial(inbox.waiting, channel=NAME))
        self.counters.received += len(rows)
        return await self._read({id: json.loads(raw) for id, raw in rows})

    async def _read(self, raws: dict[str, Raw]) -> list[Incoming]:
        found = _Sorted()
        for id, raw in raws.items():
            self._sort(id, raw, found)
        if found.ignored or found.broken:
            await self.store.write(partial(_settle, found=found))
        self.counters.ignored += len(found.ignored)
        self.counters.quarantined += len(found.broken)
        return found.incoming

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


def _settle(session: Session, found: _Sorted) -> None:
    for id in found.ignored:
        inbox.claim(session, NAME, id)
    for id in found.broken:
        inbox.quarantine(session, NAME, id)
