"""A slow reference for schedules: somebody with a calendar on the wall who crosses out day by day,
and opens the door by it. It shares no arithmetic with what it checks.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from analysis.hours.schedule import Schedule
from analysis.hours.week import Interval
from tests.analysis.hours.living import Threshold, is_holiday

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ONE = timedelta(days=1)


def crossed(schedule: Schedule, first: date, last: date) -> set[date]:
    """The days between two on which a schedule holds, found by walking from its beginning."""
    begin = schedule.dtstart or first
    found: list[date] = []
    day = begin
    while day <= last and (schedule.count is None or len(found) < schedule.count):
        if _is_one(schedule, begin, day):
            found.append(day)
        day += ONE
    return {day for day in found if first <= day <= last and _is_valid(schedule, day)}


def _is_valid(schedule: Schedule, day: date) -> bool:
    ends = [last for last in (schedule.valid_to, schedule.until) if last]
    return day >= (schedule.valid_from or day) and all(day <= last for last in ends)


def _is_one(schedule: Schedule, begin: date, day: date) -> bool:
    """Whether a day is one of the rule's, if it goes on for ever."""
    if not (schedule.byday or schedule.bymonthday or schedule.dtstart):
        return True
    if not schedule.freq and not schedule.byday:
        return day == begin
    if _steps(schedule, begin, day) % schedule.interval:
        return False
    if schedule.byday or schedule.bymonthday:
        return _is_named(schedule, day) and _is_numbered(schedule, day)
    return _is_alike(schedule, begin, day)


def _steps(schedule: Schedule, begin: date, day: date) -> int:
    """How many days, weeks or months have begun since."""
    if schedule.freq == "DAILY":
        return (day - begin).days
    if schedule.freq == "MONTHLY":
        return (day.year - begin.year) * 12 + day.month - begin.month
    return _weeks(schedule, begin, day)


def _is_alike(schedule: Schedule, begin: date, day: date) -> bool:
    """What the first day says of the others when nothing else does."""
    if schedule.freq == "MONTHLY":
        return day.day == begin.day
    return schedule.freq == "DAILY" or day.weekday() == begin.weekday()


def _weeks(schedule: Schedule, begin: date, day: date) -> int:
    """How many times a week has begun since."""
    first = NAMES.index(schedule.wkst or "MO")
    before, now = ((one.toordinal() - 1 - first) // 7 for one in (begin, day))  # 1 is a Monday
    return now - before


def _is_named(schedule: Schedule, day: date) -> bool:
    return not schedule.byday or any(
        name.endswith(NAMES[day.weekday()]) and _is_nth(name[:-2], day)
        for name in schedule.byday.split(",")
    )


def _is_nth(number: str, day: date) -> bool:
    if not number:
        return True
    alike = [one for one in _month(day) if one.weekday() == day.weekday()]
    place = int(number)
    return -len(alike) <= place <= len(alike) and alike[place - (place > 0)] == day


def _is_numbered(schedule: Schedule, day: date) -> bool:
    month = list(_month(day))
    numbers = [int(number) for number in schedule.bymonthday.split(",") if number]
    return not numbers or any(
        abs(number) <= len(month) and month[number - (number > 0)] == day for number in numbers
    )


def _month(day: date) -> Iterator[date]:
    one = day.replace(day=1)
    while one.month == day.month:
        yield one
        one += ONE


class OfferDoor(Threshold):
    """That of an offer: the schedules, exceptions instead of them, and holidays."""

    def __init__(self, schedules: Sequence[Schedule], first: date, *, holidays: bool) -> None:
        days = first - ONE, first + 14 * ONE
        self._on_days = {one: crossed(one, *days) for one in schedules}
        self._holidays = holidays
        super().__init__(first, self._on)

    def _on(self, day: date) -> Iterable[Interval]:
        said = [one for one, days in self._on_days.items() if day in days]
        if instead := [one for one in said if one.instead]:
            said = instead
        if any(one.opens_at is None for one in said):
            return
        for one in said:
            if (self._holidays and is_holiday(day)) and one.valid_from != day:
                continue
            if one.opens_at and one.closes_at is not None and not one.by_appointment:
                yield Interval(one.opens_at, one.closes_at)
