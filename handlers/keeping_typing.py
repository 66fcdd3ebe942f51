"""Parts of an offer that are typed: asked for, read, and kept in the draft."""

from __future__ import annotations

from handlers import dialogues, keeping_hours
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.keeping_finding import done, find, kept, wait, wanted
from handlers.keeping_pages import UNSAID, AskOfferPart, EmptyOfferPart, gone
from handlers.keeping_parts import keep, page
from handlers.keeping_questions import asking, question, where, wrong
from handlers.rights import needs
from models.dialogue_offers import OfferChanging
from models.imports.problems import Unexpected
from models.offer import Offer
from models.offer_editing import (
    LONGEST,
    PARTS,
    Part,
    Typed,
    can_be_empty,
    changed,
    choices,
    emptied,
)
from models.offer_open import EVERYWHERE
from models.role import KEEPING
from models.turn import Reply

READ_BACK = ("hours", "days")
"""What is shown as it was understood before it is kept."""


@kept
def asked(action: AskOfferPart, offer: Offer, context: Context) -> Reply:
    """What is it to be? Where there are several places, which of them first."""
    mine, numbers = wanted(offer, context), choices(wanted(offer, context), action.part)
    if action.at == UNSAID and len(numbers) > 1:
        return where(mine, action.part, numbers)
    at = action.at if action.at in numbers else next(iter(numbers), EVERYWHERE)
    return ask(mine, action.part, at, context)


@kept
def left_out(action: EmptyOfferPart, offer: Offer, context: Context) -> Reply:
    """It has none."""
    mine = wanted(offer, context)
    if not can_be_empty(mine, action.part):
        return page(offer, context)
    return keep(emptied(mine, action.part, action.at), offer, context)


@needs(*KEEPING)
def typed(text: str, context: Context) -> Reply:
    """What was asked for, or something else."""
    waiting = context.person.dialogue
    offer = find(waiting.offer, context) if isinstance(waiting, OfferChanging) else None
    if offer is None or not isinstance(waiting, OfferChanging) or waiting.part not in PARTS:
        done(context)
        return gone()
    mine, about = wanted(offer, context), (_part(waiting.part), waiting.at)
    try:
        after = changed(mine, about[0], Typed(text, context.today, about[1]))
    except Unexpected as problem:
        return _once_more(text, (mine, *about), problem, context)
    if about[0] in READ_BACK:
        wait(waiting.model_copy(update={"words": text}), context)
        return keeping_hours.read_back(after, about[0], about[1])
    return keep(after, offer, context)


def ask(offer: Offer, part: Part, at: int, context: Context) -> Reply:
    """The question for a part; what she types next is it."""
    wait(OfferChanging(offer=offer.id, part=part, at=at), context)
    if part == "days":
        return keeping_hours.with_days(asking(offer, part, at), offer, at)
    return asking(offer, part, at)


def _part(name: str) -> Part:
    return next(part for part in PARTS if part == name)


def _once_more(
    text: str, about: tuple[Offer, Part, int], problem: Unexpected, context: Context
) -> Reply:
    """She may have asked something; else what cannot be read of it."""
    if about[1] not in LONGEST and dialogues.is_question(text, context):
        return dialogues.aside(text, context, question(*about)[-1])
    return asking(*about, wrong(problem))


COMMANDS: Commands = {}
ACTIONS: Actions = {AskOfferPart: asked, EmptyOfferPart: left_out}
DIALOGUES: Dialogues = {OfferChanging: typed}
