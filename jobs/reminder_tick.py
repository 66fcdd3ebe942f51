"""One look at all that is due: what was decided before, and what has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from analysis.measures.ladder import Plan
from analysis.measures.rungs import Recipient, Rung, Way
from analysis.measures.sending_time import Slot
from jobs.reminder_items import Item, items_of, rungs_of
from jobs.reminder_log import Log
from jobs.reminder_recipients import recipients
from jobs.surroundings import Surroundings
from models import absences, accounts, measures, reminders
from models.account import Account
from models.base import Session
from models.reminders import Reminder, State


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that somebody should hear of now, and the row that remembers it."""

    item: Item
    part: Recipient
    account: int
    row: Reminder


@dataclass(frozen=True, slots=True)
class Tick:
    """`now` is the town's wall time."""

    session: Session
    now: datetime
    around: Surroundings
    items: tuple[Item, ...]
    accounts: Mapping[int, Account]
    log: Log

    @property
    def today(self) -> date:
        """The day in the town."""
        return self.now.date()

    def slot(self, account: int, items: Iterable[Item]) -> Slot:
        """When she may hear of these. What closes today at an hour does not wait for a later hour
        of her own.
        """
        reader = self.accounts[account]
        closing = [hour for item in items if (hour := item.closes(self.today))]
        if closing and reader.hour is not None and min(closing).hour <= reader.hour:
            reader = replace(reader, hour=None)
        return self.around.slot(reader, self.now)

    def hears(self, account: int, *items: Item) -> bool:
        """Whether she may hear of these now."""
        return self.slot(account, items).begin <= self.now

    def rungs(self, item: Item) -> Plan:
        """Where an item stands on its ladder today."""
        return rungs_of(item, self.around.reminding, self.today)


def look(session: Session, now: datetime, around: Surroundings) -> Tick:
    """Read everything once."""
    every = measures.load(session, now.date())
    known = tuple(items_of(every, around.reminding.ladder, now.date()))
    people = {account.id: account for account in accounts.everyone(session)}
    return Tick(session, now, around, known, people, Log(reminders.load(session)))


def come(tick: Tick) -> Iterator[Wanted]:
    """What has come and was not decided yet for somebody who may hear of it now."""
    for item in tick.items:
        for rung in tick.rungs(item).send:
            yield from _on(tick, item, rung)
    yield from (one for one in _asked_for(tick) if tick.hears(one.account, one.item))


def settled(tick: Tick) -> Iterator[Reminder]:
    """Rungs that were passed over, and those that are a line on a list."""
    for item in tick.items:
        plan = tick.rungs(item)
        listed = [rung for rung in plan.send if rung.by is Way.LIST]
        states = [(rung, State.SKIPPED) for rung in plan.skip]
        states += [(rung, State.LISTED) for rung in listed]
        new = ((rung, state) for rung, state in states if not tick.log.of(item, rung.code))
        yield from (_row(tick, item, rung, state) for rung, state in new)


def _on(tick: Tick, item: Item, rung: Rung) -> Iterator[Wanted]:
    """A rung goes to each part once, whoever has it: a deputy who returns it is not asked again."""
    if rung.by is Way.LIST:
        return
    decided = tick.log.of(item, rung.code)
    heard = {row.account_id for row in decided}
    parts = {row.part for row in decided} - {Recipient.COORDINATOR}
    for part, account in recipients(tick.session, item.measure, rung, tick.today):
        again = account in heard or part in parts
        waits = again or tick.log.waits(item, account, tick.today)
        if not waits and tick.hears(account, item):
            row = replace(_row(tick, item, rung, State.SENT), account_id=account, part=part)
            yield Wanted(item, part, account, row)


def _asked_for(tick: Tick) -> Iterator[Wanted]:
    """ "Remind me in 3 days": her, or who stands in for her by then."""
    those: dict[tuple[int, int], list[Item]] = defaultdict(list)
    for item in tick.items:
        those[item.key].append(item)
    for items in those.values():
        item = _most_urgent(tick, items)
        planned = tick.log.planned(item, tick.today)
        rows = ((row, row.account_id) for row in planned if row.account_id is not None)
        yield from (_again(tick, item, row, account) for row, account in rows)


def _again(tick: Tick, item: Item, row: Reminder, account: int) -> Wanted:
    asked = absences.acting_for(tick.session, account, tick.today)
    return Wanted(item, Recipient(row.part), asked, row)


def _most_urgent(tick: Tick, items: Sequence[Item]) -> Item:
    """What she meant by "later": something whose ladder has begun, not an end years away."""
    begun = (item for item in items if tick.rungs(item) != Plan())
    return next(begun, items[0])


def _row(tick: Tick, item: Item, rung: Rung, state: State) -> Reminder:
    measure, step = item.key
    version = item.measure.version
    return Reminder(measure, step, rung.code, item.day, version, None, state, tick.today)
