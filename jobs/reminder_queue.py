"""Looks after reminders that still wait for delivery, or never arrived."""

from __future__ import annotations

from itertools import chain

from jobs import unreachable
from jobs.reminder_items import Item
from jobs.reminder_tick import Tick
from models import reaching, reminder_queue
from models.reminder_queue import Message
from models.reminders import LATER, Reminder


def clear(tick: Tick) -> None:
    """Take back what is wrong by now, and find another way for what did not arrive."""
    stale = [one.key for one in reminder_queue.waiting(tick.session) if not _holds(tick, one)]
    reminder_queue.take_back(tick.session, stale, tick.now)
    lost = reminder_queue.lost(tick.session)
    unreachable.tell(tick, [_reader(one) for one in lost if not _has_another_way(tick, one)])


def _holds(tick: Tick, message: Message) -> bool:
    """Whether all of it is still true, and its reader may still hear of it now.

    What did not leave in its hour never will: on another day its words would be wrong.
    """
    account = _reader(message)
    if message.not_after and message.not_after <= tick.now:
        return False
    about = [_items(tick, row) for row in message.reminders]
    if account not in tick.accounts or not all(about):
        return False
    return tick.hears(account, *chain.from_iterable(about))


def _items(tick: Tick, row: Reminder) -> list[Item]:
    """What a reminder is about, if that is still so."""
    theirs = [item for item in tick.items if item.key == (row.measure_id, row.step_id)]
    same = [item for item in theirs if item.day == row.due or row.rung == LATER]
    return [item for item in same if item.measure.version == row.version]


def _has_another_way(tick: Tick, message: Message) -> bool:
    """By another channel it is decided anew; otherwise it is given up."""
    way = reaching.way_to(tick.session, _reader(message), tick.around.channels)
    if way and way.channel != message.channel:
        reminder_queue.forget(tick.session, [message.key])
        return True
    reminder_queue.give_up(tick.session, message.key)
    return False


def _reader(message: Message) -> int:
    return message.reminders[0].account_id or 0
