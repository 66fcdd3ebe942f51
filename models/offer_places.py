"""The places of offers, put together from locations, addresses and what is known of ramps."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from models import location
from models.location import AccessibilityRow, AddressRow, LocationRow, ServiceAtLocationRow
from models.offer import Place
from models.service import ServiceRow
from models.taxonomy import DISTRICTS, AttributeRow, TaxonomyRow, TaxonomyTermRow


def places(session: Session, which: ColumnElement[bool]) -> dict[int, Place]:
    """The first place of each service that fulfils `which`, by the service's id."""
    districts = _districts(session)
    at, place = ServiceAtLocationRow, LocationRow
    query = (
        select(at.service_id, place.id, place.name, place.latitude, place.longitude)
        .add_columns(AddressRow.address_1, AddressRow.postal_code, AddressRow.city)
        .add_columns(AccessibilityRow.wheelchair)
        .join(ServiceRow, ServiceRow.id == at.service_id)
        .join(place, place.id == at.location_id)
        .outerjoin(AddressRow, AddressRow.location_id == place.id)
        .outerjoin(AccessibilityRow, AccessibilityRow.location_id == place.id)
        .where(which)
        .order_by(
            at.id.desc(), AddressRow.id.desc()
        )  # the dict keeps the last, so first comes last
    )
    return {row.service_id: _place(row, districts) for row in session.execute(query)}


def _place(row: Row[*tuple[Any, ...]], districts: dict[int, str]) -> Place:
    return Place(
        name=row.name,
        street=row.address_1 or "",
        postal_code=row.postal_code or "",
        city=row.city or "",
        district=districts.get(row.id, ""),
        latitude=row.latitude,
        longitude=row.longitude,
        wheelchair=row.wheelchair or "",
    )


def _districts(session: Session) -> dict[int, str]:
    query = (
        select(AttributeRow.link_id, TaxonomyTermRow.name)
        .join(TaxonomyTermRow, TaxonomyTermRow.id == AttributeRow.taxonomy_term_id)
        .join(TaxonomyRow, TaxonomyRow.id == TaxonomyTermRow.taxonomy_id)
        .where(AttributeRow.link_entity == location.ENTITY, TaxonomyRow.name == DISTRICTS)
    )
    return {row.link_id: row.name for row in session.execute(query)}
