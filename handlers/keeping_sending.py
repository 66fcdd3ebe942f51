"""What somebody changed of an offer is sent: public at once, or first shown to a manager."""

from __future__ import annotations

from dataclasses import replace

from handlers import offer_telling
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.keeping_answers import follow
from handlers.keeping_finding import deed, kept
from handlers.keeping_pages import ChangeOffer, DropOffer, SendOffer
from handlers.keeping_parts import page
from models import offer_changes, offer_drafts
from models.offer import Offer
from models.offer_changes import Outcome
from models.text import T
from models.turn import Button, Reply

SAID = {
    Outcome.PUBLIC: T("keep.published"),
    Outcome.WAITING: T("keep.sent"),
    Outcome.SAME: T("keep.same"),
}


@kept
def sent(action: SendOffer, offer: Offer, context: Context) -> Reply:
    """If it still says what she saw; the next one to look at comes at once."""
    mine = offer_drafts.of(context.session, context.account_id, offer.id)
    if mine is None:
        return page(offer, context, T("keep.same"))
    if mine.version != action.seen:
        return page(offer, context, T("keep.otherwise"))
    rules = context.town.offer_rules
    made = offer_changes.submit(context.session, deed(context), mine.offer, rules)
    said = follow(offer.id, context, SAID.get(made.outcome, T("keep.no_such")))
    return replace(said, others=offer_telling.waits(made, offer, context))


@kept
def dropped(action: DropOffer, offer: Offer, context: Context) -> Reply:
    """Ask once; then it is as it was."""
    if not action.sure:
        yes = Button(T("keep.drop_yes"), DropOffer(offer=offer.id, sure=True))
        no = Button(T("keep.back"), ChangeOffer(offer=offer.id))
        return Reply(text=(T("keep.drop_sure"),), buttons=((yes, no),), replaces=True)
    offer_drafts.drop(context.session, context.account_id, offer.id)
    return page(offer, context, T("keep.dropped"))


COMMANDS: Commands = {}
ACTIONS: Actions = {SendOffer: sent, DropOffer: dropped}
