"""Opening hours as lines: one for each run of days that are alike, then what else is known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bot.message import Line
from bot.words import day_name, formatted, line, words
from models.text import Fixed, Listed, T
from models.turn import Hours, Timetable


def lines(one: Timetable, language: str) -> Iterator[Line]:
    """ "Mo–Do", "09:00–12:00"; its heading before, its notes after."""
    if one.heading:
        yield line(one.heading, language, "hours")
    for run in _runs(one.week):
        first, last = day_name(run[0].day, language), day_name(run[-1].day, language)
        days = first if len(run) == 1 else words(T("hours.days", first=first, last=last), language)
        yield Line(_spans(run[0], language), language, "hours", days)
    for note in one.notes:
        yield line(note, language, "hours")


def _spans(hours: Hours, language: str) -> str:
    each = [
        T("offerpage.span_appointment", times=_fixed(one))
        if one in hours.by_appointment
        else _fixed(one)
        for one in hours.spans
    ]
    return formatted(Listed(tuple(each)), language)


def _fixed(span: tuple[str, str]) -> Fixed:
    return Fixed(f"{span[0]}–{span[1]}")


def _runs(week: tuple[Hours, ...]) -> Iterator[list[Hours]]:
    """Neighbouring days with the same spans together."""
    for _, run in groupby(enumerate(week), key=lambda pair: _alike(*pair)):
        yield [day for _, day in run]


def _alike(number: int, day: Hours) -> object:
    return day.day - number, day.spans, day.by_appointment
