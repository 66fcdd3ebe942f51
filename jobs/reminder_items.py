"""What somebody can be reminded of: an end, a step, silence, a report or a figure that is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from analysis.measures.ladder import Due, Plan, Reminding
from analysis.measures.rhythm import Figure, asking, is_fresh, period_end, value_day
from analysis.measures.rungs import Ladder, Priority
from analysis.measures.status import NOT_BEGUN, OPEN
from models.measure_record import Indicator, Measure, Step

PRIORITIES = {"high": Priority.HIGH, "low": Priority.LOW}


class Matter(StrEnum):
    """What it is about; the first of them tells most of a measure."""

    DATE = "date"
    SILENCE = "silence"
    UPDATE = "update"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Item:
    """A measure (or obligation), or an open step of it, with the day on which it is due.

    Silence has the day since which nobody told how it stands; a report and `indicators` without a
    value have the last day of the period that is over.
    """

    measure: Measure
    step: Step | None
    day: date
    matter: Matter = Matter.DATE
    indicators: tuple[Indicator, ...] = ()

    @property
    def key(self) -> tuple[int, int]:
        """The measure's id and the step's, 0 for the measure itself."""
        return self.measure.id, self.step.id if self.step else 0

    @property
    def priority(self) -> Priority:
        """For the ladder."""
        return PRIORITIES.get(self.measure.priority, Priority.NORMAL)

    @property
    def due(self) -> Due:
        """For the ladder. Steps are the town's own dates, whatever binds the measure's end."""
        statutory = self.measure.statutory and self.step is None
        return Due(self.day, statutory=statutory, priority=self.priority)

    @property
    def hour(self) -> time | None:
        """At which hour of its day a call closes or a council meets."""
        own = self.matter is Matter.DATE and self.step is None
        return self.measure.due_time if own else None

    def closes(self, today: date) -> time | None:
        """The hour, if that is today."""
        return self.hour if self.day == today else None


def items_of(measures: Iterable[Measure], ladder: Ladder, today: date) -> Iterator[Item]:
    """What is still expected of their owners."""
    for measure in (measure for measure in measures if measure.status in OPEN):
        yield from _dated(measure)
        if heard := last_heard(measure, today):
            yield Item(measure, None, heard, Matter.SILENCE)
            yield from _reports(measure, ladder, today)
            yield from _values(measure, ladder, today)


def rungs_of(item: Item, reminding: Reminding, today: date) -> Plan:
    """The rung that has come, if it is not too late, and those before it."""
    ladder, holidays = reminding.ladder, reminding.holidays
    match item.matter:
        case Matter.DATE:
            return reminding.due_rungs(item.due, today, ())
        case Matter.SILENCE:
            rung = reminding.no_news_rung(item.day, item.measure.review_months, today)
            return Plan((rung,) if rung else ())
        case Matter.UPDATE if _silence_asks(item, reminding, today):
            return Plan()
        case Matter.UPDATE:
            return asking(item.day, item.priority, ladder.update, holidays, today)
    return asking(item.day, item.priority, ladder.value, holidays, today)


def _silence_asks(item: Item, reminding: Reminding, today: date) -> bool:
    """Whether she is asked the same these days because of a long silence."""
    heard = last_heard(item.measure, today)
    months = item.measure.review_months
    return heard is not None and reminding.no_news_rung(heard, months, today) is not None


def last_heard(measure: Measure, today: date) -> date | None:
    """Since when nobody has told how a measure stands; None while no news is expected."""
    begun = measure.status not in NOT_BEGUN or bool(measure.start and measure.start < today)
    if measure.kind != "measure" or not begun:
        return None
    return measure.last_news or max(_known(measure), default=None)


def _dated(measure: Measure) -> Iterator[Item]:
    if measure.end:
        yield Item(measure, None, measure.end)
    for step in measure.steps:
        if step.due and step.done_on is None:
            yield Item(measure, step, step.due)


def _reports(measure: Measure, ladder: Ladder, today: date) -> Iterator[Item]:
    """How does it stand at the end of the period? Asked of nobody who has just told."""
    if not ladder.update.rungs:
        return
    end = period_end(today, ladder.update.months or measure.review_months)
    if _was_there(measure, end) and not is_fresh(measure.last_news, end, ladder.update):
        yield Item(measure, None, end, Matter.UPDATE)


def _values(measure: Measure, ladder: Ladder, today: date) -> Iterator[Item]:
    """Indicators without a value, those for the same day together."""
    lacking: dict[date, list[Indicator]] = defaultdict(list)
    for indicator in measure.indicators:
        figure = Figure(tuple(value.day for value in indicator.values), indicator.target_date)
        day = value_day(figure, today, ladder.value)
        if day and _was_there(measure, day):
            lacking[day].append(indicator)
    for day, those in lacking.items():
        yield Item(measure, None, day, Matter.VALUE, tuple(those))


def _was_there(measure: Measure, day: date) -> bool:
    """Whether it had begun by then, and Lotse knew of it."""
    return all(known <= day for known in _known(measure))


def _known(measure: Measure) -> list[date]:
    return [day for day in (measure.start, measure.known_since) if day]
