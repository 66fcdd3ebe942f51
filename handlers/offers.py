"""Showing offers: a few as cards, one in full, and more of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from handlers import menu, outdated, remembering
from handlers.cards import KEPT as CARDS
from handlers.cards import card_of
from handlers.context import Context
from handlers.features import Actions, Commands
from models.action import Action
from models.offer_actions import MoreLike
from models.text import N, T, Text, Verbatim
from models.turn import Button, Card, Link, Reply

SHOWN = 3
ELSEWHERE = frozenset({"telegram", "mail"})
"""Channels that are read on other machines, whatever address Lotse has."""
KEPT = 9


class ShowOffer(Action, prefix="offer"):
    """Everything about this offer."""

    offer: int


class MoreOffers(Action, prefix="more"):
    """The found offers from number `at` on; `ids` are theirs in base 36, with dots."""

    at: int
    ids: str


def shown(id: int, context: Context) -> Reply:
    """One offer in full, or a kind word when it has gone."""
    offer = context.catalogue.offers.get(id)
    if offer is None:
        return Reply(text=(T("offer.gone"),), buttons=menu.main())
    _look_at(id, context)
    wrong = Button(T("offer.wrong"), outdated.ReportOffer(offer=id))
    card = card_of(offer, context, full=True)
    rows = ((wrong, *_page(id, context)), (like(id), menu.button("topics")))
    return Reply(cards=(card,), buttons=(*rows, (menu.button("person"),)))


def like(id: int) -> Button:
    """To what is nearest to this one."""
    return Button(T("alike.button"), MoreLike(offer=id))


def _look_at(id: int, context: Context) -> None:
    """Of what she was shown, or after nothing, this is the one that she asks about next."""
    shown = remembering.recalled(context)
    if shown and id in shown.offers:
        remembering.focus(context, shown, id)
    else:
        remembering.show(context, (id,), (id,), id)


def _page(id: int, context: Context) -> tuple[Button, ...]:
    """The offer's own page, to pass on. Messengers and mailboxes refuse what only this machine
    finds.
    """
    if context.person.channel in ELSEWHERE and not context.town.public_url:
        return ()
    return (Button(T("offer.page"), Link(context.town.offer_page(id, context.language))),)


def opened(action: ShowOffer, context: Context) -> Reply:
    """She wants to know more."""
    return shown(action.offer, context)


def listed(ids: Sequence[int], at: int, context: Context, *intro: Text | Verbatim) -> Reply:
    """At most three of the offers `ids` from number `at` on, and buttons to page through them."""
    existing = [id for id in ids if id in context.catalogue.offers]
    page = existing[at : at + SHOWN]
    cards = tuple(_short(id, context) for id in page)
    return Reply(text=intro, cards=cards, buttons=_pages(existing, at))


def more(action: MoreOffers, context: Context) -> Reply:
    """Another page of what was found, in the same message."""
    ids = [int(part, 36) for part in action.ids.split(".") if part.isalnum()]
    known = [id for id in ids if id in context.catalogue.offers]
    if not known:
        return Reply(text=(T("offer.gone"),), buttons=menu.main())
    at = action.at if 0 <= action.at < len(known) else 0
    return replace(page(known, at, context), replaces=True)


def page(ids: Sequence[int], at: int, context: Context) -> Reply:
    """A page of a list of offers, which says where in the list it is."""
    remembering.show(context, ids[at : at + SHOWN], ids)
    intro = T("answer.page", first=at + 1, last=min(at + SHOWN, len(ids)), all=len(ids))
    return listed(ids, at, context, intro)


def _short(id: int, context: Context) -> Card:
    return card_of(context.catalogue.offers[id], context, _details(id))


@lru_cache(CARDS)
def _details(id: int) -> menu.Rows:
    return ((Button(T("offer.details"), ShowOffer(offer=id)),),)


def _pages(ids: Sequence[int], at: int) -> menu.Rows:
    kept = ids[:KEPT]
    packed = ".".join(_base36(id) for id in kept)
    row = []
    if at > 0:
        row.append(Button(T("answer.back"), MoreOffers(at=max(0, at - SHOWN), ids=packed)))
    if at + SHOWN < len(kept):
        left = len(kept) - at - SHOWN
        row.append(Button(N("answer.more", left), MoreOffers(at=at + SHOWN, ids=packed)))
    return (tuple(row),) if row else ()


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    written = ""
    while number:
        number, rest = divmod(number, 36)
        written = f"{digits[rest]}{written}"
    return written or "0"


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowOffer: opened, MoreOffers: more}
