"""Offers' places into the tables location, address, accessibility and service_at_location."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from models import location
from models.imports import offer_rows as rows
from models.location import AccessibilityRow, AddressRow, LocationRow, ServiceAtLocationRow
from models.offer import Offer
from models.service import ServiceRow
from models.taxonomy import DISTRICTS, AttributeRow, term_ids


def remove_places(session: Session, source: str, services: Sequence[int]) -> None:
    """Remove the places that came with these services; what belongs to them goes too."""
    theirs = select(ServiceRow.source_id).where(ServiceRow.id.in_(services))
    ours = (LocationRow.source == source) & LocationRow.source_id.in_(theirs)
    ids = session.scalars(select(LocationRow.id).where(ours)).all()
    link = (AttributeRow.link_entity == location.ENTITY) & AttributeRow.link_id.in_(ids)
    session.execute(delete(AttributeRow).where(link))
    session.execute(delete(LocationRow).where(LocationRow.id.in_(ids)))


def write_places(session: Session, source: str, offers: Sequence[Offer]) -> None:
    """Insert the places of offers that have one."""
    placed = [offer for offer in offers if offer.place]
    if not placed:
        return
    made = [rows.location_row(offer) | {"source": source} for offer in placed]
    returning = insert(LocationRow).returning(LocationRow.id, sort_by_parameter_order=True)
    ids = session.scalars(returning, made).all()
    at = [{"service_id": x.id, "location_id": id} for x, id in zip(placed, ids, strict=True)]
    session.execute(insert(ServiceAtLocationRow), at)
    _insert(session, AddressRow, [list(rows.address_rows(x)) for x in placed], ids)
    _insert(session, AccessibilityRow, [list(rows.accessibility_rows(x)) for x in placed], ids)
    _write_districts(session, placed, ids)


def _insert(
    session: Session, table: type[Any], found: list[list[rows.Row]], ids: Sequence[int]
) -> None:
    complete = [
        row | {"location_id": id} for those, id in zip(found, ids, strict=True) for row in those
    ]
    if complete:
        session.execute(insert(table), complete)


def _write_districts(session: Session, offers: Sequence[Offer], ids: Sequence[int]) -> None:
    named = {id: x.place.district for id, x in zip(ids, offers, strict=True) if x.place}
    terms = term_ids(session, DISTRICTS, filter(None, named.values()))
    links = [
        row
        for id, name in named.items()
        if name
        for row in rows.attributes((location.ENTITY, id), (DISTRICTS, [terms[name]]))
    ]
    if links:
        session.execute(insert(AttributeRow), links)
