"""Somebody has a task and no channel: the coordination hears of it once."""

from __future__ import annotations

from jobs.reminder_recipients import coordination
from jobs.reminder_tick import Tick
from models import delivery, reaching
from models.delivery import Kind, Planned
from models.text import T, Text, Verbatim
from models.turn import Reply


def tell(tick: Tick, account: int) -> int:
    """Queue it for everyone in the coordination. How many messages."""
    if tick.log.was_unreachable(account):
        return 0
    others = [one for one in coordination(tick.session, tick.today) if one != account]
    planned = [found for one in others if (found := _planned(tick, account, one))]
    return delivery.queue(tick.session, planned, tick.now)


def _planned(tick: Tick, account: int, reader: int) -> Planned | None:
    way = reaching.way_to(tick.session, reader, tick.around.channels)
    if way is None:
        return None
    name = tick.accounts[account].name
    called: Text | Verbatim = Verbatim(name, "de") if name else T("who.unnamed", number=account)
    message = tick.around.render(Reply(text=(T("notice.unreachable", name=called),)), way.language)
    slot = tick.around.slot(tick.accounts[reader], tick.now)
    key = f"unreachable:{account}:{reader}:{tick.today}"
    return Planned(Kind.REMINDER, key, way.channel, way.address, message, slot)
