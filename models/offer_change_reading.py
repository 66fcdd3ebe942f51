"""Changes of offers that wait for somebody's yes, read as they would be today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from sqlalchemy import ColumnElement, RowMapping, func, select
from sqlalchemy.orm import Session

from models import offer_json, offer_merging
from models.offer import Offer
from models.offer_change import OFFER_CHANGE, Change, State
from models.offer_reading import read as read_offers
from models.service import ServiceRow

OPEN = (State.DRAFT, State.WAITING)
AS_STORED = ("id", "origin", "source", "at", "decided", "decided_by", "reason")


def find(session: Session, id: int) -> Change | None:
    """One of them, decided or not."""
    return next(iter(read(session, OFFER_CHANGE.c.id == id)), None)


def waiting(session: Session) -> list[Change]:
    """All that wait for a manager, the oldest first."""
    return read(session, OFFER_CHANGE.c.state == State.WAITING)


def waiting_ids(session: Session) -> list[int]:
    """The same without their contents."""
    query = select(OFFER_CHANGE.c.id).where(OFFER_CHANGE.c.state == State.WAITING)
    return list(session.scalars(query.order_by(OFFER_CHANGE.c.id)))


def offers_waiting(session: Session) -> frozenset[int]:
    """The ids of offers of which somebody sent a change that nobody has decided."""
    query = select(OFFER_CHANGE.c.service_id).where(OFFER_CHANGE.c.state == State.WAITING)
    return frozenset(filter(None, session.scalars(query)))


def waiting_of(session: Session, account: int) -> list[Change]:
    """Hers that a manager has not decided."""
    hers = OFFER_CHANGE.c.account_id == account
    return read(session, hers, OFFER_CHANGE.c.state == State.WAITING)


def number_waiting(session: Session) -> int:
    """How many wait for a manager."""
    query = select(func.count()).where(OFFER_CHANGE.c.state == State.WAITING)
    return session.scalar(query) or 0


def read(session: Session, *conditions: ColumnElement[bool]) -> list[Change]:
    """The oldest first. What was stored by a later Lotse, in another form, is left out."""
    query = select(OFFER_CHANGE).where(*conditions).order_by(OFFER_CHANGE.c.id)
    found = session.execute(query).mappings().all()
    today = current(session, [row["service_id"] for row in found if row["service_id"]])
    return list(_changes(found, today))


def current(session: Session, ids: Sequence[int]) -> dict[int, Offer]:
    """The offers as they are today, by id."""
    return {x.id: x for x in read_offers(session, ServiceRow.id.in_(ids))} if ids else {}


def version(before: Offer | None, offer: Offer) -> str:
    """What a change shows, in 16 letters: other words on either side are another version."""
    both = offer_json.fingerprint(before) if before else "-"
    return sha256(f"{both} {offer_json.fingerprint(offer)}".encode()).hexdigest()[:16]


def _changes(found: Sequence[RowMapping], today: dict[int, Offer]) -> Iterator[Change]:
    for row in found:
        try:
            offer = offer_json.from_json(row["proposed"])
        except offer_json.UnknownOffer:
            continue
        yield _change(row, offer, today.get(row["service_id"]))


def _change(row: RowMapping, offer: Offer, before: Offer | None) -> Change:
    columns = tuple(filter(None, row["columns"].split(" ")))
    if before is not None and row["state"] in OPEN:
        offer = offer_merging.merged(before, offer, columns)
        columns = offer_merging.columns(before, offer)
    return Change(
        kind=row["kind"],
        state=State(row["state"]),
        offer=offer,
        before=before,
        columns=columns,
        by=row["account_id"],
        version=version(before, offer),
        **{name: row[name] for name in AS_STORED},
    )
