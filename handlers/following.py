"""What she asks about what she was just shown: when is it open, the second one, closer to me."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from handlers import following_parts, menu, nearer, offers, quoting, remembering
from handlers.context import Context
from models.dialogue_shown import Shown
from models.offer import Offer
from models.text import T, Verbatim
from models.translation import GERMAN
from models.turn import Button, Reply
from search.reading import Kind, Reading

PLACES: Mapping[str, int] = {"a_first": 0, "a_second": 1, "a_third": 2}
IT = "a_it"
FACETS: Mapping[str, str] = {
    "f_free": "a_cost",
    "f_weekend": "a_when",
    "f_evening": "a_when",
    **dict.fromkeys(("f_my_language", "f_arabic", "f_persian", "f_turkish"), "a_language"),
    **dict.fromkeys(("f_ukrainian",), "a_language"),
}
"""What asks about an offer where nothing else is said: is it free, do they speak Arabic."""
SHORT = 8
OTHER = "a_other"
CLOSER = "a_closer"


def followed(text: str, reading: Reading, context: Context) -> Reply | None:
    """The answer, from what she sees before her; None: she sees nothing, or it is about nothing of
    that.
    """
    shown, aspects = remembering.recalled(context), _aspects(reading)
    there = [id for id in shown.offers if id in context.catalogue.offers] if shown else []
    if shown is None or not there:
        return None
    if CLOSER in aspects:
        return nearer.sorted_or_asked(shown, context)
    number = next((PLACES[x] for x in aspects if x in PLACES), None)
    if number is not None and number >= len(there):
        return _which(there, context)
    meant = there[number] if number is not None else _focus(shown, there)
    return _about(text, aspects, meant, context) or _rest(aspects, shown, context)


def _aspects(reading: Reading) -> tuple[str, ...]:
    """What it asks for, of what was shown: nothing where it is a question of its own."""
    asked = tuple(FACETS[x] for x in reading.facets if x in FACETS)
    if reading.kind is Kind.FOLLOW_UP:
        told = any(x in following_parts.PARTS for x in reading.aspects)
        return reading.aspects if told else (*reading.aspects, *asked)
    short = reading.kind is Kind.QUESTION and len(reading.words) <= SHORT
    return asked if short and not reading.concepts else ()


def _about(text: str, aspects: Collection[str], meant: int, context: Context) -> Reply | None:
    """The parts that she asks for, or all of it; None: it is not about this offer."""
    if parts := [x for x in aspects if x in following_parts.PARTS]:
        return _part(text, parts, context.catalogue.offers[meant], context)
    if OTHER not in aspects and not {IT, *PLACES}.isdisjoint(aspects):
        return offers.shown(meant, context)
    return None


def _rest(aspects: Collection[str], shown: Shown, context: Context) -> Reply | None:
    """The next ones of the list."""
    if OTHER not in aspects:
        return None
    known = [id for id in shown.among if id in context.catalogue.offers]
    at = max((known.index(id) + 1 for id in shown.offers if id in known), default=0)
    if at < len(known):
        return offers.page(known, at, context)
    rows = ((menu.button("topics"), menu.button("person")),)
    return Reply(text=(T("follow.no_more"),), buttons=rows)


def _part(text: str, parts: Collection[str], offer: Offer, context: Context) -> Reply:
    """Only what she asks for; where the offer has no field for it, its lines that say it."""
    shown = remembering.recalled(context)
    others = [id for id in shown.offers if id != offer.id] if shown else []
    if shown:
        remembering.focus(context, shown, offer.id)
    card = following_parts.card(parts, offer, context)
    said = () if card else quoting.of_offer(text, offer, context)
    rows = (*_titles(others, context), (offers.like(offer.id), menu.button("person")))
    if card or said:
        return Reply(text=said, cards=(card,) if card else (), buttons=rows)
    ways = following_parts.contact(offer, context)
    return Reply(text=(T("follow.not_said"),), cards=(ways,), buttons=rows)


def _which(ids: Collection[int], context: Context) -> Reply:
    return Reply(text=(T("follow.which"),), buttons=_titles(ids, context))


def _titles(ids: Collection[int], context: Context) -> menu.Rows:
    """A button to each of these offers, by its name."""
    known = [context.catalogue.offers[id] for id in ids if id in context.catalogue.offers]
    return tuple((Button(_title(x, context), offers.ShowOffer(offer=x.id)),) for x in known)


def _title(offer: Offer, context: Context) -> Verbatim:
    return offer.words("title", context.chain) or Verbatim(offer.source_id, GERMAN)


def _focus(shown: Shown, there: Collection[int]) -> int:
    return shown.focus if shown.focus in there else next(iter(there))
