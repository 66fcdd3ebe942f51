"""What somebody keeps, and what of it she is to look at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.context import Context
from models import keeping, offer_change_reading, offer_drafts, offer_reviews
from models.keeping import Kept
from models.offer_review import Reason, Review


@dataclass(frozen=True, slots=True)
class Hers:
    """`due` are to be looked at, what people called wrong first, then what has waited longest; not
    those of which she sent a change that nobody has decided.

    `drafts` and `sent` are the ids of offers that she has changed, and of those of which a manager
    has not decided yet.
    """

    every: tuple[Kept, ...]
    due: tuple[Kept, ...]
    reviews: Mapping[int, Review]
    drafts: frozenset[int]
    sent: frozenset[int]

    def after(self, offer: int) -> Kept | None:
        """The one to look at after this one; the first again after the last."""
        ids = [one.id for one in self.due]
        at = ids.index(offer) + 1 if offer in ids else 0
        others = [one for one in (*self.due[at:], *self.due[:at]) if one.id != offer]
        return next(iter(others), None)


def hers(context: Context) -> Hers:
    """All of it, as it stands now. Nothing for who has no account."""
    session, account = context.session, context.account
    if account is None:
        return Hers((), (), {}, frozenset(), frozenset())
    every = {one.id: one for one in keeping.offers_of(session, account, context.today)}
    open_now = offer_reviews.open_now(session, context.today)
    reviews = {one.offer: one for one in open_now if one.offer in every}
    ordered = sorted(reviews.values(), key=lambda one: one.reason is not Reason.REPORTED)
    sent = frozenset(x.offer.id for x in offer_change_reading.waiting_of(session, account.id))
    return Hers(
        every=tuple(every.values()),
        due=tuple(every[one.offer] for one in ordered if one.offer not in sent),
        reviews=reviews,
        drafts=frozenset(x.offer.id for x in offer_drafts.every(session, account.id)),
        sent=sent,
    )
