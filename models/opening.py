"""When an offer is open, at each of its places, on a town's days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from analysis.hours.opening import Almanac, OpeningHours, opening_hours
from analysis.hours.state import OpenKind, OpenState, state
from models.offer import Offer, Place, Schedule

SOON = timedelta(days=14)
"""Hours that are told until a day may be others from then on: said so long before."""

NEVER = datetime.max.replace(tzinfo=UTC)
BEST: tuple[OpenKind, ...] = ("open", "closed", "appointment", "text", "unknown")


def hours_of(offer: Offer, schedules: tuple[Schedule, ...], almanac: Almanac) -> OpeningHours:
    """The hours that some schedules of an offer say."""
    return opening_hours(
        schedules,
        almanac.zone,
        almanac.holidays,
        open_on_holidays=offer.open_on_holidays,
        by_appointment=offer.by_appointment,
    )


def schedules_of(offer: Offer) -> tuple[tuple[Place | None, tuple[Schedule, ...]], ...]:
    """The schedules of each place that has some of its own, after those of all the others."""
    own = ((place, place.schedules) for place in offer.places if place.schedules)
    others = not offer.places or any(not place.schedules for place in offer.places)
    return (*([(None, offer.schedules)] if others else []), *own)


def best_state(
    offer: Offer, almanac: Almanac, at: datetime
) -> tuple[OpenState, OpeningHours, Place | None]:
    """How it is where one can go first. The place is told where several have hours."""
    each = [
        (state(hours := hours_of(offer, schedules, almanac), at), hours, place)
        for place, schedules in schedules_of(offer)
    ]
    found = min(each, key=lambda one: _rank(one[0]))
    return found if len(each) > 1 else (*found[:2], None)


def may_change(hours: OpeningHours, today: date) -> date | None:
    """The last day for which its hours are told, when that is soon or over; else None."""
    ends = [rule.schedule.valid_to for rule in hours.rules if not rule.single]
    last = max((end or date.max for end in ends), default=date.max)
    return last if last <= today + SOON else None


def _rank(said: OpenState) -> tuple[int, datetime]:
    return BEST.index(said.kind), said.next_opening or NEVER
