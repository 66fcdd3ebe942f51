"""What becomes of a subscription when its account goes, and of what waits when it ends."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import digests, subscription, withdrawing
from models.person import TABLE as PERSON
from models.person import Person
from models.subscription import SUBSCRIPTION


def stop(session: Session, person: Person, now: datetime) -> bool:
    """She wants no news any more, with a task not for that either; what waits for her does not
    leave. False: she had none. `now` is wall time of the town.
    """
    had = _end(session, person, now.date())
    digests.forget(session, person)
    withdrawing.turn_away_news(session, person, now)
    return had


def give_back(session: Session, account: int) -> None:
    """An account is about to go: what it subscribed to is the person's who was here last."""
    hers = (SUBSCRIPTION.c.account_id == account) & (SUBSCRIPTION.c.consent != "")
    newest = (PERSON.c.last_seen.desc(), PERSON.c.id.desc())
    query = select(PERSON.c.id).where(PERSON.c.account_id == account, PERSON.c.gone_on.is_(None))
    person = session.scalar(query.order_by(*newest).limit(1))
    if person is not None:
        moved = {"account_id": None, "person_id": person, "refused": False}
        session.execute(update(SUBSCRIPTION).where(hers).values(**moved))


def _end(session: Session, person: Person, today: date) -> bool:
    if person.account_id is None:
        return subscription.end(session, person)
    return subscription.refuse(session, person, today)
