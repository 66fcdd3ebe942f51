"""Offers' places into the tables location, address, accessibility and service_at_location."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import location
from models.imports import offer_rows as rows
from models.imports.inserting import Row, insert_all, insert_for_ids
from models.location import AccessibilityRow, AddressRow, LocationRow, ServiceAtLocationRow
from models.offer import Offer
from models.offer_parts import Place
from models.offer_places import ACCESSIBILITY, ADDRESS, LOCATION
from models.taxonomy import DISTRICTS, AttributeRow, term_ids

NOTHING = Place()


def remove_places(session: Session, services: Sequence[int]) -> None:
    """Remove the places of these services; what belongs to them goes too."""
    at = ServiceAtLocationRow
    theirs = select(at.location_id).where(at.service_id.in_(services))
    ids = session.scalars(theirs).all()
    link = (AttributeRow.link_entity == location.ENTITY) & AttributeRow.link_id.in_(ids)
    session.execute(delete(AttributeRow).where(link))
    session.execute(delete(LocationRow).where(LocationRow.id.in_(ids)))


def write_places(session: Session, source: str, offers: Sequence[Offer]) -> list[tuple[int, Place]]:
    """Insert the places of offers; each with the id of its service_at_location."""
    placed = [(offer.id, place) for offer in offers for place in offer.places]
    made = [_columns(place, LOCATION) | {"source": source} for _, place in placed]
    ids = insert_for_ids(session, LocationRow, made)
    there = {id: place for id, (_, place) in zip(ids, placed, strict=True)}
    for table, names in ((AddressRow, ADDRESS), (AccessibilityRow, ACCESSIBILITY)):
        insert_all(session, table, _said(there, names))
    _write_districts(session, there)
    at = [
        {"service_id": service, "location_id": id}
        for id, (service, _) in zip(ids, placed, strict=True)
    ]
    links = insert_for_ids(session, ServiceAtLocationRow, at)
    return [(link, place) for link, (_, place) in zip(links, placed, strict=True)]


def _columns(place: Place, names: Mapping[str, str]) -> Row:
    return {column: getattr(place, name) for name, column in names.items()}


def _said(there: Mapping[int, Place], names: Mapping[str, str]) -> list[Row]:
    """Rows for those places of which anything is known."""
    nothing = _columns(NOTHING, names)
    columns = ((id, _columns(place, names)) for id, place in there.items())
    return [row | {"location_id": id} for id, row in columns if row != nothing]


def _write_districts(session: Session, there: Mapping[int, Place]) -> None:
    named = {id: place.district for id, place in there.items() if place.district}
    terms = term_ids(session, DISTRICTS, named.values())
    links = [
        row
        for id, name in named.items()
        for row in rows.attributes((location.ENTITY, id), (DISTRICTS, [terms[name]]))
    ]
    insert_all(session, AttributeRow, links)
