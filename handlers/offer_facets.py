"""What an offer says, as named values: for those who check it and what somebody changed of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from handlers import news_words
from handlers.context import Context
from handlers.hours_lines import Said, lines
from models.offer import Contact, Cost, Offer, Organization, Phone, Place, Schedule
from models.text import Fixed, LanguageName, Listed, T, Text, Verbatim
from models.translation import GERMAN

NOTES = (
    *("description", "notes", "schedule_link", "attending_type", "timezone", "wkst", "dtstart"),
    *("until", "count"),
)
Facet = tuple[Text, Said]
SWITCHES = (
    *("by_appointment", "open_on_holidays", "online", "interpretation", "first_contact"),
    *("temporarily_closed", "inactive"),
)
LINES = ("email", "website", "keeper", "keeper_email", "source", "source_url")
AGES = ("minimum_age", "maximum_age")
ADDRESS = ("name", "street", "street_2", "postal_code", "city", "region", "state")


def facets(offer: Offer, context: Context) -> Iterator[Facet]:
    """Everything that it says, so that whatever changes changes one of them."""
    yield from _texts(offer)
    yield from _sorting(offer, context)
    yield from _who(offer.maker)
    yield from _hours(offer.schedules)
    for number, place in enumerate(offer.places, 1):
        yield from _place(place, number if len(offer.places) > 1 else 0)
    yield from _ways(offer)
    for name in SWITCHES:
        yield T(f"facet.{name}"), T("facet.yes") if getattr(offer, name) else T("facet.no")
    if offer.valid_until:
        yield T("facet.valid_until"), T("keep.one_day", day=offer.valid_until)


def _texts(offer: Offer) -> Iterator[Facet]:
    for language, texts in offer.texts.items():
        for name, text in texts.items():
            about = T(f"facet.{name}")
            where = T("facet.in_language", what=about, language=LanguageName(language))
            yield (about if language == GERMAN else where), Verbatim(text, language)


def _sorting(offer: Offer, context: Context) -> Iterator[Facet]:
    if offer.kind != "offer":
        yield T("facet.kind"), T(f"facet.kind_{offer.kind}")
    topics = tuple(news_words.topic(code, context) for code in offer.topics)
    yield from _listed("topics", topics)
    yield from _listed("target_groups", map(Fixed, offer.target_groups))
    yield from _listed("languages", map(LanguageName, offer.languages))
    yield from _listed("machine_translated", map(LanguageName, offer.machine_translated))
    for name in AGES:
        if (age := getattr(offer, name)) is not None:
            yield T(f"facet.{name}"), Fixed(str(age))


def _who(maker: Organization) -> Iterator[Facet]:
    yield T("facet.organization"), Verbatim(maker.name, "de")
    yield from _rest("organization_more", maker, {"name", "phones"})
    yield from _listed("organization_phones", map(_phone, maker.phones))


def _hours(schedules: Sequence[Schedule], where: Text | None = None) -> Iterator[Facet]:
    for line in lines(schedules):
        when = T("facet.at", what=T("facet.hours"), where=line.when)
        yield (T("facet.at", what=when, where=where) if where else when), line.what
    told = [" · ".join(found) for one in schedules if (found := _notes(one))]
    yield from _listed("hours_note", map(Fixed, told))


def _notes(schedule: Schedule) -> list[str]:
    """What is no time, and what it takes to reckon it."""
    return [str(found) for name in NOTES if (found := getattr(schedule, name))]


def _place(place: Place, number: int) -> Iterator[Facet]:
    where = T("facet.place_number", number=number) if number else T("facet.place")
    for name, value in (("address", _address(place)), ("point", _point(place))):
        what = T(f"facet.{name}")
        if value:
            yield (T("facet.at", what=what, where=where) if number else what), Verbatim(value, "de")
    known = {*ADDRESS, "latitude", "longitude", "schedules", "phones"}
    more = (*_rest("place_more", place, known), *_listed("phones", map(_phone, place.phones)))
    for label, said in more:
        yield T("facet.at", what=label, where=where), said
    yield from _hours(place.schedules, where)


def _address(place: Place) -> str:
    town = " ".join(filter(None, (place.postal_code, place.city)))
    parts = (place.name, place.street, place.street_2, town, place.region, place.state)
    return ", ".join(filter(None, parts))


def _point(place: Place) -> str:
    known = place.latitude is not None or place.longitude is not None
    return f"{place.latitude}, {place.longitude}" if known else ""


def _ways(offer: Offer) -> Iterator[Facet]:
    yield from _listed("phones", map(_phone, offer.phones))
    for name in LINES:
        if value := getattr(offer, name):
            yield T(f"facet.{name}"), Fixed(value)
    yield from _listed("contacts", map(_contact, offer.contacts))
    yield from _listed("costs", map(_cost, offer.costs))
    links = (f"{name}: {link}" for name, link in offer.document_links.items())
    yield from _listed("document_links", map(Fixed, links))


def _phone(phone: Phone) -> Fixed:
    more = (phone.extension, phone.type, phone.description, ", ".join(phone.languages))
    return Fixed(_joined(phone.number, *more))


def _contact(contact: Contact) -> Fixed:
    phones = (_phone(phone).text for phone in contact.phones)
    said = (contact.name, contact.title, contact.department, contact.email)
    return Fixed(_joined(*said, *phones))


def _cost(cost: Cost) -> Said:
    if cost == Cost(0):
        return T("offer.free")
    amount = "" if cost.amount is None else f"{cost.amount:.2f} {cost.currency}"
    days = (day.isoformat() if day else "" for day in (cost.valid_from, cost.valid_to))
    return Fixed(_joined(amount, cost.option, cost.description, *days))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _rest(name: str, value: Any, known: set[str]) -> Iterator[Facet]:
    """The other fields of a part, as they are stored."""
    others = (field.name for field in fields(value) if field.name not in known)
    told = [f"{other}: {found}" for other in others if (found := getattr(value, other))]
    yield from _listed(name, map(Fixed, told))


def _listed(name: str, values: Iterable[Said | LanguageName]) -> Iterator[Facet]:
    found = tuple(values)
    if found:
        yield T(f"facet.{name}"), Listed(found)
