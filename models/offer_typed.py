"""What is typed of an offer besides its texts, read as an import reads it: pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta

from analysis.days import span
from analysis.hours.schedule import DAYS, Schedule
from analysis.times import appointment
from models.imports import cells
from models.imports.problems import Unexpected
from models.offer import Cost, Place

FREE = ("kostenlos", "kostenfrei", "gratis", "umsonst", "free", "0")
EURO = re.compile(r"\s*(?:€|euro|eur)\s*$", re.IGNORECASE)
A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=366)
ADDRESS = re.compile(
    r"(?:(?P<name>[^,\n]+)[,\n]\s*)?(?P<street>[^,\n]+?)[,\s]\s*(?P<code>\d{5})\s+(?P<city>[^,\n]+)"
)


def plain(text: str) -> str:
    """With Latin digits, whichever were typed, and nothing around it."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text.strip())


def exception(text: str, today: date) -> Schedule:
    """Days on which it is closed ("24.12.–1.1.") or open at other times ("24.12. 9:00–12:00").

    Raises Unexpected: "date" for none of both, "past" for what is over.
    """
    found = appointment(text, today)
    if found is None or found.end is None:
        raise Unexpected("date", value=text)
    first, end = found.begin, found.end
    last = first if found.timed else end - A_DAY
    if last.date() < today:
        raise Unexpected("past")
    if last - first > A_YEAR or (found.timed and end - first > A_DAY):
        raise Unexpected("date", value=text)
    opens, closes = (first.time(), end.time()) if found.timed else (None, None)
    return Schedule(
        ",".join(DAYS), opens, closes, valid_from=first.date(), valid_to=last.date(), instead=True
    )


def is_within(other: Schedule, exception: Schedule) -> bool:
    """Whether all days of another exception are days of this one, which then holds instead."""
    first, last = other.valid_from or date.min, other.valid_to or date.max
    since, until = exception.valid_from or date.min, exception.valid_to or date.max
    return other.instead and since <= first and last <= until


def day(text: str, today: date) -> date:
    """A day that is not over. Raises Unexpected as `exception` does."""
    days = span(text, today)
    if days is None or days[0] != days[1]:
        raise Unexpected("date", value=text)
    if days[0] < today:
        raise Unexpected("past")
    return days[0]


def address(text: str, before: Place) -> Place:
    """The place at "Markt 1, 99999 Mittelstadt", with a name before it or with the one it has.

    Its point on the map is not known any more. Raises Unexpected: "address".
    """
    found = ADDRESS.fullmatch(text)
    if found is None:
        raise Unexpected("address", value=text)
    now = replace(
        before,
        name=(found["name"] or before.name).strip(),
        street=found["street"].strip(),
        postal_code=found["code"],
        city=found["city"].strip(),
    )
    return now if now == before else replace(now, latitude=None, longitude=None)


def costs(text: str) -> tuple[Cost, ...]:
    """What it costs, where nothing but an amount was typed; else nobody knows the amount."""
    bare = EURO.sub("", text).strip()
    try:
        return (Cost(0.0 if bare.casefold() in FREE else cells.amount(bare)),)
    except Unexpected:
        return ()


def website(text: str) -> str:
    """An address on the web, typed with or without https. Raises Unexpected: "url"."""
    return cells.url(text if "://" in text else f"https://{text}")
