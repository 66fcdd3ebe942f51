"""HSDS schedules, and the weekdays and holidays of 1.x, as schedules of an offer."""

from __future__ import annotations

import re
from datetime import time

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

_MIDNIGHT = time()


def schedule(row: Row, notices: Notices) -> Schedule | None:
    """A row's schedule. None for a day without hours, which is how 1.x writes a closed one.

    What RFC 5545 cannot reckon with stays as it is, and is told: it is shown in its own words.
    """
    if not any(row.get(x) for x in (*HOURS, *WORDS)) and _only_names_days(row):
        return None
    hours = _hours(row, notices)
    frequency = (row.get("freq") or row.get("lotse_freq")).upper()
    if hours is None or (frequency and frequency not in FREQUENCIES):
        return _in_words(row, notices)
    made = _made(row, notices, frequency, hours)
    if not computable(made):
        _tell(row, notices, made)
    return made


def _only_names_days(row: Row) -> bool:
    return bool(row.get("byday")) and not any(
        row.get(x) for x in ("lotse_instead", "valid_from", "valid_to", "dtstart", "until", "count")
    )


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


def _made(
    row: Row, notices: Notices, frequency: str, hours: tuple[time | None, time | None]
) -> Schedule:
    return Schedule(
        _byday(row.get("byday")),
        *hours,
        freq=frequency,
        interval=values.whole(row, "interval", notices) or 1,
        count=values.whole(row, "count", notices),
        until=values.day(row, "until", notices),
        dtstart=values.day(row, "dtstart", notices),
        valid_from=values.day(row, "valid_from", notices),
        valid_to=values.day(row, "valid_to", notices),
        wkst=_wkst(row, notices),
        byweekno=_numbers(row.get("byweekno")),
        bymonthday=_numbers(row.get("bymonthday")),
        byyearday=_numbers(row.get("byyearday")),
        timezone=values.decimal(row, "timezone", notices),
        by_appointment=row.yes("lotse_by_appointment"),
        instead=row.yes("lotse_instead"),
        description=row.get("description"),
        notes=row.get("notes"),
        schedule_link=row.get("schedule_link"),
        attending_type=row.get("attending_type"),
    )


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


def _byday(written: str) -> str:
    """Weekdays as RFC 5545 writes them, also those that 1.x writes as names or numbers."""
    found = re.sub(r"\s*,\s*", ",", written.upper())
    if byday_of(found) is not None:
        return found
    parts = [_weekday(part) for part in re.split(r"[\s,;/]+", written.lower()) if part]
    return ",".join(parts) if all(parts) else found


def _weekday(name: str) -> str:
    return DAYS[NAMES[name]] if name in NAMES else NUMBERED.get(name, "")


def _wkst(row: Row, notices: Notices) -> str:
    found = row.get("wkst").upper()
    if found and found not in DAYS:
        notices.tell("hsds_value", row, "wkst", value=found)
        return ""
    return found


def _numbers(written: str) -> str:
    return re.sub(r"\s+", "", written)
