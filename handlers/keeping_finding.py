"""An offer that somebody looks after: found, and hers to change, or kindly not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from handlers.context import Context
from handlers.keeping_pages import gone
from handlers.rights import Handler, needs
from models import keeping, offer_change_reading, offer_drafts
from models import person as people
from models.dialogue_offers import OfferChanging
from models.offer import Offer
from models.offer_change import Change
from models.role import KEEPING
from models.roles import Deed
from models.turn import Reply

Keeping = Callable[[Any, Offer, Context], Reply]


def kept(handler: Keeping) -> Handler:
    """A handler of an offer as it stands now, for who may change this one."""

    @needs(*KEEPING)
    @wraps(handler)
    def checked(action: Any, context: Context) -> Reply:
        offer = find(action.offer, context)
        return gone() if offer is None else handler(action, offer, context)

    return checked


def find(id: int, context: Context) -> Offer | None:
    """The offer, if it is hers to change."""
    account, session = context.account, context.session
    if account is None or not keeping.may_keep(session, account, id, context.today):
        return None
    return offer_change_reading.current(session, [id]).get(id)


def sent_by(offer: Offer, context: Context) -> Change | None:
    """What she wants this offer to be and no manager has decided."""
    mine = offer_change_reading.waiting_of(context.session, context.account_id)
    return next((one for one in mine if one.offer.id == offer.id), None)


def wanted(offer: Offer, context: Context) -> Offer:
    """The offer as she last wanted it: her draft, what she sent, or as it stands."""
    mine = offer_drafts.of(context.session, context.account_id, offer.id)
    sent = sent_by(offer, context)
    if mine is None and sent is not None and sent.kind == "change":
        return sent.offer
    return mine.offer if mine else offer


def wait(waiting: OfferChanging, context: Context) -> None:
    """What she types next is this part of it."""
    people.be_in(context.session, context.person, waiting)


def done(context: Context) -> None:
    """Nothing is awaited any more."""
    people.be_in(context.session, context.person, None)


def deed(context: Context) -> Deed:
    """Hers, now."""
    return Deed(context.now, context.account_id)
