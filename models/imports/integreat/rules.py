"""A recurrence rule as Integreat writes it (RFC 5545) in the columns of a schedule."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from analysis.hours.schedule import DAYS, WEEKLY

_START = re.compile(r"DTSTART(?P<parameters>[^:]*):(?P<day>\d{8})(?:T(?P<time>\d{6})(?P<utc>Z?))?")
_RULE = re.compile(r"RRULE:(\S+)")
_DAY = re.compile(rf"[+-]?\d{{0,2}}({'|'.join(DAYS)})")
_NUMBERS = re.compile(r"[+-]?\d{1,3}(,[+-]?\d{1,3})*")
_FREQUENCIES = (WEEKLY, "DAILY", "MONTHLY", "YEARLY")
_NAMES = {"BYMONTHDAY": "bymonthday", "BYYEARDAY": "byyearday", "BYWEEKNO": "byweekno"}
_KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", *_NAMES}


class NoRule(ValueError):
    """A recurrence that the columns of a schedule cannot say, or none at all."""


def rule_of(written: str, zone: ZoneInfo) -> dict[str, Any]:
    """The columns of a schedule that say on which days.

    DTSTART without a zone is in UTC there, though the days of the week are those of the town.
    Raises NoRule.
    """
    try:
        return _columns(written, zone)
    except ValueError as error:
        raise NoRule(str(error)) from None


def _columns(written: str, zone: ZoneInfo) -> dict[str, Any]:
    """Raises ValueError."""
    start, rule = _START.search(written), _RULE.search(written)
    if start is None or rule is None:
        raise ValueError("no DTSTART or no RRULE")
    parts = dict(part.upper().split("=", 1) for part in rule[1].split(";") if part)
    if not _KNOWN.issuperset(parts) or parts.get("FREQ") not in _FREQUENCIES:
        raise ValueError("a rule that HSDS has no column for")
    dtstart = _first_day(start, zone)
    columns = {
        "freq": parts["FREQ"],
        "dtstart": dtstart,
        "interval": int(parts.get("INTERVAL", "1")),
        "count": int(parts["COUNT"]) if "COUNT" in parts else None,
        "until": _day(parts["UNTIL"], zone) if "UNTIL" in parts else None,
        "wkst": parts.get("WKST", ""),
        "byday": _weekdays(parts.get("BYDAY", "")),
    }
    numbers = {name: _numbers(parts[part]) for part, name in _NAMES.items() if part in parts}
    return columns | numbers | _usual(columns | numbers, dtstart)


def _usual(columns: dict[str, Any], dtstart: date) -> dict[str, Any]:
    """What a rule leaves to its first day: of the week, or of the month."""
    if any(columns.get(name) for name in ("byday", *_NAMES.values())):
        return {}
    if columns["freq"] == WEEKLY:
        return {"byday": DAYS[dtstart.weekday()]}
    return {"bymonthday": str(dtstart.day)} if columns["freq"] == "MONTHLY" else {}


def _first_day(start: re.Match[str], zone: ZoneInfo) -> date:
    if start["time"] is None:
        return date.fromisoformat(start["day"])
    moment = datetime.fromisoformat(f"{start['day']}T{start['time']}")
    if "TZID" in start["parameters"]:
        return moment.date()
    return moment.replace(tzinfo=UTC).astimezone(zone).date()


def _day(written: str, zone: ZoneInfo) -> date:
    """UNTIL: the end of its last day in the town's time, or a moment in UTC."""
    moment = datetime.fromisoformat(written)
    return moment.astimezone(zone).date() if moment.tzinfo else moment.date()


def _weekdays(written: str) -> str:
    """BYDAY without the plus that iCalendar allows: "+1WE" is "1WE"."""
    days = [day for day in written.split(",") if day]
    if not all(_DAY.fullmatch(day) for day in days):
        raise ValueError(written)
    return ",".join(day.lstrip("+") for day in days)


def _numbers(written: str) -> str:
    if not _NUMBERS.fullmatch(written):
        raise ValueError(written)
    return written.replace("+", "")
