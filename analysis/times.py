"""Days with times of day as people type them: "5.12. 15:00–18:00", "3. Dezember, 18.30 Uhr"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from analysis.days import LONGEST, span

HOURS = re.compile(
    r"(?<![\d.:])(?P<from>[01]?\d|2[0-3])\s*(?:-|–|bis|to)\s*(?P<to>[01]?\d|2[0-3])\s*uhr\b",
    re.IGNORECASE,
)
TIME = re.compile(
    r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3])"
    r"(?::(?P<minute>[0-5]\d)(?![\d:])(?:\s*uhr\b)?|(?:\.(?P<dotted>[0-5]\d))?\s*(?:uhr|h)\b)",
    re.IGNORECASE,
)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Appointment:
    """From when to when, in wall time without a zone; `end` is None where none was typed. Without
    `timed` it is about whole days, and `end` is the midnight after the last one.
    """

    begin: datetime
    end: datetime | None
    timed: bool


def appointment(text: str, today: date) -> Appointment | None:
    """What `text` says; None when it names no day, or several days or times that do not go
    together. A last time that is not after the first one on one day is the next day's.
    """
    short = HOURS.sub(r"\g<from>:00–\g<to>:00", _latin(text[:LONGEST]))
    times = [_time(match) for match in TIME.finditer(short)]
    days = span(TIME.sub(" ", short), today)
    if days is None or len(times) > 2 or (len(times) == 1 and days[0] != days[1]):
        return None
    first, last = (datetime.combine(day, time()) for day in days)
    if not times:
        return Appointment(first, last + DAY, timed=False)
    begin = datetime.combine(first, times[0])
    if len(times) == 1:
        return Appointment(begin, None, timed=True)
    end = datetime.combine(last, times[1])
    return Appointment(begin, end if end > begin else end + DAY, timed=True)


def _time(match: re.Match[str]) -> time:
    return time(int(match["hour"]), int(match["minute"] or match["dotted"] or 0))


def _latin(text: str) -> str:
    """With Latin digits, whichever were typed."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
