"""Which offers are to be looked at again: opened by the calendar and by people who say that
something is wrong, closed by whoever says that it is right.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import (
    ColumnElement,
    and_,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from models import audit, offer_revision
from models.base import rows
from models.keeping import SERVICE, stands
from models.offer_change import ENTITY
from models.offer_review import OFFER_REVIEW, Reason, Review
from models.offer_rules import OfferRules
from models.report import TABLE as REPORT
from models.roles import Deed
from models.upsert import insert_for

AT_ONCE = 500
"""Ids in one statement."""
IS_OPEN = SERVICE.c.id.in_(select(OFFER_REVIEW.c.service_id))
"""An offer that has a review, be it one that lies ahead."""


def refresh(session: Session, today: date, rules: OfferRules) -> int:
    """Open what is due, close what was looked at elsewhere (an import). How many rows.

    An offer of which nobody said when it was looked at begins its period today.
    """
    closed = rows(session.execute(delete(OFFER_REVIEW).where(_settled(today, rules))))
    opened = _open(session, is_overdue(today, rules), today)
    unknown = SERVICE.c.review_due.is_(None) & SERVICE.c.assured_date.is_(None)
    return closed + opened + _open(session, unknown, rules.next_review(today))


def reported(session: Session, offer: int, today: date) -> None:
    """Somebody said that something about it is wrong: its keepers are asked, also once more."""
    values = {"service_id": offer, "reason": Reason.REPORTED, "since": today}
    insert = insert_for(session, OFFER_REVIEW).values(**values)
    anew = {"reason": Reason.REPORTED, "since": today, "asked": None, "reminded": None}
    anew |= {"told": None}
    was_due = OFFER_REVIEW.c.reason == Reason.DUE
    key = ["service_id"]
    session.execute(insert.on_conflict_do_update(index_elements=key, set_=anew, where=was_due))


def open_now(session: Session, today: date, offers: Collection[int] | None = None) -> list[Review]:
    """What is to be looked at on that day, the longest waiting first; of some offers, or of all."""
    query = select(OFFER_REVIEW).where(OFFER_REVIEW.c.since <= today)
    if offers is not None:
        query = query.where(OFFER_REVIEW.c.service_id.in_(list(offers)))
    order = (OFFER_REVIEW.c.since, OFFER_REVIEW.c.service_id)
    found = session.execute(query.order_by(*order))
    return [Review(row[0], Reason(row[1]), *row[2:]) for row in found]


def find(session: Session, offer: int, today: date) -> Review | None:
    """The open review of one offer."""
    return next(iter(open_now(session, today, [offer])), None)


def said(session: Session, reviews: Sequence[Review]) -> dict[int, dict[str, int]]:
    """What people said since: for each offer how often each kind (models.report.KINDS)."""
    review, report = OFFER_REVIEW.c, REPORT.c
    counted = (
        select(report.offer, report.kind, func.sum(report.count))
        .join(OFFER_REVIEW, review.service_id == report.offer)
        .where(report.day >= review.since, review.reason == Reason.REPORTED)
        .group_by(report.offer, report.kind)
        .order_by(report.offer, func.sum(report.count).desc(), report.kind)
    )
    wanted = {one.offer for one in reviews}
    found: dict[int, dict[str, int]] = {}
    for offer, kind, count in session.execute(counted):
        if offer in wanted:
            found.setdefault(offer, {})[kind] = int(count)
    return found


def confirm(session: Session, deed: Deed, offer: int, rules: OfferRules) -> bool:
    """ "Still right": looked at today, and again after the town's period. False: there is no such
    offer.
    """
    today = deed.at.date()
    checked = {"assured_date": today, "review_due": rules.next_review(today)}
    found = session.execute(update(SERVICE).where(SERVICE.c.id == offer).values(**checked))
    if not rows(found):
        return False
    close(session, offer)
    audit.record(session, deed.at, deed.by, "offer.confirmed", (ENTITY, offer))
    offer_revision.changed(session, [offer])
    return True


def close(session: Session, offer: int) -> None:
    """Somebody looked at it."""
    session.execute(delete(OFFER_REVIEW).where(OFFER_REVIEW.c.service_id == offer))


def mark(session: Session, offers: Sequence[int], **days: date) -> None:
    """Note the day on which somebody was `asked`, `reminded` or `told`."""
    for start in range(0, len(offers), AT_ONCE):
        some = OFFER_REVIEW.c.service_id.in_(offers[start : start + AT_ONCE])
        session.execute(update(OFFER_REVIEW).where(some).values(**days))


def numbers(session: Session, today: date) -> Mapping[Reason, int]:
    """How many offers are to be looked at, by the reason."""
    counted = select(OFFER_REVIEW.c.reason, func.count()).where(OFFER_REVIEW.c.since <= today)
    found = session.execute(counted.group_by(OFFER_REVIEW.c.reason))
    return {Reason(reason): number for reason, number in found}


def is_overdue(today: date, rules: OfferRules) -> ColumnElement[bool]:
    """By its own day, or by the town's period."""
    by_period = SERVICE.c.assured_date <= rules.last_overdue(today)
    return or_(SERVICE.c.review_due <= today, SERVICE.c.review_due.is_(None) & by_period)


def _open(session: Session, which: ColumnElement[bool], since: date) -> int:
    """Rows for those of the standing offers that have none."""
    there = exists().where(OFFER_REVIEW.c.service_id == SERVICE.c.id)
    columns = (SERVICE.c.id, literal(Reason.DUE.value), literal(since, OFFER_REVIEW.c.since.type))
    new = select(*columns).where(which, stands(since), ~there)
    into = insert(OFFER_REVIEW).from_select(["service_id", "reason", "since"], new)
    return rows(session.execute(into))


def _settled(today: date, rules: OfferRules) -> ColumnElement[bool]:
    """Offers that stand no more, that are not due any more, or were looked at after a report."""
    its = SERVICE.c.id == OFFER_REVIEW.c.service_id
    known = SERVICE.c.review_due.is_not(None) | SERVICE.c.assured_date.is_not(None)
    early = OFFER_REVIEW.c.reason == Reason.DUE
    not_due = exists().where(its, known, ~func.coalesce(is_overdue(today, rules), False))
    looked_at = exists().where(its, SERVICE.c.assured_date > OFFER_REVIEW.c.since)
    gone = ~exists().where(its, stands(today))
    return or_(gone, and_(early, not_due), and_(~early, looked_at))
