"""Schedules, contacts and phones of offers, places and organizations into their tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from analysis.hours.schedule import Schedule
from models.contact import ContactRow, LanguageRow, PhoneRow
from models.imports.inserting import Row, insert_all, insert_for_ids
from models.offer import Offer
from models.offer_children import CONTACT, PHONE, SCHEDULE
from models.offer_parts import Phone, Place
from models.schedule import ScheduleRow

Owner = dict[str, int]
"""To whom a row belongs: {"service_id": 7}."""

SCHEDULES_OF = ("service_id", "service_at_location_id")
PHONES_OF = (*SCHEDULES_OF, "contact_id", "organization_id")

There = Iterable[tuple[int, Place]]
"""Places by the ids of their service_at_location."""


def write_parts(session: Session, offers: Sequence[Offer], there: There) -> None:
    """What offers and their places have of these; offers with their ids."""
    owners: list[tuple[Owner, Offer | Place]] = [({"service_id": x.id}, x) for x in offers]
    owners += [({"service_at_location_id": id}, place) for id, place in there]
    spans = [_schedule(owner, span) for owner, x in owners for span in x.schedules]
    insert_all(session, ScheduleRow, spans)
    phones = [(owner, phone) for owner, x in owners for phone in x.phones]
    write_phones(session, [*phones, *_contacts(session, offers)])


def write_phones(session: Session, phones: Sequence[tuple[Owner, Phone]]) -> None:
    """Phones of whatever has some, and the languages spoken there."""
    ids = insert_for_ids(session, PhoneRow, [_phone(*phone) for phone in phones])
    spoken = [
        {"phone_id": id, "code": code}
        for id, (_, phone) in zip(ids, phones, strict=True)
        for code in phone.languages
    ]
    insert_all(session, LanguageRow, spoken)


def _contacts(session: Session, offers: Iterable[Offer]) -> list[tuple[Owner, Phone]]:
    """Write whom to ask; their phones."""
    found = [(offer.id, contact) for offer in offers for contact in offer.contacts]
    rows = [
        {name: getattr(contact, name) for name in CONTACT} | {"service_id": id}
        for id, contact in found
    ]
    ids = insert_for_ids(session, ContactRow, rows)
    return [
        ({"contact_id": id}, phone)
        for id, (_, contact) in zip(ids, found, strict=True)
        for phone in contact.phones
    ]


def _schedule(owner: Owner, schedule: Schedule) -> Row:
    values = {name: getattr(schedule, name) for name in SCHEDULE}
    return {**dict.fromkeys(SCHEDULES_OF), **owner, **values}


def _phone(owner: Owner, phone: Phone) -> Row:
    values = {name: getattr(phone, name) for name in PHONE}
    return {**dict.fromkeys(PHONES_OF), **owner, **values}
