"""The part of an offer that somebody asks for: its hours, its address, what it costs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from handlers import offers
from handlers.cards import card_of
from handlers.context import Context
from handlers.offer_notices import on_days
from models.offer import Offer
from models.text import T
from models.turn import Button, Card

PARTS: Mapping[str, tuple[str, ...]] = {
    "a_when": ("open_state", "hours", "hours_note"),
    "a_where": ("place", "map", "elsewhere"),
    "a_cost": ("cost",),
    "a_phone": ("phone", "email", "website"),
    "a_documents": ("documents",),
    "a_register": ("application",),
    "a_language": ("languages", "interpretation"),
    "a_who": ("eligibility",),
}
"""By aspect the fields of a card (models.card), or of an offer's texts among its details."""

WHOSE = ("offer", "title", "organization", "source", "checked", "fallback")
LABEL = "offer."
"""How the ids of the labels of details begin, before the name of the field."""


def card(aspects: Collection[str], offer: Offer, context: Context) -> Card | None:
    """Of an offer's card these parts; None: it says nothing there."""
    asked = {name for aspect in aspects for name in PARTS[aspect]}
    full = card_of(offer, context, full=True)
    told = {name: getattr(full, name) for name in asked & _names(full)}
    told["details"] = tuple(x for x in full.details if x[0].id.removeprefix(LABEL) in asked)
    if "interpretation" in asked and offer.interpretation:
        told["notices"] = (T("offer.interpretation"),)
    return _of(full, told, offer, context) if any(told.values()) else None


def contact(offer: Offer, context: Context) -> Card:
    """How to ask there."""
    full = card_of(offer, context, full=True)
    ways = {name: getattr(full, name) for name in (*PARTS["a_phone"], "place", "map")}
    return _of(full, ways, offer, context)


def _of(full: Card, told: Mapping[str, Any], offer: Offer, context: Context) -> Card:
    whose = {name: getattr(full, name) for name in WHOSE}
    warned = (*told.get("notices", ()), *on_days(offer, context.today, full=False))
    details = ((Button(T("offer.details"), offers.ShowOffer(offer=offer.id)),),)
    more = {"summary": full.title, "notices": warned, "buttons": details}
    return Card(**{**whose, **told, **more})


def _names(card: Card) -> set[str]:
    return {*card.__slots__} - {"details"}
