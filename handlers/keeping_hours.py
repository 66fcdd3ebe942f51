"""Opening hours that were typed, read back as they were understood before they are kept."""

from __future__ import annotations

from dataclasses import replace

from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.hours_lines import lines
from handlers.keeping_finding import kept, wanted
from handlers.keeping_pages import AskOfferPart, DropDay, TakeRead, back
from handlers.keeping_parts import keep, page
from models.dialogue_offers import OfferChanging
from models.imports.problems import Unexpected
from models.offer import Offer
from models.offer_editing import Part, Typed, changed
from models.offer_open import exceptions, hours_at, without_exception
from models.text import T
from models.turn import Button, Reply


def read_back(offer: Offer, part: Part, at: int) -> Reply:
    """`offer` is as it was understood: is that right?"""
    told = (T("keep.line", when=x.when, what=x.what) for x in lines(hours_at(offer, at)))
    yes = Button(T("keep.read_yes"), TakeRead(offer=offer.id))
    anew = Button(T("keep.read_no"), AskOfferPart(offer=offer.id, part=part, at=at))
    text = (T("keep.understood"), *told, T("keep.is_it_so"))
    return Reply(text=text, buttons=((yes,), (anew,), *back(offer.id)))


def with_days(reply: Reply, offer: Offer, at: int) -> Reply:
    """A button for each of the days that it has so far, which takes them away."""
    drops = [
        (Button(T("keep.drop_day", when=when), DropDay(offer=offer.id, at=at, number=number)),)
        for number, one in enumerate(exceptions(offer, at))
        if (when := next((line.when for line in lines([one])), None))
    ]
    return replace(reply, buttons=(*drops, *reply.buttons))


@kept
def taken(action: TakeRead, offer: Offer, context: Context) -> Reply:
    """Yes, as it was read."""
    waiting = context.person.dialogue
    if not isinstance(waiting, OfferChanging) or waiting.offer != offer.id or not waiting.words:
        return page(offer, context)
    part: Part = "days" if waiting.part == "days" else "hours"
    said = Typed(waiting.words, context.today, waiting.at)
    try:
        after = changed(wanted(offer, context), part, said)
    except Unexpected:  # a day that was to come when she typed it
        return page(offer, context, T("keep.wrong_past"))
    return keep(after, offer, context)


@kept
def dropped(action: DropDay, offer: Offer, context: Context) -> Reply:
    """The usual hours hold on these days again."""
    mine = wanted(offer, context)
    return keep(without_exception(mine, action.at, action.number), offer, context)


COMMANDS: Commands = {}
ACTIONS: Actions = {TakeRead: taken, DropDay: dropped}
