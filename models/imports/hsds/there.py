"""Where a service is, and whom one meets there: what it has itself, and what its places have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.hsds_profile import KEY
from models.imports.hsds import owners as of
from models.imports.hsds.owners import Owners
from models.imports.hsds.parts import Parts
from models.imports.hsds.rows import Row
from models.imports.hsds.terms import Sorted
from models.imports.hsds.translations import Translations
from models.offer import Contact, Organization, Place, Schedule

Hours = tuple[Schedule, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a set of tables holds besides its services. `at` are the places of services, each by
    its service_at_location and its location; `language` is that of the tables' words.
    """

    owners: Owners
    parts: Parts
    makers: Mapping[str, Organization]
    places: Mapping[str, Place]
    at: Mapping[str, Sequence[tuple[str, str]]]
    sorted: Sorted
    translations: Translations
    language: str


def places(key: str, row: Row, known: Known) -> tuple[Place, ...]:
    """Where it is, with its hours and phones there."""
    parts = known.parts
    own = parts.schedules.of(of.SERVICE, key)
    found = []
    for at, location in known.at.get(key, ()):
        hours = parts.schedules.of(of.AT, at)
        if not row.has(KEY):
            hours = _hours(hours, own, parts.schedules.of(of.LOCATION, location))
        phones = parts.phones.of(of.AT, at)
        said = (*phones, *parts.phones.of(of.SERVICE, key))
        more = [x for x in parts.phones.of(of.LOCATION, location) if x not in said]
        found.append(replace(known.places[location], schedules=hours, phones=(*phones, *more)))
    return tuple(found)


def _hours(at: Hours, own: Hours, location: Hours) -> Hours:
    """The hours of a service at a place: those said of just that; else its own, else those of the
    location, both with what exceptions there are. None: the service's own hold.
    """
    if any(not x.instead for x in at):
        return at
    if any(not x.instead for x in own):
        return (*own, *at) if at else ()
    return (*location, *own, *at)


def contacts(key: str, row: Row, known: Known) -> tuple[Contact, ...]:
    """Its own, then those at its places, each once; those of the organization when there are none
    and no number to call either.
    """
    parts = known.parts
    own = parts.contacts.of(of.SERVICE, key)
    theirs = [
        contact
        for at, location in known.at.get(key, ())
        for contact in (*parts.contacts.of(of.AT, at), *parts.contacts.of(of.LOCATION, location))
    ]
    found = (*own, *(x for x in dict.fromkeys(theirs) if x not in own))
    if found or parts.phones.of(of.SERVICE, key):
        return found
    return parts.contacts.of(of.ORGANIZATION, row.get("organization_id"))


def languages(key: str, known: Known) -> tuple[str, ...]:
    """Those spoken for it, and at its places."""
    own = known.parts.languages.of(of.SERVICE, key)
    places = (location for _, location in known.at.get(key, ()))
    theirs = (code for x in places for code in known.parts.languages.of(of.LOCATION, x))
    return tuple(dict.fromkeys((*own, *theirs)))
