"""What somebody wants offers to be, and whether it is hers to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from models import account as accounts
from models import audit, keeping, offer_drafts, offer_merging
from models.imports.offer_settling import settled
from models.imports.offers import Change as Planned
from models.imports.offers import Plan
from models.keeping import Keepers
from models.offer import Offer
from models.offer_change import ENTITY, Kind, Origin, State
from models.offer_change_reading import current
from models.offer_publishing import Proposal
from models.role import LEADING
from models.roles import Deed


def leads(session: Session, deed: Deed) -> bool:
    """Whether nobody has to look at what she changes; the command line without a name leads too."""
    who = accounts.find(session, deed.by) if deed.by is not None else None
    return deed.by is None or (who is not None and bool(who.roles.intersection(LEADING)))


def proposal(before: Offer, offer: Offer) -> Proposal:
    """What is otherwise in `offer` than today."""
    gone = offer.inactive and not before.inactive
    offer = replace(offer, temporarily_closed=False) if gone else offer
    columns = offer_merging.columns(before, offer)
    kind: Kind = "gone" if gone else "change"
    return Proposal(kind, settled(offer_merging.merged(before, offer, columns), before), columns)


def propose(session: Session, deed: Deed, where: tuple[str, Origin], wanted: Proposal) -> int:
    """Let it wait for a manager; `where` is (source, origin). Its id."""
    id = offer_drafts.store(session, deed, (*where, State.WAITING), wanted)
    what = (ENTITY, wanted.offer.id or None)
    audit.record(session, deed.at, deed.by, "offer.proposed", what)
    return id


def of_plan(
    session: Session, deed: Deed, plan: Plan
) -> tuple[tuple[Proposal, ...], tuple[str, ...]]:
    """What is hers to change of an import, and the source's ids of what is not."""
    known = keeping.keepers(session, deed.at.date())
    changes = [one for one in plan.changes if one.kind != "unchanged"]
    before = current(session, [one.offer.id for one in changes if one.offer.id])
    may = {one.offer.source_id: _may(known, deed, before, one) for one in changes}
    mine = [one for one in changes if may[one.offer.source_id]]
    others = (one for one in changes if not may[one.offer.source_id] and one.kind != "vanished")
    return tuple(_proposals(before, mine)), tuple(one.offer.source_id for one in others)


def _may(known: Keepers, deed: Deed, before: dict[int, Offer], change: Planned) -> bool:
    """By what is stored: nobody makes an offer hers by an import."""
    offer = before.get(change.offer.id, change.offer)
    return deed.by is not None and known.may_keep(deed.by, keeping.kept(offer))


def _proposals(before: dict[int, Offer], changes: list[Planned]) -> Iterator[Proposal]:
    for one in changes:
        old = before.get(one.offer.id)
        yield proposal(old, one.offer) if old else Proposal("new", one.offer)
