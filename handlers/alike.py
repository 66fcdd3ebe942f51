"""More like this: the offers that are nearest to one, by what they are about and by their words."""

from __future__ import annotations

from handlers import filters, menu, offers, remembering
from handlers.context import Context
from handlers.features import Actions, Commands
from models.offer import Offer
from models.offer_actions import MoreLike
from models.text import N, T, Verbatim
from models.translation import GERMAN
from models.turn import Reply

LOOKED_AT = 30
LEAST = 0.2
"""Of the likeness of an offer to itself: what is below has no more than a word in common."""


def shown(action: MoreLike, context: Context) -> Reply:
    """At most nine, the likest first, of those that her filters let through."""
    offer = context.catalogue.offers.get(action.offer)
    if offer is None:
        return Reply(text=(T("offer.gone"),), buttons=menu.main())
    ids = alike(offer, context)
    title = offer.words("title", context.chain) or Verbatim(offer.source_id, GERMAN)
    chosen = filters.reminder(context.person.filters)
    last = ((menu.button("topics"), menu.button("person")),)
    if not ids:
        return Reply(text=(T("alike.none", title=title), *chosen), buttons=last)
    remembering.show(context, ids[: offers.SHOWN], ids)
    intro = N("alike.found", min(len(ids), offers.SHOWN), title=title)
    reply = offers.listed(ids, 0, context, intro, *chosen)
    return Reply(text=reply.text, cards=reply.cards, buttons=(*reply.buttons, *last))


def alike(offer: Offer, context: Context) -> list[int]:
    """The ids of the offers that are like one."""
    found = _by_words(offer, context)
    most = max(found.values(), default=0.0) or 1.0
    near = {*found, *_of_its_topics(offer, context)} - {offer.id}
    likeness = {id: found.get(id, 0.0) / most + _shared(offer, id, context) for id in near}
    enough = [id for id, score in likeness.items() if score >= LEAST]
    return sorted(enough, key=lambda id: (-likeness[id], id))[: offers.KEPT]


def _by_words(offer: Offer, context: Context) -> dict[int, float]:
    """How well the others answer what this one says of itself in short."""
    language = GERMAN if GERMAN in offer.texts else next(iter(offer.texts), GERMAN)
    texts = offer.texts.get(language, {})
    said = " ".join(texts[name] for name in ("title", "short_answer") if texts.get(name))
    hits = context.catalogue.search.ask(said, language, context.allowed, LOOKED_AT).hits
    return {hit.key: hit.score for hit in hits}


def _of_its_topics(offer: Offer, context: Context) -> set[int]:
    allowed = context.allowed
    topics = context.catalogue.topics_of(offer.id)
    there = {id for code in topics for id in context.catalogue.in_topic(code)}
    return there if allowed is None else there & allowed


def _shared(offer: Offer, id: int, context: Context) -> float:
    """How many of the topics of two offers both have (Jaccard's index)."""
    mine, its = (frozenset(context.catalogue.topics_of(x)) for x in (offer.id, id))
    return len(mine & its) / len(mine | its) if mine | its else 0.0


COMMANDS: Commands = {}
ACTIONS: Actions = {MoreLike: shown}
