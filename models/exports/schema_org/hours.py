"""Schedules as OpeningHoursSpecification and, for events, as schema.org's Schedule.

An OpeningHoursSpecification knows days of the week and from when to when they hold, no other rules:
what it cannot say is left out, and the page says it in words. So are hours by appointment: whoever
reads "open" there may come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time

from analysis.hours.rules import Rule, rule_of
from analysis.hours.schedule import DAYS, Schedule
from analysis.hours.week import MIDNIGHT, WEEKDAYS
from models.exports.schema_org.things import SCHEMA, Thing, clock, day, thing

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PERIODS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}


def usual(schedules: Iterable[Schedule], *, open_on_holidays: bool) -> list[Thing]:
    """What holds week after week; on public holidays closed, where there are any such hours."""
    found = [_specification(rule) for rule in _rules(schedules) if _is_usual(rule)]
    return [*found, _on_holidays()] if found and not open_on_holidays else found


def special(schedules: Iterable[Schedule]) -> list[Thing]:
    """What holds instead of all others on its days, and single days."""
    return [_specification(rule) for rule in _rules(schedules) if _is_special(rule)]


def repeating(schedules: Iterable[Schedule], zone: str) -> list[Thing]:
    """When an event takes place again and again; rules of weeks and days of the year are left out,
    because schema.org has no words for them.
    """
    return [_repeating(rule, zone) for rule in _rules(schedules) if _repeats(rule)]


def _rules(schedules: Iterable[Schedule]) -> Iterator[Rule]:
    return (rule for one in schedules if (rule := rule_of(one)))


def _is_usual(rule: Rule) -> bool:
    one = rule.schedule
    return not (one.instead or one.by_appointment or rule.single) and bool(rule.weekdays)


def _is_special(rule: Rule) -> bool:
    if rule.schedule.instead:
        return rule.last < date.max and bool(rule.weekdays)
    return rule.single and not rule.schedule.by_appointment


def _specification(rule: Rule) -> Thing:
    """Who only comes by appointment finds it closed. Without days of the week all are meant."""
    opens, closes = _hours(rule)
    every = rule.single or (rule.schedule.instead and len(rule.weekdays) == WEEKDAYS)
    return thing(
        "OpeningHoursSpecification",
        dayOfWeek=[] if every else [f"{SCHEMA}{NAMES[number]}" for number in sorted(rule.weekdays)],
        opens=clock(opens),
        closes=clock(closes),
        validFrom=day(rule.first) if rule.first > date.min else None,
        validThrough=day(rule.last) if rule.last < date.max else None,
    )


def _hours(rule: Rule) -> tuple[time, time]:
    """The same time twice means closed, so a whole day ends a minute sooner."""
    if rule.interval is None or rule.schedule.by_appointment:
        return MIDNIGHT, MIDNIGHT
    opens, closes = rule.interval.opens, rule.interval.closes
    return opens, time(23, 59) if opens == closes else closes


def _on_holidays() -> Thing:
    closed = clock(MIDNIGHT)
    holidays = f"{SCHEMA}PublicHolidays"
    return thing("OpeningHoursSpecification", dayOfWeek=[holidays], opens=closed, closes=closed)


def _repeats(rule: Rule) -> bool:
    one = rule.schedule
    return one.freq in PERIODS and not (one.instead or rule.single or one.byweekno or one.byyearday)


def _repeating(rule: Rule, zone: str) -> Thing:
    one = rule.schedule
    return thing(
        "Schedule",
        repeatFrequency=f"P{one.interval}{PERIODS[one.freq]}",
        repeatCount=one.count,
        byDay=_days(rule),
        byMonthDay=_numbers(one.bymonthday),
        startDate=day(rule.first) if rule.first > date.min else None,
        endDate=day(rule.last) if rule.last < date.max else None,
        startTime=clock(one.opens_at) if one.opens_at else None,
        endTime=clock(one.closes_at) if one.closes_at else None,
        scheduleTimezone=zone,
    )


def _days(rule: Rule) -> list[str]:
    """As RFC 5545 writes them ("MO", "1SA"), which schema.org allows."""
    written = [part.strip() for part in rule.schedule.byday.split(",") if part.strip()]
    return written or [DAYS[number] for number in sorted(rule.weekdays) if len(rule.weekdays) == 1]


def _numbers(written: str) -> list[int]:
    """Only from the first day on: schema.org does not count from a month's end."""
    parts = [part.strip() for part in written.split(",")]
    return [int(part) for part in parts if part.isascii() and part.isdecimal()]
