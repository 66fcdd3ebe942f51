"""What all calendars of Lotse have in common (RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from icalendar import Calendar

PRODUCT = "-//Lotse//Lotse//DE"
NOTHING = "".maketrans(dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " "))
"""Control characters have no place in a TEXT (RFC 5545, 3.3.11), but for tab and line feed."""


def clean(text: str) -> str:
    """The text as it can stand in a calendar."""
    return text.replace("\r\n", "\n").translate(NOTHING).strip()


def begun() -> Calendar:
    """An empty calendar that says who wrote it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    return calendar


def add_zones(calendar: Calendar, days: Sequence[date]) -> None:
    """The rules of the town's zone, for the years that need them."""
    if days:
        first, last = date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1)
        calendar.add_missing_timezones(first_date=first, last_date=last)
