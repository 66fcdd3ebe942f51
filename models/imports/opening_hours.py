"""Opening hours as offices write them: "Mo 09:00-12:00, 13:00-16:00; Di-Do 9-12 Uhr"."""

from __future__ import annotations

import re
from datetime import time
from itertools import pairwise

from analysis.hours.schedule import Schedule, weekly
from models.imports.problems import Unexpected

_NAMES = (
    "mo montag mon monday",
    "di dienstag tu tue tues tuesday",
    "mi mittwoch we wed wednesday",
    "do donnerstag th thu thur thurs thursday",
    "fr freitag fri friday",
    "sa samstag sonnabend sat saturday",
    "so sonntag su sun sunday",
)
DAYS = {name: number for number, names in enumerate(_NAMES) for name in names.split()}
EVERY_DAY = ("täglich", "daily")

_TIME = r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*Uhr)?"
_PART = re.compile(
    rf"{_TIME}\s*(?:[-–—]|bis|to)\s*{_TIME}"
    r"|(?P<days>[^\W\d_]+)\.?(?:\s*(?:[-–—]|bis|to)\s*(?P<last>[^\W\d_]+)\.?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;+&/:\n]|\b(?:und|and)\b|)\s*", re.IGNORECASE)
_DAY_END = 24 * 60

Span = tuple[int, int]


def parse(text: str) -> tuple[Schedule, ...]:
    """The weekly schedules that `text` says, in order. Raises Unexpected.

    German and English days, lists and ranges of days, spans that end at 24:00 or after midnight.
    """
    week: dict[int, list[Span]] = {}
    for days, spans in _groups(text):
        if not days or not spans:
            raise Unexpected("hours", value=text)
        for day in days:
            week.setdefault(day, []).extend(spans)
    return tuple(_schedule(day, span) for day in sorted(week) for span in _checked(week[day]))


def spans(text: str) -> list[tuple[time, time]]:
    """The spans of one day that `text` says, in order: "9-12, 13-16". Raises Unexpected."""
    found = [_span(part) for part in _parts(text) if not part["days"]]
    if not found or len(found) < len(_parts(text)):
        raise Unexpected("hours", value=text)
    return [_times(span) for span in _checked(found)]


def _groups(text: str) -> list[tuple[list[int], list[Span]]]:
    """Days and the spans that follow them; a day after a span begins a new group."""
    groups: list[tuple[list[int], list[Span]]] = [([], [])]
    for found in _parts(text):
        if not found["days"]:
            groups[-1][1].append(_span(found))
            continue
        if groups[-1][1]:
            groups.append(([], []))
        groups[-1][0].extend(_days(found))
    return groups


def _parts(text: str) -> list[re.Match[str]]:
    """The days and spans of `text`, which holds nothing else but what separates them."""
    parts, at = [], 0
    text = text.strip()
    while at < len(text):
        found = _PART.match(text, at)
        if found is None:
            raise Unexpected("hours", value=text)
        parts.append(found)
        at = found.end()
        if between := _BETWEEN.match(text, at):
            at = between.end()
    return parts


def _days(found: re.Match[str]) -> list[int]:
    if found["days"].casefold() in EVERY_DAY and not found["last"]:
        return list(range(7))
    first = _day(found["days"])
    last = _day(found["last"]) if found["last"] else first
    return [(first + number) % 7 for number in range((last - first) % 7 + 1)]


def _day(name: str) -> int:
    if (day := DAYS.get(name.casefold())) is None:
        raise Unexpected("day_unknown", value=name)
    return day


def _span(found: re.Match[str]) -> Span:
    opens, closes = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    if opens in (None, _DAY_END) or closes is None or opens == closes:
        raise Unexpected("time", value=found[0])
    return opens or 0, closes


def _minutes(hours: str, minutes: str | None) -> int | None:
    """Minutes since midnight, 24:00 among them; None for no time."""
    total = int(hours) * 60 + int(minutes or 0)
    return total if total <= _DAY_END and int(minutes or 0) < 60 else None


def _checked(spans: list[Span]) -> list[Span]:
    """In order, and none beginning before the one before it has ended."""
    ordered = sorted(spans)
    for first, second in pairwise(ordered):
        if second[0] < (first[1] if first[1] > first[0] else _DAY_END):
            raise Unexpected("hours_overlap", first=_written(first), second=_written(second))
    return ordered


def _written(span: Span) -> str:
    return "-".join(f"{at // 60:02}:{at % 60:02}" for at in span)


def _schedule(day: int, span: Span) -> Schedule:
    return weekly(day, *_times(span))


def _times(span: Span) -> tuple[time, time]:
    opens, closes = (time(at // 60 % 24, at % 60) for at in span)
    return opens, closes
