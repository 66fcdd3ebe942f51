"""An offer as the standard's full service: one record that holds everything."""

from __future__ import annotations

from collections.abc import Iterator

from models import hsds_profile as profile
from models import service as stored
from models.exports.hsds import parts
from models.exports.hsds.filling import filled
from models.exports.hsds.naming import Naming, Picker, Record
from models.exports.hsds.places import places
from models.exports.hsds.terms import sorted_by
from models.offer import Offer, Organization
from models.translation import GERMAN, HUMAN, MACHINE, MARK, source_hash

organization_cells = Picker(profile.ORGANIZATION)
service_cells = Picker(profile.SERVICE)
COLUMNS = {**profile.TEXTS, profile.DOCUMENTS: profile.DOCUMENTS}
"""What translations call the fields of an offer's texts."""


def service_record(naming: Naming, offer: Offer) -> Record:
    """HSDS `service` with all that belongs to it, nothing that says nothing."""
    id = naming.id("service", offer.source_id)
    children = {
        "phones": parts.phones(naming, id, offer.phones),
        "schedules": parts.schedules(naming, id, offer.schedules),
        "service_at_locations": list(places(naming, id, offer)),
        "languages": parts.languages(naming, id, offer.languages),
        "contacts": parts.contacts(naming, id, offer.contacts),
        "cost_options": parts.costs(naming, id, offer),
        "required_documents": parts.documents(naming, id, offer),
        "attributes": sorted_by(naming, id, offer),
        "lotse_translations": list(_translations(naming, id, offer)),
    }
    found = {name: records for name, records in children.items() if records}
    record = {"id": id, "organization": _organization(naming, offer.maker), **_texts(offer)}
    return record | _own(offer) | found


def _own(offer: Offer) -> Record:
    key = {"status": _status(offer), profile.KEY: offer.source_id}
    return service_cells(offer) | key


def _status(offer: Offer) -> str:
    if offer.inactive:
        return stored.INACTIVE
    return stored.CLOSED if offer.temporarily_closed else stored.ACTIVE


def _texts(offer: Offer) -> Record:
    german = offer.texts.get(GERMAN, {})
    titles = (texts["title"] for texts in offer.texts.values() if texts.get("title"))
    record = {column: german[name] for name, column in profile.TEXTS.items() if german.get(name)}
    return filled(record, {"name": next(titles, offer.source_id)})


def _translations(naming: Naming, service: str, offer: Offer) -> Iterator[Record]:
    german = offer.texts.get(GERMAN, {})
    for language in (x for x in offer.texts if x != GERMAN):
        by = {"status": MACHINE if language in offer.machine_translated else HUMAN}
        for name, text in offer.texts[language].items():
            made = {"field": COLUMNS[name], "language": language, "text": text, **by}
            late = f"{name}{MARK}{language}" in offer.outdated
            hashed = {} if late else {"source_hash": source_hash(german.get(name, ""))}
            place = f"{COLUMNS[name]}:{language}"
            yield naming.child("translation", service, made | hashed, place)


def _organization(naming: Naming, maker: Organization) -> Record:
    id = naming.shared("organization", maker.source_id or maker.name, maker)
    record = {"id": id, **organization_cells(maker), profile.KEY: maker.source_id}
    if maker.parent in naming.makers:
        record["parent_organization_id"] = naming.id("organization", maker.parent)
    if maker.phones:
        record["phones"] = parts.phones(naming, id, maker.phones)
    return filled(record, {"description": maker.name})
