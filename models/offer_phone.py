"""The number of an offer that is called first, wherever it stands: pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.offer import Offer, Phone

FAX = "fax"
Phones = tuple[Phone, ...]


def with_number(offer: Offer, number: str) -> Offer:
    """The offer with this number instead of the one that is called first."""
    if not offer.phone:
        return replace(offer, phones=(*offer.phones, Phone(number)))
    return _rewritten(offer, lambda phone: (replace(phone, number=number, extension=""),))


def without(offer: Offer) -> Offer:
    """The offer without the number that is called first."""
    return _rewritten(offer, lambda _: ())


def _rewritten(offer: Offer, write: Callable[[Phone], Phones]) -> Offer:
    """Where the first number stands: with the offer, a place or a contact, in that order."""
    if _has(offer.phones):
        return replace(offer, phones=_first(offer.phones, write))
    for at, place in enumerate(offer.places):
        if _has(place.phones):
            there = replace(place, phones=_first(place.phones, write))
            return replace(offer, places=(*offer.places[:at], there, *offer.places[at + 1 :]))
    for at, contact in enumerate(offer.contacts):
        if _has(contact.phones):
            who = replace(contact, phones=_first(contact.phones, write))
            return replace(offer, contacts=(*offer.contacts[:at], who, *offer.contacts[at + 1 :]))
    return offer


def _has(phones: Phones) -> bool:
    return any(phone.type != FAX for phone in phones)


def _first(phones: Phones, write: Callable[[Phone], Phones]) -> Phones:
    at = next(number for number, phone in enumerate(phones) if phone.type != FAX)
    return (*phones[:at], *write(phones[at]), *phones[at + 1 :])
