"""The places of offers, put together from locations, addresses and what is known of ramps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from models import location
from models.location import AccessibilityRow, AddressRow, LocationRow, ServiceAtLocationRow
from models.offer_children import Children, Query
from models.offer_parts import Place
from models.taxonomy import DISTRICTS, AttributeRow, TaxonomyRow, TaxonomyTermRow

LOCATION = {
    "source_id": "source_id",
    "type": "location_type",
    "name": "name",
    "alternate_name": "alternate_name",
    "description": "description",
    "transportation": "transportation",
    "url": "url",
    "latitude": "latitude",
    "longitude": "longitude",
}
ADDRESS = {
    "attention": "attention",
    "street": "address_1",
    "street_2": "address_2",
    "postal_code": "postal_code",
    "city": "city",
    "region": "region",
    "state": "state_province",
    "country": "country",
}
ACCESSIBILITY = {
    "wheelchair": "wheelchair",
    "accessibility": "description",
    "accessibility_details": "details",
    "accessibility_url": "url",
}
"""The fields of a place, and the columns that hold them."""

_TABLES = ((LocationRow, LOCATION), (AddressRow, ADDRESS), (AccessibilityRow, ACCESSIBILITY))
_NAMES = (*LOCATION, *ADDRESS, *ACCESSIBILITY)


def places(children: Children) -> dict[int, tuple[Place, ...]]:
    """The places of each service that is read, by the service's id."""
    found: dict[int, list[Place]] = defaultdict(list)
    rows = list(children.rows(_query(children.ids)))
    districts = _districts(children, [id for _, _, id, *_ in rows])
    schedules, phones = children.schedules_there(), children.phones_there()
    for service, at, id, *values in rows:
        said = {
            name: value for name, value in zip(_NAMES, values, strict=True) if value is not None
        }
        there = Place(
            **said,
            district=districts.get(id, ""),
            schedules=schedules.get(at, ()),
            phones=phones.get(at, ()),
        )
        found[service].append(there)
    return {service: tuple(theirs) for service, theirs in found.items()}


def _query(ids: Sequence[int]) -> Query:
    at, place = ServiceAtLocationRow, LocationRow
    columns = [getattr(table, column) for table, names in _TABLES for column in names.values()]
    return (
        select(at.service_id, at.id, place.id, *columns)
        .join(place, place.id == at.location_id)
        .outerjoin(AddressRow, AddressRow.location_id == place.id)
        .outerjoin(AccessibilityRow, AccessibilityRow.location_id == place.id)
        .where(at.service_id.in_(ids))
        .order_by(at.id)
    )


def _districts(children: Children, locations: Sequence[int]) -> dict[int, str]:
    query = (
        select(AttributeRow.link_id, TaxonomyTermRow.name)
        .join(TaxonomyTermRow, TaxonomyTermRow.id == AttributeRow.taxonomy_term_id)
        .join(TaxonomyRow, TaxonomyRow.id == TaxonomyTermRow.taxonomy_id)
        .where(AttributeRow.link_entity == location.ENTITY, AttributeRow.link_id.in_(locations))
        .where(TaxonomyRow.name == DISTRICTS)
    )
    return {row[0]: row[1] for row in children.rows(query)}
