"""An offer as a card: the facts in the order in which a newcomer needs them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlencode

from analysis.hours.opening import Almanac
from handlers.context import Context
from handlers.menu import Rows
from handlers.offer_notices import on_card, on_words
from handlers.offer_week import week
from models.customs import money
from models.offer import Cost, Offer, Place
from models.opening_words import state_words
from models.text import Fixed, T, Text, Verbatim
from models.turn import Card, Link

MAP = "https://www.openstreetmap.org/"
KEPT = 512  # cards; more would slow down the garbage collector
DETAILS = ("description", "eligibility", "application", "documents", "accreditations")


def card_of(offer: Offer, context: Context, buttons: Rows = (), *, full: bool = False) -> Card:
    """The card in her language where there is a translation, else along the chain, and says so.

    In a list it holds what one needs to go there, with one way to get in touch; `full` adds the
    description, who may come, how to register, what to bring and all other ways.
    """
    minute = context.now.replace(second=0, microsecond=0)
    day = _Day(context.town.almanac, context.today)
    state = _open_state(offer, day, (minute, minute.fold), context.language)
    return _card(offer, _Seen(context.chain, _topic(offer, context), day, state, full, buttons))


@dataclass(frozen=True, slots=True)
class _Day:
    """The town's day, by its almanac."""

    almanac: Almanac
    today: date


@dataclass(frozen=True, slots=True)
class _Seen:
    """How an offer is looked at: all that a card depends on besides the offer."""

    chain: tuple[str, ...]
    topic: Verbatim | None
    day: _Day
    open_state: Text | None
    full: bool
    buttons: Rows

    @property
    def language(self) -> str:
        return self.chain[0]


@lru_cache(KEPT)
def _card(offer: Offer, seen: _Seen) -> Card:
    """The same few cards are shown to everybody. They hold the town's words and nobody else's."""
    title = _words(offer, "title", seen) or Verbatim(offer.source_id, "de")
    return Card(
        offer=offer.id,
        title=title,
        summary=_words(offer, "short_answer", seen) or title,
        organization=Verbatim(offer.organization, "de"),
        source=Verbatim(offer.source or offer.organization, "de"),
        checked=offer.last_checked,
        topic=seen.topic,
        place=_place(offer.place),
        map=map_of(offer.place),
        elsewhere=_elsewhere(offer) if seen.full else (),
        hours=week(offer, seen.day.almanac, seen.day.today, seen.language, full=seen.full),
        hours_note=_words(offer, "hours_note", seen),
        open_state=seen.open_state,
        cost=_cost(offer, seen),
        languages=offer.languages,
        **_contact(offer, full=seen.full),
        details=_details(offer, seen) if seen.full else (),
        fallback=on_words(title, seen.language),
        notices=on_card(offer, seen.chain, seen.day.today, full=seen.full),
        buttons=seen.buttons,
    )


def _words(offer: Offer, field: str, seen: _Seen) -> Verbatim | None:
    return offer.words(field, seen.chain)


def _topic(offer: Offer, context: Context) -> Verbatim | None:
    topic = context.catalogue.topics.get(offer.topics[0]) if offer.topics else None
    names = topic.names if topic else {}
    found = next((lang for lang in context.chain if lang in names), None)
    return Verbatim(names[found], found) if found else None


def _place(place: Place | None) -> Verbatim | None:
    if place is None:
        return None
    town = " ".join(part for part in (place.postal_code, place.city) if part)
    parts = (place.name, place.street, town)
    written = ", ".join(part for part in parts if part)
    return Verbatim(written, "de") if written else None


def _elsewhere(offer: Offer) -> tuple[tuple[Verbatim, Link | None], ...]:
    """The other places, where anything is known of them."""
    found = ((_place(one), map_of(one)) for one in offer.places[1:])
    return tuple((words, link) for words, link in found if words)


def map_of(place: Place | None) -> Link | None:
    """Where it is on a map, when somebody said so."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    at = f"{place.latitude:.5f}", f"{place.longitude:.5f}"
    marker = urlencode({"mlat": at[0], "mlon": at[1]})
    return Link(f"{MAP}?{marker}#map=17/{at[0]}/{at[1]}")


@lru_cache(KEPT)
def _open_state(
    offer: Offer, day: _Day, minute: tuple[datetime, int], language: str
) -> Text | None:
    """Open now, or when next. The fold tells the hours apart that an autumn night has twice: as
    moments in one zone they are equal.
    """
    return state_words(offer, day.almanac, minute[0], language)


def _contact(offer: Offer, *, full: bool) -> dict[str, str]:
    ways = {"phone": offer.phone, "email": offer.email, "website": offer.website}
    known = {name: way for name, way in ways.items() if way}
    return known if full else dict(list(known.items())[:1])


def _cost(offer: Offer, seen: _Seen) -> Verbatim | Text | None:
    written = _words(offer, "cost", seen)
    if offer.free and (written is None or written.language != seen.language):
        return T("offer.free")
    return written or _price(offer.costs, seen.language)


def _price(costs: tuple[Cost, ...], language: str) -> Text | None:
    """From the least to the most, where nobody said it in words."""
    known = [cost for cost in costs if cost.amount is not None]
    if not known or len({cost.currency for cost in known}) > 1:
        return None
    amounts = sorted({cost.amount or 0.0 for cost in known})
    least, *more = [Fixed(money(one, known[0].currency, language)) for one in amounts]
    if not more:
        return T("offerpage.plain", value=least)
    return T("offerpage.period", first=least, last=more[-1])


def _details(offer: Offer, seen: _Seen) -> tuple[tuple[Text, Verbatim], ...]:
    found = ((T(f"offer.{name}"), _words(offer, name, seen)) for name in DETAILS)
    return tuple((label, words) for label, words in found if words)
