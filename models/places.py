"""Places of the town that somebody can name instead of saying where exactly she is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from models.offer import Offer, Place
from surveys.form import Choice

DECIMALS = 4
"""Of degrees, about ten metres: these places are everybody's."""
Point = tuple[float, float]
EARTH = 6_371_009
"""Its mean radius in metres (IUGG)."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Districts (Stadtteile) and places with a name, each in alphabetical order and named by its
    position as XForms spells one, "latitude longitude 0 0".
    """

    districts: tuple[Choice, ...] = ()
    named: tuple[Choice, ...] = ()


def known(offers: Iterable[Offer]) -> Places:
    """Those of offers. A district is where its offers are, in the mean."""
    there = [offer.place for offer in offers if offer.place is not None]
    return Places(_choices(_districts(there)), _choices(_named(there)))


def _choices(points: Iterable[tuple[str, Point]]) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for label, (latitude, longitude) in points:
        name = f"{latitude:.{DECIMALS}f} {longitude:.{DECIMALS}f} 0 0"
        found.setdefault(name, Choice(name, {"": label}))
    return tuple(found.values())


def _districts(places: Sequence[Place]) -> Iterator[tuple[str, Point]]:
    points: dict[str, list[Point]] = defaultdict(list)
    for place in places:
        if place.district and (point := _point(place)):
            points[place.district].append(point)
    for district in sorted(points):
        latitudes, longitudes = zip(*points[district], strict=True)
        yield district, (_mean(latitudes), _mean(longitudes))


def _named(places: Sequence[Place]) -> Iterator[tuple[str, Point]]:
    found = {place.name: point for place in places if place.name and (point := _point(place))}
    return iter(sorted(found.items()))


def _point(place: Place) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def point_of(places: Places, district: str) -> Point | None:
    """Where a district is, None when nobody knows."""
    return next((_read(x.name) for x in places.districts if x.label[""] == district), None)


def distance(offer: Offer, point: Point) -> float | None:
    """How far the nearest of an offer's places is, in metres; None: none of them is on a map."""
    known = [there for place in offer.places if (there := _point(place))]
    return min((_metres(there, point) for there in known), default=None)


def _read(name: str) -> Point:
    latitude, longitude, *_ = name.split()
    return float(latitude), float(longitude)


def _metres(one: Point, other: Point) -> float:
    """On a sphere, by the haversine formula; within a town that is exact to a few metres."""
    (south, west), (north, east) = (map(radians, one), map(radians, other))
    half = sin((north - south) / 2) ** 2
    half += cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
