"""What keepers change of offers: sent, waiting for a manager's yes where the town wants that,
public. One way for all of it, whether it comes from a chat or from an import.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from models import account as accounts
from models import audit, offer_drafts, offer_merging
from models.base import rows
from models.offer import Offer
from models.offer_change import ENTITY, LONGEST_REASON, OFFER_CHANGE, Change, Kind, Origin, State
from models.offer_change_reading import current, find
from models.offer_publishing import Proposal, publish, source_of
from models.offer_rules import OfferRules
from models.role import LEADING
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


class Decided(StrEnum):
    """`shown_again`: it is not what the manager saw. `late`: somebody decided before, or nothing
    is left to do.
    """

    ACCEPTED = "accepted"
    SHOWN_AGAIN = "shown_again"
    LATE = "late"


def submit(
    session: Session, deed: Deed, offer: Offer, rules: OfferRules, origin: Origin = "chat"
) -> Submitted:
    """An offer as somebody who may keep it wants it to be, whole: `inactive` takes it out.

    Her draft of it ends, and what she sent before and nobody decided is replaced.
    """
    source, before = source_of(session, offer.id), current(session, [offer.id]).get(offer.id)
    offer_drafts.drop(session, deed.by, offer.id)
    if source is None or before is None:
        return Submitted(Outcome.LOST)
    wanted = proposal(before, offer)
    if not wanted.columns:
        return Submitted(Outcome.SAME)
    offer_drafts.drop_sent(session, deed.by, offer.id)
    if needs_yes(session, deed, rules):
        return Submitted(Outcome.WAITING, propose(session, deed, (source, origin), wanted))
    publish(session, deed, source, [wanted], rules)
    return Submitted(Outcome.PUBLIC)


def needs_yes(session: Session, deed: Deed, rules: OfferRules) -> bool:
    """Whether a manager has to look at what she changes."""
    who = accounts.find(session, deed.by) if deed.by is not None else None
    return rules.approval and who is not None and not who.roles.intersection(LEADING)


def proposal(before: Offer, offer: Offer) -> Proposal:
    """What is otherwise in `offer` than today."""
    columns = offer_merging.columns(before, offer)
    kind: Kind = "gone" if offer.inactive and not before.inactive else "change"
    return Proposal(kind, offer_merging.merged(before, offer, columns), columns)


def propose(session: Session, deed: Deed, where: tuple[str, Origin], wanted: Proposal) -> int:
    """Let it wait for a manager; `where` is (source, origin). Its id."""
    id = offer_drafts.store(session, deed, (*where, State.WAITING), wanted)
    what = (ENTITY, wanted.offer.id or None)
    audit.record(session, deed.at, deed.by, "offer.proposed", what)
    return id


def accept(session: Session, deed: Deed, id: int, version: str, rules: OfferRules) -> Decided:
    """A manager says yes to what she saw (`version` of the Change)."""
    change = _claimed(session, id)
    if change is None:
        return Decided.LATE
    if _nothing_left(change):
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


def _nothing_left(change: Change) -> bool:
    """The offer is as it was to be, or is gone."""
    return change.kind != "new" and (change.before is None or not change.columns)


def _end(session: Session, deed: Deed, id: int, state: State, reason: str = "") -> None:
    values = {"state": state, "decided": deed.at, "decided_by": deed.by}
    values |= {"reason": reason[:LONGEST_REASON]}
    session.execute(update(OFFER_CHANGE).where(OFFER_CHANGE.c.id == id).values(**values))
