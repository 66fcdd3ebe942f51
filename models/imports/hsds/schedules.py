"""HSDS schedules, and the weekdays and holidays of 1.x, as schedules of an offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from analysis.hours.recurring import FREQUENCIES, byday_of
from analysis.hours.rules import computable
from analysis.hours.schedule import DAYS, Schedule
from models.imports.cells import YES
from models.imports.hsds import values
from models.imports.hsds.notices import Notices
from models.imports.hsds.rows import Row
from models.imports.opening_hours import DAYS as NAMES

WORDS = ("description", "notes", "schedule_link", "attending_type")
NUMBERED = {str(number): DAYS[number - 1] for number in range(1, 8)} | {"0": DAYS[-1]}
"""Weekdays as 1.x counts them (ISO 8601), and Sunday as those who begin with it."""
RULE = ("freq", "lotse_freq", "byday", "byweekno", "bymonthday", "byyearday")
HOURS = ("opens_at", "closes_at")
DAYS_NAMED = {"byday", "freq"}
"""What a day of 1.x without hours has filled at most, besides ids."""

_MIDNIGHT = time()

Reader = Callable[[Row, str, Notices], Any]


def schedule(row: Row, notices: Notices) -> Schedule | None:
    """A row's schedule. None for a day without hours, which is how 1.x writes a closed one.

    What RFC 5545 cannot reckon with stays as it is, and is told: it is shown in its own words.
    """
    if row.get("byday") and not _says_more(row):
        return None
    hours = _hours(row, notices)
    frequency = (row.get("freq") or row.get("lotse_freq")).upper()
    if hours is None or (frequency and frequency not in FREQUENCIES):
        return _in_words(row, notices)
    cells = {x: read(row, x, notices) for x, read in READERS.items() if x in row.values}
    cells = {name: value for name, value in cells.items() if value is not None}
    if "lotse_by_appointment" in row.values or "lotse_instead" in row.values:
        cells["by_appointment"] = row.yes("lotse_by_appointment")
        cells["instead"] = row.yes("lotse_instead")
    made = Schedule(opens_at=hours[0], closes_at=hours[1], freq=frequency, **cells)
    if not computable(made):
        _tell(row, notices, made)
    return made


def _says_more(row: Row) -> bool:
    """Whether a row with weekdays says anything of them."""
    return any(x not in DAYS_NAMED and x != "id" and x[-3:] != "_id" for x in row.values)


def _hours(row: Row, notices: Notices) -> tuple[time | None, time | None] | None:
    """When it opens and closes. None: something is said, and cannot be read as a time."""
    if row.get("closed").lower() in YES:
        return None, None
    opens, closes = (values.clock(row, x, notices) for x in HOURS)
    if (opens is None and row.get("opens_at")) or (closes is None and row.get("closes_at")):
        return None
    if opens and closes and _MIDNIGHT < closes < opens:
        notices.count("hsds_overnight", row.origin)
    return opens, closes


def _in_words(row: Row, notices: Notices) -> Schedule:
    """A schedule that only says in words when, those of its cells if it has no others."""
    said = " ".join(row.get(x) for x in (*RULE, *HOURS) if row.get(x))
    notices.tell("hsds_hours", row, value=said)
    return Schedule(
        freq="",
        description=row.get("description") or said,
        notes=row.get("notes"),
        schedule_link=row.get("schedule_link"),
        attending_type=row.get("attending_type"),
    )


def _tell(row: Row, notices: Notices, made: Schedule) -> None:
    """Say of a rule that it cannot be reckoned with; hours that are only words need no telling."""
    lost = "" if made.description else "_lost"
    if made.valid_from and made.valid_to and made.valid_from > made.valid_to:
        notices.tell(f"hsds_reversed{lost}", row, "valid_to")
    elif said := " ".join(row.get(x) for x in (*RULE, *HOURS) if row.get(x)):
        notices.tell(f"hsds_hours{lost}", row, value=said)


def _byday(row: Row, column: str, _notices: Notices) -> str:
    """Weekdays as RFC 5545 writes them, also those that 1.x writes as names or numbers."""
    written = row.get(column)
    found = re.sub(r"\s*,\s*", ",", written.upper())
    if byday_of(found) is not None:
        return found
    parts = [_weekday(part) for part in re.split(r"[\s,;/]+", written.lower()) if part]
    return ",".join(parts) if all(parts) else found


def _weekday(name: str) -> str:
    return DAYS[NAMES[name]] if name in NAMES else NUMBERED.get(name, "")


def _wkst(row: Row, column: str, notices: Notices) -> str:
    found = row.get(column).upper()
    if found not in DAYS:
        notices.tell("hsds_value", row, column, value=found)
        return ""
    return found


def _numbers(row: Row, column: str, _notices: Notices) -> str:
    return re.sub(r"\s+", "", row.get(column))


def _interval(row: Row, column: str, notices: Notices) -> int:
    return values.whole(row, column, notices) or 1


def _words(row: Row, column: str, _notices: Notices) -> str:
    return row.get(column)


READERS: Mapping[str, Reader] = {
    "byday": _byday,
    "interval": _interval,
    "count": values.whole,
    **dict.fromkeys(("until", "dtstart", "valid_from", "valid_to"), values.day),
    "wkst": _wkst,
    **dict.fromkeys(("byweekno", "bymonthday", "byyearday"), _numbers),
    "timezone": values.decimal,
    **dict.fromkeys(WORDS, _words),
}
"""How the cells of a rule are read that are not its hours."""
