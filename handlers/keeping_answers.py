"""What she says of an offer that she looked at: right, no longer there, or later; then the next."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, offer_telling, offer_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.keeping_card import card
from handlers.keeping_due import hers
from handlers.keeping_finding import deed, find, kept
from handlers.keeping_pages import BeginReview, NextKept, NoLonger, ShowAgain, StillRight, TakeBack
from handlers.rights import needs
from models import offer_changes, offer_drafts, offer_json, offer_reviews
from models.offer import Offer
from models.offer_actions import KeepOffer
from models.offer_changes import Outcome
from models.role import KEEPING
from models.text import N, T, Text
from models.turn import Button, Reply, Unasked


@needs(*KEEPING)
def begun(action: BeginReview, context: Context) -> Reply:
    """The first that is to be looked at."""
    return follow(0, context)


@kept
def skipped(action: NextKept, offer: Offer, context: Context) -> Reply:
    """Not now."""
    return follow(offer.id, context)


@kept
def right(action: StillRight, offer: Offer, context: Context) -> Reply:
    """All of it, if it still says what she saw; the next one comes at once."""
    if offer_json.fingerprint(offer) != action.seen:
        return card(offer, context, T("keep.otherwise"))
    offer_reviews.confirm(context.session, deed(context), offer.id, context.town.offer_rules)
    return follow(offer.id, context, T("keep.thanks", offer=offer_words.title(offer)))


@kept
def ended(action: NoLonger, offer: Offer, context: Context) -> Reply:
    """Ask once; then it is shown no more, or a manager says yes first."""
    if not action.sure:
        yes = Button(T("keep.no_yes"), NoLonger(offer=offer.id, sure=True))
        back = Button(T("keep.back"), KeepOffer(offer=offer.id))
        text = T("keep.no_sure", offer=offer_words.title(offer))
        return Reply(text=(text,), buttons=((yes, back),))
    sent = offer_changes.submit(
        context.session, deed(context), replace(offer, inactive=True), context.town.offer_rules
    )
    if sent.outcome is not Outcome.WAITING:
        rows = ((Button(T("keep.again"), ShowAgain(offer=offer.id)),), (menu.button("keep"),))
        return Reply(text=(T("keep.ended"),), buttons=rows)
    reply = follow(offer.id, context, T("keep.sent"))
    return replace(reply, others=offer_telling.waits(sent, offer, context))


@kept
def returned(action: ShowAgain, offer: Offer, context: Context) -> Reply:
    """It is there again; a last day that is over is none any more."""
    over = offer.valid_until is not None and offer.valid_until < context.today
    there = replace(offer, inactive=False, valid_until=None if over else offer.valid_until)
    rules = context.town.offer_rules
    sent = offer_changes.submit(context.session, deed(context), there, rules)
    waits = sent.outcome is Outcome.WAITING
    others = offer_telling.waits(sent, offer, context) if waits else ()
    return anew(offer.id, context, T("keep.sent") if waits else T("keep.published"), others=others)


@kept
def taken_back(action: TakeBack, offer: Offer, context: Context) -> Reply:
    """What she sent is not to be, if nobody has said yes to it."""
    dropped = offer_drafts.drop_sent(context.session, context.account_id, offer.id)
    return card(offer, context, T("keep.taken_back") if dropped else T("keep.too_late"))


def anew(id: int, context: Context, *before: Text, others: tuple[Unasked, ...] = ()) -> Reply:
    """Its card as it stands now."""
    now = find(id, context)
    rows = ((menu.button("keep"),),)
    shown = card(now, context, *before) if now else Reply(text=before, buttons=rows)
    return replace(shown, others=others)


def follow(id: int, context: Context, *before: Text) -> Reply:
    """The next one that is to be looked at, after this one."""
    mine = hers(context)
    following = mine.after(id)
    offer = find(following.id, context) if following else None
    if offer is None:
        left = T("keep.only_this") if mine.due else T("keep.all_done")
        return Reply(text=(*before, left), buttons=((menu.button("keep"),),))
    return card(offer, context, *before, N("keep.due", len(mine.due)))


COMMANDS: Commands = {}
ACTIONS: Actions = {
    BeginReview: begun,
    NextKept: skipped,
    StillRight: right,
    NoLonger: ended,
    ShowAgain: returned,
    TakeBack: taken_back,
}
