"""Opening hours in lines, for those who check them: every schedule is in one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.hours.rules import Rule, rule_of
from analysis.hours.schedule import Schedule
from analysis.hours.week import MIDNIGHT, WEEKDAYS, Interval
from models.text import Fixed, Listed, T, Text, Verbatim, Weekday

EVER = (date.min, date.max)
COLUMNS = ("freq", "interval", "byday", "bymonthday", "byyearday", "byweekno", "count", "dtstart")
Period = tuple[date, date]
Said = Text | Fixed | Verbatim | Listed


@dataclass(frozen=True, slots=True)
class Line:
    """When, and how it is then."""

    when: Text
    what: Said


def lines(schedules: Sequence[Schedule]) -> tuple[Line, ...]:
    """The usual week from Monday on, then other days by their dates, then what is only words."""
    rules = [rule for one in schedules if (rule := rule_of(one)) and _is_plain(rule)]
    plain = {rule.schedule for rule in rules}
    return (
        *(Line(_weekday(*key), _open(found)) for key, found in _by_weekday(rules)),
        *(Line(_days(key), _open(found)) for key, found in _by_days(rules)),
        *(Line(T("keep.other_times"), _other(one)) for one in schedules if one not in plain),
    )


def _is_plain(rule: Rule) -> bool:
    """Whether it is of some days of the week, or of all days of an exception."""
    return len(rule.weekdays) == WEEKDAYS if rule.schedule.instead else bool(rule.weekdays)


def _by_weekday(rules: Iterable[Rule]) -> list[tuple[tuple[Period, int], list[Rule]]]:
    found: dict[tuple[Period, int], list[Rule]] = defaultdict(list)
    for rule in rules:
        for day in rule.weekdays if not rule.schedule.instead else ():
            found[(rule.first, rule.last), day].append(rule)
    return sorted(found.items(), key=lambda pair: pair[0])


def _by_days(rules: Iterable[Rule]) -> list[tuple[Period, list[Rule]]]:
    found: dict[Period, list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.schedule.instead:
            found[rule.first, rule.last].append(rule)
    return sorted(found.items(), key=lambda pair: pair[0])


def _weekday(period: Period, day: int) -> Text:
    if period == EVER:
        return T("keep.one_day", day=Weekday(day))
    return T("keep.weekday_in", day=Weekday(day), period=_days(period))


def _days(period: Period) -> Text:
    first, last = period
    if first == last:
        return T("keep.one_day", day=first)
    if first == date.min:
        return T("keep.until_day", day=last)
    if last == date.max:
        return T("keep.from_day", day=first)
    return T("keep.from_to", first=first, last=last)


def _open(rules: Iterable[Rule]) -> Said:
    found = sorted((x.interval, x.schedule.by_appointment) for x in rules if x.interval)
    if not found:
        return T("keep.closed")
    free = ", ".join(_span(span) for span, by_appointment in found if not by_appointment)
    asked = ", ".join(_span(span) for span, by_appointment in found if by_appointment)
    said = (*((Fixed(free),) if free else ()), *_asked(asked))
    return Listed(said) if len(said) > 1 else said[0]


def _asked(times: str) -> tuple[Text, ...]:
    return (T("keep.asked", times=Fixed(times)),) if times else ()


def _span(span: Interval) -> str:
    closes = "24:00" if span.closes == MIDNIGHT else f"{span.closes:%H:%M}"
    return f"{span.opens:%H:%M}–{closes}"


def _other(schedule: Schedule) -> Said:
    """In the town's words, or the rule as it is stored."""
    if schedule.description:
        return Verbatim(schedule.description, "de")
    return Fixed(" ".join(_columns(schedule)))


def _columns(schedule: Schedule) -> Iterator[str]:
    for name in COLUMNS:
        if value := getattr(schedule, name):
            yield f"{name.upper()}={value}"
    if schedule.opens_at and schedule.closes_at:
        yield _span(Interval(schedule.opens_at, schedule.closes_at))
