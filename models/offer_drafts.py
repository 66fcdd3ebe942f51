"""What a keeper has changed of an offer and not sent: stored at once, there again tomorrow."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, insert
from sqlalchemy.orm import Session

from models import offer_json, offer_merging
from models.base import rows
from models.offer import Offer
from models.offer_change import OFFER_CHANGE, Change, Origin, State
from models.offer_change_reading import current, read
from models.offer_publishing import Proposal, source_of
from models.roles import Deed


def draft(session: Session, deed: Deed, offer: Offer) -> Change | None:
    """Keep the whole offer as she wants it, in place of what she had. None: nothing is otherwise,
    or there is no such offer, and then no draft is left.
    """
    source = source_of(session, offer.id)
    before = current(session, [offer.id]).get(offer.id)
    drop(session, deed.by, offer.id)
    if source is None or before is None:
        return None
    if columns := offer_merging.columns(before, offer):
        store(session, deed, (source, "chat", State.DRAFT), Proposal("change", offer, columns))
    return of(session, deed.by, offer.id)


def of(session: Session, account: int | None, offer: int) -> Change | None:
    """Hers of one offer, with what became otherwise in it meanwhile."""
    return next(iter(read(session, _hers(account, State.DRAFT, offer))), None)


def every(session: Session, account: int) -> list[Change]:
    """All of hers, the oldest first."""
    return read(session, _hers(account, State.DRAFT))


def drop(session: Session, account: int | None, offer: int) -> bool:
    """She does not want it. False: there was none."""
    hers = _hers(account, State.DRAFT, offer)
    return rows(session.execute(delete(OFFER_CHANGE).where(hers))) > 0


def drop_sent(session: Session, account: int | None, offer: int) -> bool:
    """She takes back what no manager has decided. False: there was none."""
    hers = _hers(account, State.WAITING, offer)
    return rows(session.execute(delete(OFFER_CHANGE).where(hers))) > 0


def store(session: Session, deed: Deed, stand: tuple[str, Origin, State], wanted: Proposal) -> int:
    """A row in place of the one in which she wanted the same offer otherwise; `stand` is (source,
    origin, state). Its id.
    """
    source, origin, state = stand
    same = (OFFER_CHANGE.c.source == source) & (OFFER_CHANGE.c.source_id == wanted.offer.source_id)
    session.execute(delete(OFFER_CHANGE).where(_hers(deed.by, state), same))
    values = {
        "service_id": wanted.offer.id or None,
        "source": source,
        "source_id": wanted.offer.source_id,
        "kind": wanted.kind,
        "origin": origin,
        "state": state,
        "proposed": offer_json.to_json(wanted.offer),
        "columns": " ".join(wanted.columns),
        "account_id": deed.by,
        "at": deed.at,
        "reason": "",
    }
    made = session.execute(insert(OFFER_CHANGE).values(**values).returning(OFFER_CHANGE.c.id))
    return int(made.scalar_one())


def _hers(account: int | None, state: State, offer: int | None = None) -> ColumnElement[bool]:
    hers = (OFFER_CHANGE.c.account_id == account) & (OFFER_CHANGE.c.state == state)
    return hers if offer is None else hers & (OFFER_CHANGE.c.service_id == offer)
