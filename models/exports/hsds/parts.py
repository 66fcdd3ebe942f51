"""What an offer, a place or a contact consists of, as records: phones, schedules, people, costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from babel import Locale

from analysis.hours.schedule import Schedule
from models import hsds_profile as profile
from models.exports.hsds.naming import Naming, Picker, Record
from models.imports.languages import OURS
from models.offer import Contact, Offer, Phone
from models.service import DOCUMENT_SEPARATOR
from models.translation import GERMAN

contact_cells = Picker(profile.CONTACT)
cost_cells = Picker(profile.COST)
phone_cells = Picker(profile.PHONE)
schedule_cells = Picker(profile.SCHEDULE)


def phones(naming: Naming, parent: str, found: Iterable[Phone]) -> list[Record]:
    """Numbers, with the languages spoken there."""
    return [_phone(naming, parent, phone, place) for place, phone in enumerate(found)]


def schedules(naming: Naming, parent: str, found: Iterable[Schedule]) -> list[Record]:
    """Opening hours, each rule a record."""
    return [
        naming.child("schedule", parent, _schedule(schedule), place)
        for place, schedule in enumerate(found)
    ]


def languages(naming: Naming, parent: str, codes: Iterable[str]) -> list[Record]:
    """Languages spoken, by code and German name."""
    return [
        naming.child("language", parent, {"name": language_name(code), "code": code}, place)
        for place, code in enumerate(codes)
    ]


def contacts(naming: Naming, parent: str, found: Iterable[Contact]) -> list[Record]:
    """Whom to ask."""
    return [_contact(naming, parent, contact, place) for place, contact in enumerate(found)]


def costs(naming: Naming, parent: str, offer: Offer) -> list[Record]:
    """What it costs."""
    return [
        naming.child("cost_option", parent, cost_cells(cost), place)
        for place, cost in enumerate(offer.costs)
    ]


def documents(naming: Naming, parent: str, offer: Offer) -> list[Record]:
    """What to bring, in German, with the addresses of forms."""
    return [
        naming.child("required_document", parent, record, place)
        for place, record in enumerate(_documents(offer))
    ]


@cache
def language_name(code: str) -> str:
    """The German name of a language, or its code when CLDR has none."""
    known = Locale.parse("de").languages
    return OURS.get(code) or str(known.get(code.replace("-", "_"), code))


def _phone(naming: Naming, parent: str, phone: Phone, place: int) -> Record:
    record = naming.child("phone", parent, phone_cells(phone), place)
    extension = phone.extension
    if extension and extension == (_whole(extension) or ""):
        record["extension"] = int(extension)
    elif extension:
        record["lotse_extension"] = record.pop("extension")
    if phone.languages:
        record["languages"] = languages(naming, str(record["id"]), phone.languages)
    return record


def _whole(digits: str) -> str | None:
    """What a number looks like when it comes back."""
    return str(int(digits)) if digits.isascii() and digits.isdigit() else None


def _schedule(schedule: Schedule) -> Record:
    record = schedule_cells(schedule)
    if record.get("freq", profile.FREQUENCIES[0]) not in profile.FREQUENCIES:
        record["lotse_freq"] = record.pop("freq")
    return record


def _contact(naming: Naming, parent: str, contact: Contact, place: int) -> Record:
    record = naming.child("contact", parent, contact_cells(contact), place)
    if contact.phones:
        record["phones"] = phones(naming, str(record["id"]), contact.phones)
    return record


def _documents(offer: Offer) -> Iterator[Record]:
    joined = offer.texts.get(GERMAN, {}).get(profile.DOCUMENTS, "")
    for name in filter(None, joined.split(DOCUMENT_SEPARATOR)):
        uri = offer.document_links.get(name)
        yield {"document": name, "uri": uri} if uri else {"document": name}
