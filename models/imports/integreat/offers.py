"""A page, a place or an event of Integreat as an offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from models.imports.cells import identity
from models.imports.integreat.at_dates import at_dates
from models.imports.integreat.at_place import at_place
from models.imports.integreat.joining import Joined
from models.imports.integreat.node import Node
from models.imports.integreat.remarks import Remarks
from models.imports.integreat.saved import EVENTS, LOCATIONS
from models.imports.integreat.texts import Above, checked, outdated, texts_of
from models.imports.integreat.topics import Sorter
from models.imports.integreat.web_address import encoded
from models.imports.problems import Unexpected
from models.offer import Offer, OfferKind, Organization, Place
from models.translation import GERMAN

_KINDS: Mapping[str, OfferKind] = {LOCATIONS: "offer", EVENTS: "event"}
_PREFIX = 2  # parts of a path before a thing's own: the region and the language


@dataclass(frozen=True, slots=True)
class Region:
    """What its offers need to know: who makes what names nobody, places by their ids, …"""

    maker: Organization
    zone: ZoneInfo
    sorter: Sorter
    above: Above
    places: Mapping[str, Place]
    remarks: Remarks

    @property
    def source(self) -> str:
        """Who says so, as cards name it."""
        return f"Integreat, {self.maker.name}"


def offer_of(thing: Joined, kind: str, region: Region) -> Offer:
    """The offer that a page, a place or an event is, whatever it lacks."""
    offer = _worded(thing, kind, region)
    match kind:
        case "locations":
            return at_place(offer, thing.german, region.remarks)
        case "events":
            return at_dates(offer, thing, region.zone, region.places, region.remarks)
    return offer


def _worded(thing: Joined, kind: str, region: Region) -> Offer:
    """With what all of them have: texts, topics, who says so and since when."""
    item, texts = thing.german, texts_of(thing, region.above)
    above = region.above.titles(item, GERMAN)
    category = item.node("category").text("name")
    return Offer(
        id=0,
        source_id=source_id(thing.path),
        maker=_maker(item.node("organization"), region.maker),
        texts=texts,
        topics=region.sorter.topics_of(item.text("title"), category, *above[-1:]),
        kind=_KINDS.get(kind, "page"),
        source=region.source,
        source_url=texts[GERMAN].get("page", ""),
        last_checked=checked(item),
        outdated=outdated(thing, texts),
    )


def source_id(path: str) -> str:
    """The German path without region and language, with points; one too long for that as a UUID.

    The path is what stays: ids are those of single translations there.
    """
    own = ".".join(path.split("/")[_PREFIX:]) or path
    try:
        return identity(own)
    except Unexpected:
        return str(uuid5(NAMESPACE_URL, f"/{path}/"))


def region_of(path: str) -> str:
    """The region's part of a path."""
    return path.partition("/")[0]


def _maker(organization: Node, otherwise: Organization) -> Organization:
    name = organization.text("name")
    if not name:
        return otherwise
    website, logo = (encoded(organization.text(x)) for x in ("website", "logo"))
    return Organization(name, website, organization.text("slug"), logo=logo)
