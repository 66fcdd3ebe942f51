"""What keepers change of offers: sent, waiting for a manager's yes where the town wants that,
public. One way for all of it, whether it comes from a chat or from an import.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models import audit, offer_drafts, offer_reviews
from models import offer_proposing as proposing
from models.base import rows
from models.imports import offers as importing
from models.imports.offers import Plan
from models.keeping import SERVICE
from models.offer import Offer
from models.offer_change import ENTITY, LONGEST_REASON, OFFER_CHANGE, Change, State
from models.offer_change_reading import current, find
from models.offer_publishing import Proposal, publish, source_of
from models.offer_rules import OfferRules
from models.roles import Deed

ENDED = (State.ACCEPTED, State.REFUSED, State.STALE)


class Outcome(StrEnum):
    """`same`: nothing is otherwise. `lost`: there is no such offer any more."""

    PUBLIC = "public"
    WAITING = "waiting"
    SAME = "same"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of it; `change` is the id of what waits."""

    outcome: Outcome
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """How many offers are public as the import has them, how many wait for a manager, and the ids
    (of the source) of those that are not hers to change.
    """

    public: int = 0
    waiting: int = 0
    refused: tuple[str, ...] = ()


class Decided(StrEnum):
    """`shown_again`: it is not what the manager saw. `late`: somebody decided before, or nothing
    is left to do.
    """

    ACCEPTED = "accepted"
    SHOWN_AGAIN = "shown_again"
    LATE = "late"


def submit(session: Session, deed: Deed, offer: Offer, rules: OfferRules) -> Submitted:
    """An offer as somebody who may keep it wants it to be, whole: `inactive` takes it out.

    Her draft of it ends, and what she sent before and nobody decided is replaced.
    """
    source, before = source_of(session, offer.id), current(session, [offer.id]).get(offer.id)
    offer_drafts.drop(session, deed.by, offer.id)
    if source is None or before is None:
        return Submitted(Outcome.LOST)
    wanted = proposing.proposal(before, offer)
    if not wanted.columns:
        return Submitted(Outcome.SAME)
    offer_drafts.drop_sent(session, deed.by, offer.id)
    if rules.approval and not proposing.leads(session, deed):
        return Submitted(
            Outcome.WAITING, proposing.propose(session, deed, (source, "chat"), wanted)
        )
    publish(session, deed, source, [wanted], rules)
    return Submitted(Outcome.PUBLIC)


def submit_import(session: Session, deed: Deed, plan: Plan, rules: OfferRules) -> Imported:
    """The same for an import in somebody's name. Who leads changes all of it at once; a keeper what
    is hers, and of what is not there she takes out only hers.
    """
    if proposing.leads(session, deed):
        made = importing.apply(session, plan)
        return Imported(public=sum(row.kind != "unchanged" for row in made.rows))
    wanted, refused = proposing.of_plan(session, deed, plan)
    changed = [one for one in wanted if one.columns or one.kind == "new"]
    for one in wanted:
        if one not in changed:
            offer_reviews.confirm(session, deed, one.offer.id, rules)
    if not rules.approval:
        publish(session, deed, plan.source, changed, rules)
        return Imported(len(wanted), refused=refused)
    for one in changed:
        proposing.propose(session, deed, (plan.source, "import"), one)
    return Imported(len(wanted) - len(changed), len(changed), refused)


def accept(session: Session, deed: Deed, id: int, version: str, rules: OfferRules) -> Decided:
    """A manager says yes to what she saw (`version` of the Change)."""
    change = _claimed(session, id)
    if change is None:
        return Decided.LATE
    if _nothing_left(session, change):
        _end(session, deed, id, State.STALE)
        return Decided.LATE
    if change.version != version:
        return Decided.SHOWN_AGAIN
    wanted = Proposal(change.kind, change.offer, change.columns)
    publish(session, deed, change.source, [wanted], rules)
    _end(session, deed, id, State.ACCEPTED)
    return Decided.ACCEPTED


def refuse(session: Session, deed: Deed, id: int, reason: str) -> bool:
    """A manager says no, and why. False: somebody decided before."""
    change = _claimed(session, id)
    if change is None:
        return False
    _end(session, deed, id, State.REFUSED, reason)
    audit.record(session, deed.at, deed.by, "offer.refused", (ENTITY, change.offer.id or None))
    return True


def forget_old(session: Session, before: datetime) -> int:
    """Enforce the period: what was decided, or never sent. How many went."""
    decided = OFFER_CHANGE.c.state.in_(ENDED) & (OFFER_CHANGE.c.decided < before)
    unsent = (OFFER_CHANGE.c.state == State.DRAFT) & (OFFER_CHANGE.c.at < before)
    return rows(session.execute(delete(OFFER_CHANGE).where(decided | unsent)))


def _claimed(session: Session, id: int) -> Change | None:
    """What waits; nobody else decides it, or writes the offer, until this is over."""
    mine = (OFFER_CHANGE.c.id == id) & (OFFER_CHANGE.c.state == State.WAITING)
    found = session.execute(select(OFFER_CHANGE.c.service_id).where(mine).with_for_update())
    row = found.one_or_none()
    if row is None:
        return None
    if row.service_id is not None:
        source_of(session, row.service_id)
    return find(session, id)


def _nothing_left(session: Session, change: Change) -> bool:
    """The offer is as it was to be, or is gone, or is there already."""
    if change.kind == "new":
        known = (SERVICE.c.source == change.source) & (
            SERVICE.c.source_id == change.offer.source_id
        )
        return session.scalar(select(SERVICE.c.id).where(known)) is not None
    return change.before is None or not change.columns


def _end(session: Session, deed: Deed, id: int, state: State, reason: str = "") -> None:
    values = {"state": state, "decided": deed.at, "decided_by": deed.by}
    values |= {"reason": reason[:LONGEST_REASON]}
    session.execute(update(OFFER_CHANGE).where(OFFER_CHANGE.c.id == id).values(**values))
