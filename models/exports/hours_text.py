"""Opening hours as one cell says them, as far as one cell can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time
from itertools import groupby

from analysis.hours.schedule import DAYS, WEEKLY, Schedule
from models.imports.cells import LONGEST
from models.imports.hours_text import EVERY_DAY, read
from models.imports.problems import Unexpected

NAMES = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
MIDNIGHT = time(0)
APPOINTMENT = "nach Vereinbarung"
Span = tuple[time, time]


def split(schedules: tuple[Schedule, ...]) -> tuple[str, tuple[Schedule, ...]]:
    """Text that reads back as the first of them, and all that it cannot say."""
    sayable = next((n for n, x in enumerate(schedules) if not _sayable(x)), len(schedules))
    for count in {sayable: None, _weeks(schedules): None}:
        text = "; ".join(_written(schedules[:count]))
        if _says(text, schedules[:count]):
            return text, schedules[count:]
    return "", schedules


def _says(text: str, schedules: tuple[Schedule, ...]) -> bool:
    try:
        return 0 < len(text) <= LONGEST and read(text) == schedules
    except Unexpected:
        return False


def _sayable(schedule: Schedule) -> bool:
    return schedule.freq == WEEKLY and (schedule.byday in DAYS or schedule.byday == EVERY_DAY)


def _weeks(schedules: Sequence[Schedule]) -> int:
    """How many at the beginning are of every week and nothing else."""
    return next((n for n, x in enumerate(schedules) if not _of_every_week(x)), len(schedules))


def _of_every_week(schedule: Schedule) -> bool:
    return schedule == Schedule(schedule.byday, schedule.opens_at, schedule.closes_at)


def _written(schedules: Sequence[Schedule]) -> Iterator[str]:
    """Each part of the text: what holds at the same time and in the same way together."""
    for (first, last, by_appointment, instead), group in groupby(schedules, _holding):
        found, dates = list(group), _dates(first, last, instead)
        said = map(_exception, found) if instead else _week(found)
        end = f" {APPOINTMENT}" if by_appointment else ""
        yield from (f"{dates}{part}{end}" for part in said)


def _holding(schedule: Schedule) -> tuple[date | None, date | None, bool, bool]:
    x = schedule
    return x.valid_from, x.valid_to, x.by_appointment, x.instead


def _dates(first: date | None, last: date | None, instead: bool) -> str:
    end = " " if instead else ": "
    if first and last:
        return f"{_day(first)}{end}" if first == last else f"{_day(first)}-{_day(last)}{end}"
    return f"ab {_day(first)}{end}" if first else f"bis {_day(last)}{end}" if last else ""


def _day(day: date) -> str:
    return f"{day:%d.%m}.{day.year:04}"


def _exception(schedule: Schedule) -> str:
    if schedule.opens_at is None or schedule.closes_at is None:
        return "geschlossen"
    return _span((schedule.opens_at, schedule.closes_at))


def _week(schedules: Sequence[Schedule]) -> Iterator[str]:
    """The days that have the same hours together: "Mo-Mi 09:00-12:00"."""
    spans: dict[int, list[Span]] = {}
    for x in schedules:
        if x.byday in DAYS and x.opens_at is not None and x.closes_at is not None:
            spans.setdefault(DAYS.index(x.byday), []).append((x.opens_at, x.closes_at))
    numbered = enumerate(sorted(spans))
    for _, run in groupby(numbered, lambda pair: (pair[1] - pair[0], spans[pair[1]])):
        days = [day for _, day in run]
        names = NAMES[days[0]] if len(days) == 1 else f"{NAMES[days[0]]}-{NAMES[days[-1]]}"
        yield f"{names} {', '.join(map(_span, spans[days[0]]))}"


def _span(span: Span) -> str:
    opens, closes = span
    return f"{opens:%H:%M}-{'24:00' if closes == MIDNIGHT else f'{closes:%H:%M}'}"
