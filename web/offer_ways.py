"""The ways that lead to an offer: places, numbers, people, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from handlers.cards import map_of
from models.offer import Contact, Offer, Organization, Phone, Place
from models.text import Fixed, LanguageName, Listed, T
from web.offer_reader import Reader, german
from web.plain import safe

KINDS = ("voice", "cell", "fax", "text", "tty", "video")
"""HSDS 3.0's types of phones that have a name here."""

NOT_CALLED = frozenset({"fax"})
DIALLED = "+0123456789"


def places(offer: Offer, reader: Reader) -> list[Mapping[str, Any]]:
    """All places, in their order."""
    return [_place(one, reader) for one in offer.places]


def phones(some: Iterable[Phone], reader: Reader) -> list[Mapping[str, Any]]:
    """Numbers to tap on, with what the town says about them."""
    return [_phone(one, reader) for one in some if one.number]


def contacts(offer: Offer, reader: Reader) -> list[Mapping[str, Any]]:
    """Whom to ask."""
    return [_contact(one, reader) for one in offer.contacts]


def organization(maker: Organization, reader: Reader) -> Mapping[str, Any]:
    """Who makes it, and how to reach them."""
    return {
        "name": german(maker.name),
        "website": safe(maker.website),
        "email": maker.email,
        "phones": phones(maker.phones, reader),
    }


def _place(one: Place, reader: Reader) -> Mapping[str, Any]:
    town = " ".join(part for part in (one.postal_code, one.city) if part)
    lines = (one.attention, one.street, one.street_2, town)
    link = map_of(one)
    return {
        "name": german(one.name or one.alternate_name),
        "lines": [line for line in lines if line],
        "district": german(one.district if one.district != one.city else ""),
        "map": link.url if link else "",
        "url": safe(one.url),
        "phones": phones(one.phones, reader),
        "notes": [german(text) for text in (one.description, one.transportation) if text],
        "access": _access(one, reader),
    }


def _access(one: Place, reader: Reader) -> Mapping[str, Any] | None:
    """Whether one gets in, and what the town says about it."""
    said = reader.say(T(f"offer.wheelchair_{one.wheelchair}")) if one.wheelchair else ""
    words = "\n".join(text for text in (one.accessibility, one.accessibility_details) if text)
    if not (said or words):
        return None
    return {"said": said, "words": german(words), "url": safe(one.accessibility_url)}


def _phone(one: Phone, reader: Reader) -> Mapping[str, Any]:
    extension = T("offerpage.extension", number=Fixed(one.extension))
    label = reader.say(T(f"offerpage.phone_{one.type if one.type in KINDS else 'voice'}"))
    return {
        "label": label,
        "number": one.number,
        "extension": reader.say(extension) if one.extension else "",
        "href": "" if one.type in NOT_CALLED else _dialled(one),
        "words": german(one.description),
        "languages": spoken(one.languages, reader),
    }


def _dialled(one: Phone) -> str:
    digits = "".join(sign for sign in one.number if sign in DIALLED)
    extension = "".join(sign for sign in one.extension if sign in DIALLED)
    return f"tel:{digits};ext={extension}" if extension else f"tel:{digits}"


def _contact(one: Contact, reader: Reader) -> Mapping[str, Any]:
    about = ", ".join(part for part in (one.title, one.department) if part)
    return {
        "name": german(one.name),
        "about": german(about),
        "email": one.email,
        "phones": phones(one.phones, reader),
    }


def spoken(codes: Iterable[str], reader: Reader) -> str:
    """The names of languages, as a list in the reader's language."""
    names = tuple(LanguageName(code) for code in codes)
    return reader.plain(Listed(names)) if names else ""
