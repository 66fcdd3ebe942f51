"""One offer, for who looks after it: is it still right?"""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu
from handlers.cards import card_of
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.keeping_finding import kept, sent_by
from handlers.keeping_pages import ChangeOffer, NextKept, NoLonger, ShowAgain, StillRight, TakeBack
from models import offer_drafts, offer_json, offer_reviews
from models.offer import Offer
from models.offer_actions import KeepOffer
from models.offer_change import Change
from models.offer_review import Reason, Review
from models.text import Fixed, LanguageName, Listed, T, Text
from models.translation import MARK
from models.turn import Button, Reply


@kept
def shown(action: KeepOffer, offer: Offer, context: Context) -> Reply:
    """How it stands, and what is wrong with it, as people say."""
    return card(offer, context)


def card(offer: Offer, context: Context, *before: Text) -> Reply:
    """The offer as everybody sees it, and the question whether it is right; `before` is what was
    just done.
    """
    sent = sent_by(offer, context)
    text = (*before, *_facts(offer, context), *_under_way(offer, sent, context))
    asks = T("keep.hidden") if offer.inactive else T("keep.ask_right")
    return Reply(
        text=text,
        cards=(card_of(offer, context, full=True),),
        after=(asks,),
        buttons=tuple(_rows(offer, sent, context)),
    )


def _facts(offer: Offer, context: Context) -> Iterator[Text]:
    review = offer_reviews.find(context.session, offer.id, context.today)
    if review is not None:
        yield _why(review, offer, context)
    if offer.keeper_email:
        yield T("keep.person", email=Fixed(offer.keeper_email))
    languages = dict.fromkeys(one.partition(MARK)[2] for one in offer.outdated)
    if languages:
        yield T("keep.outdated", names=Listed(tuple(map(LanguageName, languages))))


def _why(review: Review, offer: Offer, context: Context) -> Text:
    if review.reason is Reason.REPORTED:
        kinds = offer_reviews.said(context.session, [review]).get(review.offer, {})
        told = (T("keep.times", what=T(f"wrong.{x}"), number=n) for x, n in kinds.items())
        return T("keep.reported", what=Listed(tuple(told)))
    return T("keep.due_since", day=min(review.since, offer.review_due or review.since))


def _under_way(offer: Offer, sent: Change | None, context: Context) -> Iterator[Text]:
    if sent is not None:
        yield T("keep.waits", day=sent.at.date())
    if offer_drafts.of(context.session, context.account_id, offer.id):
        yield T("keep.has_draft")


def _rows(offer: Offer, sent: Change | None, context: Context) -> Iterator[tuple[Button, ...]]:
    id = offer.id
    if offer.inactive:
        yield (Button(T("keep.again"), ShowAgain(offer=id)),)
    else:
        yes = StillRight(offer=id, seen=offer_json.fingerprint(offer))
        yield (Button(T("keep.yes"), yes),)
        no = Button(T("keep.no"), NoLonger(offer=id, sure=False))
        yield (Button(T("keep.change"), ChangeOffer(offer=id)), no)
    if sent is not None:
        yield (Button(T("keep.take_back"), TakeBack(offer=id)),)
    yield (Button(T("keep.next"), NextKept(offer=id)), menu.button("keep"))


COMMANDS: Commands = {}
ACTIONS: Actions = {KeepOffer: shown}
