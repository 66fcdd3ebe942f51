"""Locations with their address and accessibility, as places."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global

from models.hsds_profile import ACCESSIBILITY, ADDRESS, LOCATION
from models.imports.hsds import owners as of
from models.imports.hsds import values
from models.imports.hsds.ids import source_id
from models.imports.hsds.notices import Notices
from models.imports.hsds.owners import Owned, Owners
from models.imports.hsds.rows import Row, Tables
from models.offer import Place

PHYSICAL, VIRTUAL = "physical", "virtual"
KINDS = (PHYSICAL, "postal", VIRTUAL)
WHEELCHAIR = ("yes", "no", "partly")
LONGEST_CODE = 16
LARGEST = {"latitude": 90, "longitude": 180}


def places(
    rows: Iterable[tuple[str, Row]], tables: Tables, owners: Owners, districts: Owned[str]
) -> dict[str, Place]:
    """The places by the ids of their locations, without hours and phones."""
    addresses = _first(tables.rows("address"), owners)
    ways_in = _ways_in(tables, owners)
    made = {}
    for key, row in rows:
        cells: dict[str, Any] = {name: row.get(x) for name, x in LOCATION.items()}
        cells |= _coordinates(row, owners.notices) | {"type": _kind(row, owners.notices)}
        cells |= _address(addresses.get(key), owners.notices) | ways_in.get(key, {})
        cells["source_id"] = source_id(row, "location", owners.notices)
        cells["url"] = values.url(row, "url", owners.notices)
        cells["district"] = next(iter(districts.of(of.LOCATION, key)), "")
        made[key] = Place(**cells)
    return made


def _first(rows: Iterable[Row], owners: Owners) -> dict[str, Row]:
    """An address for each location: the one where it is, before the one to write to."""
    grouped: Owned[Row] = Owned()
    for row in rows:
        if owner := owners.of(row, (of.LOCATION,)):
            grouped[owner].append(row)
    found: dict[str, Row] = {}
    for (_, key), theirs in grouped.items():
        found[key], *others = sorted(theirs, key=lambda row: row.get("address_type") != PHYSICAL)
        for row in others:
            owners.notices.count("hsds_addresses", row.origin)
    return found


def _ways_in(tables: Tables, owners: Owners) -> dict[str, dict[str, str]]:
    """What is said of the way in, by location; several rows in one text each."""
    found: dict[str, dict[str, str]] = {}
    for row in tables.rows("accessibility"):
        if owner := owners.of(row, (of.LOCATION,)):
            said = _way_in(row, owners.notices)
            known = found.get(owner[1], dict.fromkeys(said, ""))
            found[owner[1]] = {name: _together(name, known[name], said[name]) for name in said}
    return found


def _way_in(row: Row, notices: Notices) -> dict[str, str]:
    said = {name: row.get(column) for name, column in ACCESSIBILITY.items()}
    wheelchair = said["wheelchair"] if said["wheelchair"] in WHEELCHAIR else ""
    return said | {
        "accessibility_url": values.url(row, "url", notices),
        "wheelchair": wheelchair,
    }


def _together(name: str, before: str, words: str) -> str:
    if name in {"accessibility", "accessibility_details"}:
        return "\n".join(filter(None, (before, words)))
    return before or words


def _coordinates(row: Row, notices: Notices) -> dict[str, float | None]:
    """Both, or none: one alone, or one that is nowhere on earth, says nothing."""
    found = {name: _degrees(row, name, notices) for name in LARGEST}
    missing = [name for name in LARGEST if not row.get(name)]
    if len(missing) == 1:
        notices.tell("both_coordinates", row, missing[0])
    return dict.fromkeys(LARGEST) if None in found.values() else found


def _degrees(row: Row, name: str, notices: Notices) -> float | None:
    written = row.get(name)
    try:
        degrees = float(written.replace(",", ".")) if written else None
    except ValueError:
        degrees = None
    if written and (degrees is None or not abs(degrees) <= LARGEST[name]):
        notices.tell("hsds_coordinates", row, name, value=written, name=name)
        return None
    return degrees


def _kind(row: Row, notices: Notices) -> str:
    kind = row.get("location_type").lower() or PHYSICAL
    if kind not in KINDS:
        choices = ", ".join(KINDS)
        notices.tell("choice", row, "location_type", value=kind, choices=choices)
    return kind if kind in KINDS else PHYSICAL


def _address(row: Row | None, notices: Notices) -> dict[str, str]:
    if row is None:
        return {}
    cells = {name: row.get(column) for name, column in ADDRESS.items()}
    cells["postal_code"] = values.short(row, "postal_code", LONGEST_CODE, notices)
    country = _country(cells.pop("country"))
    if row.get("country") and not country:
        notices.tell("hsds_value", row, "country", value=row.get("country"))
    return cells | ({"country": country} if country else {})


@cache
def _country(written: str) -> str:
    """ISO 3166-1's two letters of a country, by its two or three letters or its name."""
    if len(written) == 2:
        return written.upper()
    found = get_global("territory_aliases").get(written.upper(), [written])[0]
    if len(found) == 2:
        return str(found)
    return _names().get(written.casefold(), "")


@cache
def _names() -> dict[str, str]:
    locales = map(Locale.parse, ("de", "en"))
    known = [item for locale in locales for item in locale.territories.items()]
    return {name.casefold(): code for code, name in known if code.isalpha() and len(code) == 2}
