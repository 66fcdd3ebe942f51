"""Climbs the ladder of reminders: decides which rungs have come, for whom, and queues messages.

A rung is decided at the moment at which it may go out, so absences, answers and dates are those of
that moment. Each is decided once; what still waits when it may not go out any more, or when its
date has changed, is taken back and decided anew. docs/reminders.md tells the rules in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from jobs import late, notices, reminder_queue, unreachable
from jobs.reminder_items import Matter
from jobs.reminder_tick import Tick, Wanted, come, look, settled
from jobs.reminder_words import Telling, reminder
from jobs.surroundings import Surroundings, planned_in
from models import delivery, reaching, reminders
from models.base import Session
from models.reaching import Way
from models.reminders import State

ORDER = list(Matter)


def run(session: Session, now: datetime, around: Surroundings) -> int:
    """Decide what has come by `now`, wall time of the town. How many messages were queued."""
    reminders.alone(session)
    reminder_queue.clear(look(session, now, around))
    late.put_off(session, now, around)
    queued = notices.run(session, now, around)
    if not around.rules.is_open(now.date()):
        return queued
    tick = look(session, now, around)
    reminders.record(session, list(settled(tick)))
    lost: dict[int, Sequence[Wanted]] = {}
    for account, wanted in _by_account(come(tick)).items():
        if way := reaching.way_to(session, account, around.channels):
            queued += _tell(tick, way, wanted)
        else:
            lost[account] = wanted
    return queued + _give_up(tick, lost)


def _by_account(wanted: Iterable[Wanted]) -> dict[int, list[Wanted]]:
    found: dict[int, list[Wanted]] = defaultdict(list)
    for one in wanted:
        found[one.account].append(one)
    return found


def _give_up(tick: Tick, lost: Mapping[int, Sequence[Wanted]]) -> int:
    """There is no way to these people: the coordination hears of it."""
    for wanted in lost.values():
        _remember(tick, wanted, [replace(one.row, state=State.UNREACHABLE) for one in wanted])
    return unreachable.tell(tick, lost)


def _tell(tick: Tick, way: Way, wanted: Sequence[Wanted]) -> int:
    """Everything that somebody is to hear of now, in one message."""
    key = _key(way, wanted[0], tick)
    rows = [replace(one.row, state=State.SENT, delivery=key) for one in wanted]
    new = _remember(tick, wanted, rows)
    return _queue(tick, new, way, key) if new else 0


def _remember(
    tick: Tick, wanted: Sequence[Wanted], rows: Sequence[reminders.Reminder]
) -> list[Wanted]:
    """Write what is decided. Of what another process decided meanwhile nobody hears twice."""
    asked = [row for row in rows if row.rung == reminders.LATER]
    for row in asked:
        reminders.send_planned(tick.session, row, tick.today)
    new = reminders.record(tick.session, [row for row in rows if row.rung != reminders.LATER])
    written = [*asked, *new]
    return [one for one, row in zip(wanted, rows, strict=True) if row in written]


def _queue(tick: Tick, new: Sequence[Wanted], way: Way, key: str) -> int:
    told = _each_once(new)
    reply = reminder(told, tick.now, tick.around.reminding)
    message = tick.around.render(reply, way.language)
    slot = tick.slot(new[0].account, [one.item for one in new])
    planned = planned_in(slot, key, way, message)
    return delivery.queue(tick.session, [planned], tick.now)


def _each_once(wanted: Iterable[Wanted]) -> list[Telling]:
    """The longest due first. A date tells more than silence, and silence more than a report that is
    due; indicators without a value are something else.
    """
    found: dict[tuple[tuple[int, int], bool], Telling] = {}
    for one in sorted(wanted, key=_urgency):
        of_value = one.item.matter is Matter.VALUE
        found.setdefault((one.item.key, of_value), Telling(one.item, one.part))
    return list(found.values())


def _urgency(one: Wanted) -> tuple[int, date, tuple[int, int]]:
    return ORDER.index(one.item.matter), one.item.day, one.item.key


def _key(way: Way, first: Wanted, tick: Tick) -> str:
    """A name of its own for each message: of its first rung no other message tells."""
    row = first.row
    item = f"{row.measure_id}.{row.step_id}:{row.rung}:v{row.version}"
    return f"reminder:{first.account}:{way.channel}:{item}:{row.due}:{tick.today}"
