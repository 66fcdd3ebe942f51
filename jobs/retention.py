"""Keeps the periods that the tables promise: what is older goes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from models import (
    absences,
    audit,
    candidate_terms,
    contact_wish,
    contribution,
    delivery,
    draft,
    forgetting,
    form_media,
    free_text,
    inbox,
    invitations,
    link_codes,
    mailbox,
    news_sending,
    offer_changes,
    participation,
    person_data,
    response,
    response_file,
    shared_message,
    survey_course,
    thread_release,
    translations,
)
from models.base import Session
from models.dialogue_shown import FRESH
from models.mixing import week_of

BLOCKED = timedelta(days=30)
SILENT = timedelta(days=730)
UPDATE_IDS = timedelta(days=2)
LINKS = timedelta(days=31)
REPLIES = timedelta(days=2)
INVITATIONS = timedelta(days=30)
AUDIT = timedelta(days=730)
ASKED = timedelta(days=1)
UNFETCHED = timedelta(days=30)
COUNTS = timedelta(days=3652)
REPORTS = timedelta(days=365)
DELIVERIES = timedelta(days=30)
UNSHARED = timedelta(days=1)
NEWS = timedelta(days=730)
UNTOLD = timedelta(days=30)
DRAFTS = timedelta(days=30)
MARKS = timedelta(days=14)
FREE_WORDS = timedelta(days=90)
WISHES = timedelta(days=90)
ANSWERS = timedelta(days=3652)
THREADS = timedelta(days=90)
OFFER_CHANGES = timedelta(days=30)
RARE_TERMS = timedelta(days=30)
TERMS = timedelta(days=365)


def run(session: Session, now: datetime) -> int:
    """Delete what is over its period at `now`, wall time of the town. How many rows went."""
    today = now.date()
    gone = person_data.forget_those_gone(session, today - BLOCKED, today - SILENT)
    gone += invitations.forget_old(session, today - INVITATIONS)
    gone += link_codes.forget_old(session, now)
    gone += mailbox.forget_replies(session, today - REPLIES)
    gone += absences.forget_past(session, today)
    gone += audit.forget_old(session, now - AUDIT)
    gone += translations.forget_old(session, now)
    gone += offer_changes.forget_old(session, now - OFFER_CHANGES)
    gone += delivery.forget_finished(session, now - DELIVERIES)
    gone += shared_message.forget_unused(session, now - UNSHARED)
    gone += news_sending.forget_digests(session, now - UNTOLD)
    gone += news_sending.forget_old(session, now - NEWS)
    gone += inbox.forget_handled(session, today - UPDATE_IDS, today - LINKS)
    gone += _surveys(session, today)
    gone += candidate_terms.forget_old(session, today - RARE_TERMS, today - TERMS)
    gone += thread_release.forget_closed(session, now - THREADS)
    gone += forgetting.forget_asked(session, today - ASKED)
    gone += forgetting.forget_shown(session, now - FRESH)
    gone += forgetting.forget_unfetched(session, today - UNFETCHED)
    return gone + forgetting.forget_counts(session, today - COUNTS, today - REPORTS)


def _surveys(session: Session, today: date) -> int:
    """Weeks are whole: what is of the week of the last day stays until the week is over."""
    unseen, old = week_of(today - FREE_WORDS), week_of(today - ANSWERS)
    gone = draft.forget_old(session, today - DRAFTS)
    gone += participation.forget_closed(session, today - MARKS)
    gone += free_text.forget_old(session, unseen)
    gone += response_file.forget_old(session, unseen, old)
    gone += contact_wish.forget_old(session, today - WISHES)
    gone += contribution.forget_old(session, unseen, old)
    gone += response.forget_old(session, old)
    gone += survey_course.forget_old(session, today - ANSWERS)
    return gone + form_media.forget_unused(session)
