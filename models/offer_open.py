"""When an offer is open, at one of its places or everywhere: looked up, and put in its place."""

from __future__ import annotations

from dataclasses import replace

from models.offer import Offer, Place, Schedule

EVERYWHERE = -1


def hours_at(offer: Offer, at: int) -> tuple[Schedule, ...]:
    """When it is open at that place, or everywhere."""
    return offer.places[at].schedules if 0 <= at < len(offer.places) else offer.schedules


def exceptions(offer: Offer, at: int) -> tuple[Schedule, ...]:
    """The days on which other hours hold there, or none."""
    return tuple(one for one in hours_at(offer, at) if one.instead)


def without_exception(offer: Offer, at: int, number: int) -> Offer:
    """The one with this number among `exceptions` holds no more."""
    drop = exceptions(offer, at)[number : number + 1] if number >= 0 else ()
    return with_hours(offer, at, tuple(x for x in hours_at(offer, at) if x not in drop))


def with_hours(offer: Offer, at: int, schedules: tuple[Schedule, ...]) -> Offer:
    """Open then, at that place or everywhere."""
    if not 0 <= at < len(offer.places):
        return replace(offer, schedules=schedules)
    return with_place(offer, at, replace(offer.places[at], schedules=schedules))


def with_place(offer: Offer, at: int, place: Place) -> Offer:
    """With this place instead of the one with this number."""
    return replace(offer, places=(*offer.places[:at], place, *offer.places[at + 1 :]))
