"""Somebody has a task and no channel: the coordination hears of it once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jobs.reminder_recipients import coordination
from jobs.reminder_tick import Tick
from jobs.surroundings import planned_in
from models import delivery, reaching
from models.delivery import Planned
from models.text import Listed, T, Text, Verbatim
from models.turn import Reply


def tell(tick: Tick, accounts: Iterable[int]) -> int:
    """Name those who were not named before, in one message. How many messages."""
    new = [id for id in dict.fromkeys(accounts) if not tick.log.was_unreachable(id)]
    if not new:
        return 0
    readers = coordination(tick.session, tick.today)
    planned = [found for reader in readers if (found := _planned(tick, new, reader))]
    return delivery.queue(tick.session, planned, tick.now)


def _planned(tick: Tick, accounts: Sequence[int], reader: int) -> Planned | None:
    way = reaching.way_to(tick.session, reader, tick.around.channels)
    if way is None:
        return None
    names = Listed(tuple(_called(tick, account) for account in accounts))
    message = tick.around.render(Reply(text=(T("notice.unreachable", name=names),)), way.language)
    slot = tick.around.slot(tick.accounts[reader], tick.now)
    key = f"unreachable:{accounts[0]}:{reader}:{tick.today}"
    return planned_in(slot, key, way, message)


def _called(tick: Tick, account: int) -> Text | Verbatim:
    name = tick.accounts[account].name
    return Verbatim(name, "de") if name else T("who.unnamed", number=account)
