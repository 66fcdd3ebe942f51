"""Opening hours as one reads them: the usual week, and what is different in the next weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from analysis.hours.opening import OpeningHours, Span
from analysis.hours.rules import Rule
from analysis.hours.week import WEEKDAYS

A_DAY = timedelta(days=1)
CHANGES_AHEAD = 28
"""Days: exceptions and holidays are told for four weeks."""

DATES_AHEAD = 62
DATES = 4
"""So many dates of what comes less often than weekly are told, if they are in two months."""

PERIODS_AHEAD = 56
LONGEST_RUN = 366


@dataclass(frozen=True, slots=True)
class Period:
    """The same week from `first` to `last`, both included; None: without a known end, or already
    begun. `week` has the hours of each weekday from Monday on.
    """

    first: date | None
    last: date | None
    week: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """Hours of some days in a row; none: closed. `why` in the town's words, `holiday` where it is
    closed because that is one.
    """

    first: date
    last: date
    spans: tuple[Span, ...]
    why: str = ""
    holiday: bool = False


@dataclass(frozen=True, slots=True)
class Timetable:
    """What is known on a day. `periods`: the week that holds, and one that comes soon. `dates`: the
    next days of what comes less often. `changes`: what is different in the next four weeks.
    `words`: what can not be reckoned, as the town wrote it. `shut_on_holidays`: closed then.
    """

    periods: tuple[Period, ...] = ()
    dates: tuple[Dated, ...] = ()
    changes: tuple[Dated, ...] = ()
    words: tuple[str, ...] = ()
    shut_on_holidays: bool = False


@lru_cache(512)
def timetable(hours: OpeningHours, today: date) -> Timetable:
    """The hours as they are known on a day."""
    usual = [rule for rule in hours.rules if _is_usual(rule)]
    return Timetable(
        periods=tuple(_periods(hours, usual, today)),
        dates=_dates(hours, today) if len(usual) < len(hours.rules) else (),
        changes=tuple(_changes(hours, today)),
        words=tuple(dict.fromkeys(_words(hours, today))),
        shut_on_holidays=hours.holidays is not None and bool(usual),
    )


def _is_usual(rule: Rule) -> bool:
    """Whether it is hours of every week, rather than some days."""
    return bool(rule.weekdays) and rule.length >= WEEKDAYS


def _periods(hours: OpeningHours, rules: Sequence[Rule], today: date) -> Iterator[Period]:
    """The one of today, or else the next within a year, and one more if it begins soon."""
    begin, found = today, 0
    while found < 2 and begin <= today + timedelta(days=PERIODS_AHEAD if found else LONGEST_RUN):
        last = _last_alike(rules, begin)
        week = _week(hours, [rule for rule in rules if rule.first <= begin <= rule.last])
        if any(week):
            yield Period(begin if begin > today else None, _said(last, today), week)
            found += 1
        if last == date.max:
            return
        begin = last + A_DAY


def _last_alike(rules: Iterable[Rule], begin: date) -> date:
    """The last day on which the same rules hold as on `begin`."""
    ends = [rule.last for rule in rules if rule.last >= begin]
    befores = [rule.first - A_DAY for rule in rules if rule.first > begin]
    return min([*ends, *befores], default=date.max)


def _said(last: date, today: date) -> date | None:
    return last if last <= today + timedelta(days=LONGEST_RUN) else None


def _week(hours: OpeningHours, rules: Sequence[Rule]) -> tuple[tuple[Span, ...], ...]:
    days = range(WEEKDAYS)
    return tuple(hours.spans_of(rule for rule in rules if day in rule.weekdays) for day in days)


def _dates(hours: OpeningHours, today: date) -> tuple[Dated, ...]:
    days = (today + ahead * A_DAY for ahead in range(DATES_AHEAD))
    found = ((day, [x for x in hours.holding(day) if _is_dated(x)]) for day in days)
    dated = (Dated(day, day, hours.spans_of(rules)) for day, rules in found if rules)
    return tuple(islice(_in_runs(dated), DATES))


def _is_dated(rule: Rule) -> bool:
    return not rule.schedule.instead and not _is_usual(rule)


def _changes(hours: OpeningHours, today: date) -> Iterator[Dated]:
    """Days with an exception, or shut by a holiday; those in a row that are alike are one."""
    return (run for run in _in_runs(_each_change(hours, today)) if _differs(hours, run))


def _each_change(hours: OpeningHours, today: date) -> Iterator[Dated]:
    """In four weeks, and on from there while there is one every day."""
    for ahead in range(LONGEST_RUN):
        found = _change(hours, today + ahead * A_DAY)
        if found:
            yield found
        elif ahead >= CHANGES_AHEAD:
            return


def _change(hours: OpeningHours, day: date) -> Dated | None:
    if hours.shut_by_holiday(day):
        return Dated(day, day, hours.named_for(day), holiday=True)
    if hours.exceptions and (rules := hours.exceptions_on(day)):
        return Dated(day, day, hours.named_for(day), "; ".join(dict.fromkeys(_why(rules))))
    return None


def _why(rules: Iterable[Rule]) -> Iterator[str]:
    return (rule.schedule.description for rule in rules if rule.schedule.description)


def _differs(hours: OpeningHours, run: Dated) -> bool:
    days = (run.first + ahead * A_DAY for ahead in range((run.last - run.first).days + 1))
    return any(run.spans != hours.usually_on(day) for day in days)


def _in_runs(each: Iterable[Dated]) -> Iterator[Dated]:
    """Days in a row that are alike are one."""
    run: Dated | None = None
    for one in each:
        if run and one == replace(run, first=one.first, last=one.first) and _follows(run, one):
            run = replace(run, last=one.last)
            continue
        if run:
            yield run
        run = one
    if run:
        yield run


def _follows(run: Dated, one: Dated) -> bool:
    return not run.holiday and one.first == run.last + A_DAY


def _words(hours: OpeningHours, today: date) -> Iterator[str]:
    current = (x for x in hours.unread if x.valid_to is None or x.valid_to >= today)
    return (one.description for one in current if one.description)
