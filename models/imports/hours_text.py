"""Opening hours in one cell: the week, and what holds only for some time or on some days.

"Mo-Fr 09:00-12:00; Di 14:00-16:00 nach Vereinbarung; ab 01.10.2026: Sa 10:00-12:00;
24.12.2026-01.01.2027 geschlossen; 31.10.2026 10:00-12:00"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from analysis.hours.schedule import DAYS, Schedule
from models.imports.opening_hours import parse, spans
from models.imports.problems import Unexpected

_DAY = r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?|\d{4}-\d\d-\d\d"
_DATED = re.compile(
    rf"(?:(?P<open>ab|from|bis|until)\s+)?(?P<first>{_DAY})"
    rf"(?:\s*(?:[-–—]|bis|to)\s*(?P<last>{_DAY}))?\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?", re.ASCII)
_CLOSED = re.compile(r"geschlossen|zu|closed", re.IGNORECASE)
_APPOINTMENT = re.compile(
    r"(?P<rest>.*\d.*?)[\s,]*\(?(?:nur )?(?:nach Vereinbarung|mit Termin|by appointment)\)?",
    re.IGNORECASE,
)
_UNTIL = ("bis", "until")
EVERY_DAY = ",".join(DAYS)


def read(text: str) -> tuple[Schedule, ...]:
    """The schedules that `text` says: first the week, then the others in order.

    Raises Unexpected.
    """
    parts = [part.strip() for part in re.split(r"[;\n]", text)]
    special = {n: found for n, part in enumerate(parts) if (found := _special(part)) is not None}
    plain = "; ".join(part for n, part in enumerate(parts) if part and n not in special)
    week = parse(plain) if plain or not special else ()
    return (*week, *(schedule for found in special.values() for schedule in found))


def _special(part: str) -> tuple[Schedule, ...] | None:
    """What a part says that is not of every week, None when it is."""
    if found := _DATED.fullmatch(part):
        return tuple(_dated(found, part))
    if found := _APPOINTMENT.fullmatch(part):
        return tuple(replace(span, by_appointment=True) for span in parse(found["rest"]))
    return None


def _dated(found: re.Match[str], part: str) -> Iterator[Schedule]:
    first, last = _range(found, part)
    rest = found["rest"]
    if _CLOSED.fullmatch(rest):
        yield Schedule(EVERY_DAY, valid_from=first, valid_to=last, instead=True)
    elif rest[:1].isdigit():
        for opens, closes in spans(rest):
            yield Schedule(EVERY_DAY, opens, closes, valid_from=first, valid_to=last, instead=True)
    else:
        for span in _special(rest) or parse(rest):
            yield replace(span, valid_from=first, valid_to=last)


def _range(found: re.Match[str], part: str) -> tuple[date | None, date | None]:
    """The days from which and to which it holds; one day alone is both."""
    last = _day(found["last"] or found["first"], None)
    if found["open"]:
        return (None, last) if found["open"].casefold() in _UNTIL else (last, None)
    first = _day(found["first"], last)
    if first > last:
        raise Unexpected("date_reversed", value=part, example="24.12.2026-01.01.2027")
    return first, last


def _day(written: str, other: date | None) -> date:
    """A day; one without a year is in that of the `other`, or in the year before."""
    try:
        if not (german := _GERMAN.fullmatch(written)):
            return date.fromisoformat(written)
        day, month, year = german.groups()
        if year or other is None:
            return date(int(year), int(month), int(day))
        found = date(other.year, int(month), int(day))
        return found if found <= other else found.replace(year=other.year - 1)
    except (ValueError, TypeError):
        raise Unexpected("date", value=written) from None
