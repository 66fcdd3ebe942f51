"""The rhythm of reports (Berichtsrhythmus): when is asked how a measure stands, and for values.

Periods are those of the calendar: with three months they end on 31 March, 30 June, 30 September and
31 December, wherever in them a measure began, so that the steering group reads all at one time.
Towns report quarterly or half-yearly with some ten working days to write (Haan, Trebur, Frankfurt).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from analysis.measures.ladder import Plan, plan_of
from analysis.measures.rungs import Priority, Rhythm
from analysis.measures.workdays import Holidays

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of an indicator: the days of its values, and by when it has a target."""

    values: tuple[date, ...] = ()
    target: date | None = None


def period_end(today: date, months: int) -> date:
    """Return the last day of the newest period of so many months that is over."""
    month = (today.year * 12 + today.month - 1) // months * months
    return date(month // 12, month % 12 + 1, 1) - _A_DAY


def is_fresh(told: date | None, end: date, rhythm: Rhythm) -> bool:
    """Tell whether what was told on a day still holds at the end of a period."""
    return told is not None and told > end - timedelta(days=rhythm.fresh_days)


def value_day(figure: Figure, today: date, rhythm: Rhythm) -> date | None:
    """Return the day for which an indicator has no value yet: a period's end or its target's."""
    if not rhythm.rungs:
        return None
    over = [day for day in (period_end(today, rhythm.months), figure.target) if day]
    end = max(day for day in over if day < today)
    return None if is_fresh(max(figure.values, default=None), end, rhythm) else end


def answer_by(end: date, rhythm: Rhythm, holidays: Holidays) -> date:
    """Return the day by which an answer is due."""
    return holidays.workdays_after(end, max((rung.days for rung in rhythm.rungs), default=0))


def asking(end: date, priority: Priority, rhythm: Rhythm, holidays: Holidays, today: date) -> Plan:
    """Return what is asked today of a period that is over, and what is passed over."""
    rungs = (rung for rung in rhythm.rungs if priority in rung.priorities)
    return plan_of([(r, holidays.workdays_after(end, r.days)) for r in rungs], today)
