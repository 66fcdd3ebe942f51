"""Dates and times: ISO 8601 in, days since 1970-01-01T00:00Z in between, ISO 8601 out.

A text without an offset is in the form's zone, as the ODK XForms specification has it
(https://getodk.github.io/xforms-spec/#data-types), and a date alone is its midnight.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
SECONDS = 86_400  # in a day
MILLISECONDS = 86_400_000
INVALID = "Invalid Date"
_MOMENT = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?P<time>[T ](?P<hour>\d{2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:\.(?P<fraction>\d{1,9}))?)?(?P<offset>Z|[-+]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)
_TIME = re.compile(
    r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<fraction>\d{1,9}))?)?"
    r"(?P<offset>Z|[-+]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)


class Moment(NamedTuple):
    """A point in time in days since the epoch (NaN for none), or a whole day's beginning.

    `empty` is no moment that came of an empty text.
    """

    days: float
    whole: bool = False
    empty: bool = False


NEVER = Moment(math.nan)
UNSAID = Moment(math.nan, empty=True)


def days_of(text: str, zone: tzinfo | None) -> float:
    """Days since the epoch of a date or a date and time, NaN when it is none."""
    return moment_of(text, zone).days


def moment_of(text: str, zone: tzinfo | None) -> Moment:
    """A date ("1990-05-03") or a date and time ("1990-05-03T12:00:00.000+02:00")."""
    if _plain_date(text):
        return whole_day(text, zone)
    text = text.strip()
    if not text:
        return UNSAID
    match = _MOMENT.fullmatch(text)
    if match is None:
        return NEVER
    try:
        found = datetime(int(match["year"]), int(match["month"]), int(match["day"]), tzinfo=zone)
        if match["time"] is None:
            return Moment(_days(found), whole=True)
        return Moment(_days(_timed(found, match)))
    except (ValueError, OverflowError):
        return NEVER


def whole_day(text: str, zone: tzinfo | None) -> Moment:
    """A date in ISO 8601 ("1990-05-03"), or no moment."""
    try:
        return Moment(_days(datetime.fromisoformat(text).replace(tzinfo=zone)), whole=True)
    except (ValueError, OverflowError):
        return NEVER


def time_of_day(text: str, zone: tzinfo | None, today: datetime) -> float:
    """A time ("12:00:00.000+02:00") as a share of the day in the form's zone, NaN when none."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return math.nan
    try:
        local = _timed(today.replace(tzinfo=zone), match).astimezone(zone)
    except (ValueError, OverflowError):
        return math.nan
    return share_of_day(local)


def share_of_day(local: datetime) -> float:
    """How much of its day has passed, 0 to 1."""
    passed = timedelta(
        hours=local.hour,
        minutes=local.minute,
        seconds=local.second,
        microseconds=local.microsecond,
    )
    return passed / DAY


def local_of(days: float, zone: tzinfo | None) -> datetime | None:
    """Days since the epoch as wall time, to the millisecond; None for no moment."""
    if not math.isfinite(days):
        return None
    try:
        return (EPOCH + timedelta(milliseconds=round(days * MILLISECONDS))).astimezone(zone)
    except (OverflowError, ValueError):
        return None


def from_days(days: float, zone: tzinfo | None) -> Moment:
    """A number as a moment: at midnight of the form's zone it is a whole day."""
    local = local_of(days, zone)
    midnight = local is not None and local.time() == time()
    return Moment(days, whole=midnight)


def iso(moment: Moment, zone: tzinfo | None) -> str:
    """A moment in ISO 8601, in the form's zone."""
    if moment.empty:
        return ""
    local = local_of(moment.days, zone)
    if local is None:
        return INVALID
    return local.date().isoformat() if moment.whole else local.isoformat(timespec="milliseconds")


def moment_at(now: datetime) -> Moment:
    """A moment of a clock."""
    return Moment(_days(now))


def _days(moment: datetime) -> float:
    return (moment - EPOCH).total_seconds() / SECONDS


def _plain_date(text: str) -> bool:
    """Written in full, which is the quick way for by far the most dates."""
    return len(text) == 10 and text[4] == text[7] == "-" and text.isascii()


def _timed(day: datetime, match: re.Match[str]) -> datetime:
    fraction = (match["fraction"] or "").ljust(6, "0")[:6]
    found = day.replace(
        hour=int(match["hour"]),
        minute=int(match["minute"]),
        second=int(match["second"] or 0),
        microsecond=int(fraction),
    )
    return found if match["offset"] is None else found.replace(tzinfo=_offset(match["offset"]))


def _offset(text: str) -> timezone:
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    if minutes > 59:
        raise ValueError(text)
    size = timedelta(hours=hours, minutes=minutes)
    return timezone(-size if text[0] == "-" else size)
