"""When something that repeats comes next: RRULE (RFC 5545, 3.3.10) in the town's wall time.

A rule is reckoned without zone and becomes a moment last, so what repeats at nine comes at nine on
both sides of a clock change. A wall time that a change skips or doubles is read as RFC 5545 (3.3.5)
says: 02:30 is 03:30, or the first of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice

from dateutil.rrule import DAILY, rrule, rrulestr

LONGEST = timedelta(days=10 * 366)
"""So long after its first time nothing repeats any more; guards rules that never come true."""
LONGEST_RULE = 300
WRITTEN = re.compile(rf"[A-Z0-9=;,+-]{{1,{LONGEST_RULE}}}")
SOME_DAY = datetime.fromisoformat("2026-01-01T09:00")


class BadRule(ValueError):
    """A rule that Lotse does not repeat by."""


def checked(rule: str) -> str:
    """The rule as it is stored: in capitals, without "RRULE:". "" is: once.

    Raises BadRule for what is no rule of RFC 5545 and for what repeats more often than daily.
    """
    plain = rule.strip().upper().removeprefix("RRULE:").strip()
    if plain:
        _rule(plain, SOME_DAY)
    return plain


def times(first: datetime, rule: str) -> Iterator[datetime]:
    """All wall times (naive) in their order, the first among them. Raises BadRule."""
    yield first
    if rule:
        yield from (one for one in _repeated(rule, first) if one > first)


def next_after(first: datetime, rule: str, after: datetime) -> datetime | None:
    """The first wall time after `after`, None when there is none to come. Raises BadRule."""
    return next((one for one in times(first, rule) if one > after), None)


def next_due(first: datetime, rule: str, after: datetime, zone: tzinfo) -> datetime | None:
    """The first moment, in UTC, that is after the moment `after`. Raises BadRule."""
    moments = (moment_of(one, zone) for one in times(first, rule))
    return next((one for one in moments if one > after), None)


def moment_of(wall: datetime, zone: tzinfo) -> datetime:
    """The moment, in UTC, of a wall time as RFC 5545 reads it."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def moved_along(begins: datetime, first: datetime, due: datetime) -> datetime:
    """When the event of a later sending takes place: as many days after it as that of the first.

    All are wall times; the time of day stays.
    """
    return begins + timedelta(days=(due.date() - first.date()).days)


def _repeated(rule: str, first: datetime) -> Iterator[datetime]:
    """At most ten years, because what never comes true would be looked for until the year 9999."""
    found, last = _rule(rule, first), first + LONGEST
    bounded = found.replace(count=None, until=min(found._until or last, last))
    return islice(bounded, found._count)


def _rule(rule: str, first: datetime) -> rrule:
    if not WRITTEN.fullmatch(rule):
        raise BadRule(rule)
    try:
        found = rrulestr(_without_zone(rule), dtstart=first)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise BadRule(rule) from error
    if not isinstance(found, rrule) or found._freq > DAILY:
        raise BadRule(rule)
    return found


def _without_zone(rule: str) -> str:
    """UNTIL is meant in wall time, as all of a rule is here."""
    return ";".join(
        one.removesuffix("Z") if one.startswith("UNTIL=") else one for one in rule.split(";")
    )
