"""Where something is: Integreat's `location` objects, shared by places and events, as places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from babel import Locale

from models.imports.integreat.node import Node
from models.offer import Place

_ACCESS = {True: "yes", False: "no", None: ""}
_LONGEST_CODE = 16
_HERE = "DE"


def place_of(location: Node, barrier_free: bool | None = None) -> Place | None:
    """The place that a `location` describes; None when all of it is empty."""
    latitude, longitude = coordinates(location)
    place = Place(
        name=location.text("name"),
        street=location.text("address"),
        postal_code=location.text("postcode")[:_LONGEST_CODE],
        city=location.text("town"),
        latitude=latitude,
        longitude=longitude,
        country=_country(location.text("country")),
    )
    if place == Place(country=place.country):
        return None
    return replace(place, source_id=location.text("id"), wheelchair=_ACCESS[barrier_free])


def places_by_id(items: Iterable[Node]) -> dict[str, Place]:
    """The places of Integreat's map by their ids: events only name them."""
    found = (place_of(x.node("location"), x.flag("barrier_free")) for x in items)
    return {place.source_id: place for place in found if place and place.source_id}


def coordinates(location: Node) -> tuple[float, float] | tuple[None, None]:
    """Latitude and longitude in degrees; none where they are no place on land in use."""
    latitude, longitude = location.number("latitude"), location.number("longitude")
    if latitude is None or longitude is None or misplaced(location):
        return None, None
    return latitude, longitude


def misplaced(location: Node) -> bool:
    """Whether coordinates are named that are no place on earth, or 0, 0, which stands for none."""
    latitude, longitude = location.number("latitude"), location.number("longitude")
    if latitude is None and longitude is None:
        return False
    if latitude is None or longitude is None:
        return True
    inside = -90 <= latitude <= 90 and -180 <= longitude <= 180
    return not inside or latitude == longitude == 0


def _country(name: str) -> str:
    """The code of a country (ISO 3166) by its German or English name."""
    return _codes().get(name.casefold(), _HERE)


@cache
def _codes() -> dict[str, str]:
    named = (Locale.parse(language).territories.items() for language in ("en", "de"))
    countries = ((code, name) for names in named for code, name in names if code.isalpha())
    return {name.casefold(): code for code, name in countries if len(code) == 2}
