"""Times of day as people type them: "14:30", "14.30", "14 Uhr 30", "2 pm"."""

from __future__ import annotations

import re
from datetime import datetime, time

from surveys.form import Question
from surveys.inputs.dates import day
from surveys.inputs.hearing import Hearing
from surveys.inputs.letters import folded
from surveys.slip import SlipKind

_CLOCK = re.compile(
    r"(\d{1,2})(?:\s?(?:[:.h]|uhr)\s?(\d{2})?)?(?:[:.](\d{2})(?:\.\d+)?)?\s?(am|pm|uhr)?"
)
_ZONE = re.compile(r"(?<=\d)\s?(?:z|[+-]\d{2}:?\d{2})$")
_BETWEEN = re.compile(r"(?<=\d)t(?=\d)|,?\s+(?:um |at |a |в |о )?")


def read_time(_question: Question, text: str, _hearing: Hearing) -> str | SlipKind:
    """A time of day in ISO 8601, without a zone: it is the wall's."""
    found = _clock(folded(text))
    return found.isoformat() if found else SlipKind.NOT_A_TIME


def read_moment(_question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """A day and a time, with the offset of `hearing.now`'s zone on that day."""
    typed = folded(text)
    ends = [found.span() for found in _BETWEEN.finditer(typed)]
    readings = [_moment(typed[:start], typed[end:], hearing) for start, end in ends]
    found = next((one for one in readings if isinstance(one, datetime)), None)
    if found:
        return found.isoformat(timespec="milliseconds")
    slips = [one for one in readings if isinstance(one, SlipKind)]
    return next((one for one in slips if one is not SlipKind.NOT_A_DATE), SlipKind.NOT_A_DATE)


def _moment(days: str, hours: str, hearing: Hearing) -> datetime | SlipKind:
    found = day(days, hearing)
    if isinstance(found, SlipKind):
        return found
    clock = _clock(hours)
    if clock is None:
        return SlipKind.NOT_A_TIME
    return datetime.combine(found, clock, hearing.now.tzinfo)


def _clock(typed: str) -> time | None:
    bare = re.sub(r"\b([ap])\.?\s?m\b\.?", r"\1m", typed)
    found = _CLOCK.fullmatch(_ZONE.sub("", bare))
    if not found or not _said_as_time(bare):
        return None
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    return _time(_on_24(hour, found[4]), minute, second)


def _said_as_time(bare: str) -> bool:
    """A bare "14" might be anything."""
    return not bare.isdecimal()


def _on_24(hour: int, half: str | None) -> int:
    if half not in {"am", "pm"}:
        return hour
    return 24 if not 1 <= hour <= 12 else hour % 12 + (12 if half == "pm" else 0)


def _time(hour: int, minute: int, second: int) -> time | None:
    if hour > 23 or minute > 59 or second > 59:
        return None
    return time(hour, minute, second)
