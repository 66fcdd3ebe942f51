"""What somebody can be reminded of: an end, a step, silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from analysis.measures.ladder import Due, Plan, Reminding
from analysis.measures.rungs import Priority
from analysis.measures.status import NOT_BEGUN, OPEN
from models.measure_record import Measure, Step

PRIORITIES = {"high": Priority.HIGH, "low": Priority.LOW}


@dataclass(frozen=True, slots=True)
class Item:
    """A measure (or obligation), or an open step of it, with the day on which it is due.

    `silent`: nobody told how it stands, since that day.
    """

    measure: Measure
    step: Step | None
    day: date
    silent: bool = False

    @property
    def key(self) -> tuple[int, int]:
        """The measure's id and the step's, 0 for the measure itself."""
        return self.measure.id, self.step.id if self.step else 0

    @property
    def due(self) -> Due:
        """For the ladder. Steps are the town's own dates, whatever binds the measure's end."""
        statutory = self.measure.statutory and self.step is None
        priority = PRIORITIES.get(self.measure.priority, Priority.NORMAL)
        return Due(self.day, statutory=statutory, priority=priority)


def items_of(measures: Iterable[Measure], today: date) -> Iterator[Item]:
    """What is still expected of their owners."""
    for measure in (measure for measure in measures if measure.status in OPEN):
        yield from _dated(measure)
        if heard := last_heard(measure, today):
            yield Item(measure, None, heard, silent=True)


def rungs_of(item: Item, reminding: Reminding, today: date) -> Plan:
    """The rung that has come, if it is not too late, and those before it."""
    if not item.silent:
        return reminding.due_rungs(item.due, today, ())
    rung = reminding.no_news_rung(item.day, item.measure.review_months, today)
    return Plan((rung,) if rung else ())


def last_heard(measure: Measure, today: date) -> date | None:
    """Since when nobody has told how a measure stands; None while no news is expected."""
    begun = measure.status not in NOT_BEGUN or bool(measure.start and measure.start < today)
    if measure.kind != "measure" or not begun:
        return None
    known = [day for day in (measure.start, measure.known_since) if day]
    return measure.last_news or max(known, default=None)


def _dated(measure: Measure) -> Iterator[Item]:
    if measure.end:
        yield Item(measure, None, measure.end)
    for step in measure.steps:
        if step.due and step.done_on is None:
            yield Item(measure, step, step.due)
