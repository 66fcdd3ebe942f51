"""Keeps the periods that the tables promise: what is older goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from models import (
    absences,
    audit,
    delivery,
    forgetting,
    inbox,
    invitations,
    link_codes,
    mailbox,
    person_data,
)
from models.base import Session

BLOCKED = timedelta(days=30)
SILENT = timedelta(days=730)
UPDATE_IDS = timedelta(days=2)
LINKS = timedelta(days=31)
REPLIES = timedelta(days=2)
INVITATIONS = timedelta(days=30)
AUDIT = timedelta(days=730)
UNFETCHED = timedelta(days=30)
COUNTS = timedelta(days=3652)
REPORTS = timedelta(days=365)
DELIVERIES = timedelta(days=30)


def run(session: Session, now: datetime) -> int:
    """Delete what is over its period at `now`, wall time of the town. How many rows went."""
    today = now.date()
    gone = person_data.forget_those_gone(session, today - BLOCKED, today - SILENT)
    gone += invitations.forget_old(session, today - INVITATIONS)
    gone += link_codes.forget_old(session, now)
    gone += mailbox.forget_replies(session, today - REPLIES)
    gone += absences.forget_past(session, today)
    gone += audit.forget_old(session, now - AUDIT)
    gone += delivery.forget_finished(session, now - DELIVERIES)
    gone += inbox.forget_handled(session, today - UPDATE_IDS, today - LINKS)
    gone += forgetting.forget_unfetched(session, today - UNFETCHED)
    return gone + forgetting.forget_counts(session, today - COUNTS, today - REPORTS)
