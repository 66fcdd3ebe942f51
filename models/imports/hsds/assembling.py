"""Tables of HSDS put together as offers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from models.imports.hsds import owners as of
from models.imports.hsds.makers import makers
from models.imports.hsds.notices import Notices
from models.imports.hsds.owners import Owners
from models.imports.hsds.parts import Parts
from models.imports.hsds.places import places
from models.imports.hsds.rows import Row, Tables
from models.imports.hsds.services import offer
from models.imports.hsds.terms import Sorter, Sorting, fields_of_action
from models.imports.hsds.there import Known
from models.imports.hsds.translations import translations
from models.offer import FieldOfAction, Offer, Organization

Rows = Mapping[str, Row]
At = dict[str, list[tuple[str, str]]]


@dataclass(slots=True)
class Assembly:
    """Makes offers of one set of tables after the other. `language` is that of their words."""

    notices: Notices
    sorter: Sorter
    language: str
    fields: tuple[FieldOfAction, ...] = ()
    _makers: dict[str, Organization] = field(default_factory=dict)
    """Also those of earlier tables: in JSON a service may only name the id of its organization."""
    _taken: dict[str, int] = field(default_factory=dict)
    _kept: dict[object, object] = field(default_factory=dict)

    def offers(self, tables: Tables) -> Iterator[Offer]:
        """The offers that these tables hold."""
        owners = Owners(self.notices)
        services = dict(owners.keyed(of.SERVICE, tables.rows(of.SERVICE)))
        known = self._known(tables, owners, services)
        for key in tuple(services):
            row = services.pop(key)  # and what is made of it is let go too: there may be many
            if (made := offer(key, row, known)) and self._is_new(made, row):
                yield self._shared(made)
            known.translations.pop((of.SERVICE, key), None)

    def _known(self, tables: Tables, owners: Owners, services: Rows) -> Known:
        keyed = (dict(owners.keyed(x, tables.rows(x))) for x in (of.ORGANIZATION, of.LOCATION))
        organizations, locations = keyed
        at = _at(tables, owners, services)
        _tell_unused(self.notices, locations, {x for pairs in at.values() for _, x in pairs})
        used = {row.get("organization_id") for row in services.values()}
        _tell_unused(self.notices, organizations, used)
        parts = Parts(tables, owners)
        parts.read()
        sorting = Sorting(tables, owners, self.sorter)
        ordered, texts = sorting.read(), translations(tables, owners)
        self.fields += fields_of_action(sorting.terms, ordered.fields, texts)
        made = places(locations.items(), tables, owners, ordered.districts)
        self._makers |= makers(organizations, owners, parts)
        return Known(owners, parts, self._makers, made, at, ordered, texts, self.language)

    def _is_new(self, made: Offer, row: Row) -> bool:
        """Whether no other row is known by the same id."""
        first = self._taken.setdefault(made.source_id, row.number)
        if first == row.number:
            return True
        self.notices.tell("hsds_id_twice", row, "id", value=made.source_id, first=first)
        return False

    def _shared(self, made: Offer) -> Offer:
        """The same offer; what many offers have alike is kept once, so that memory lasts."""
        return replace(
            made,
            maker=self._once(made.maker),
            schedules=self._once(made.schedules),
            places=tuple(
                self._once(replace(x, schedules=self._once(x.schedules))) for x in made.places
            ),
            topics=self._once(made.topics),
            languages=self._once(made.languages),
        )

    def _once(self, value: Any) -> Any:
        return self._kept.setdefault(value, value)


def _at(tables: Tables, owners: Owners, services: Rows) -> At:
    """The places of services, by service_at_location and location."""
    found: At = defaultdict(list)
    for key, row in owners.keyed(of.AT, tables.rows(of.AT)):
        service = owners.known(row, of.SERVICE, "service_id", "left out")
        location = owners.known(row, of.LOCATION, "location_id", "left out")
        if service and location and owners.pairs.setdefault((service, location), key) == key:
            found[service].append((key, location))
    for key, row in services.items():
        location = owners.known(row, of.LOCATION, "location_id", "left out")
        if location and (key, location) not in owners.pairs:
            owners.pairs[key, location] = key
            found[key].append((key, location))
    return found


def _tell_unused(notices: Notices, rows: Rows, used: set[str]) -> None:
    for key, row in rows.items():
        if key not in used:
            notices.count("hsds_unused", row.origin)
