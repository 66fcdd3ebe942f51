"""One look at all that is due: what was decided before, and what has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from analysis.measures.ladder import Plan
from analysis.measures.rungs import Recipient, Rung, Way
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

    def hears(self, account: int) -> bool:
        """Whether something may go to her now."""
        return self.around.is_open(self.accounts[account], self.now)

    def rungs(self, item: Item) -> Plan:
        """Where an item stands on its ladder today."""
        return rungs_of(item, self.around.reminding, self.today)


def look(session: Session, now: datetime, around: Surroundings) -> Tick:
    """Read everything once."""
    known = tuple(items_of(measures.load(session, now.date()), now.date()))
    people = {account.id: account for account in accounts.everyone(session)}
    return Tick(session, now, around, known, people, Log(reminders.load(session)))


def come(tick: Tick) -> Iterator[Wanted]:
    """What has come and was not decided yet for somebody who may hear of it now."""
    for item in tick.items:
        for rung in tick.rungs(item).send:
            yield from _on(tick, item, rung)
        yield from _asked_for(tick, item)


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
        if not waits and tick.hears(account):
            row = replace(_row(tick, item, rung, State.SENT), account_id=account, part=part)
            yield Wanted(item, part, account, row)


def _asked_for(tick: Tick, item: Item) -> Iterator[Wanted]:
    """ "Remind me in 3 days": her, or who stands in for her by then."""
    for row in tick.log.planned(item, tick.today):
        if row.account_id is None:
            continue
        asked = absences.acting_for(tick.session, row.account_id, tick.today)
        if tick.hears(asked):
            yield Wanted(item, Recipient(row.part), asked, row)


def _row(tick: Tick, item: Item, rung: Rung, state: State) -> Reminder:
    measure, step = item.key
    version = item.measure.version
    return Reminder(measure, step, rung.code, item.day, version, None, state, tick.today)
