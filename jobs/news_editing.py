"""Corrections of what was delivered, and taking it away again, where the channel can."""

from __future__ import annotations

from collections.abc import Iterator

from jobs.news_messages import EDITABLE, Messages, Sending
from models import correcting, news_issue, news_sending, shared_queue
from models.correcting import Correction
from models.news_course import FIRST_EDIT
from models.news_issue import CORRECTED_AS, SENT_AS, WITHDRAWN_AS, IssueState


def edit(sending: Sending) -> int:
    """One step of it. How much was done; 0: wait, something is on its way with the old words."""
    if sending.issue.edited == FIRST_EDIT:
        return _begin(sending)
    return _go_on(sending, sending.issue.edited or 0)


def take_back(sending: Sending) -> int:
    """What waits never leaves. How many rows, a part of them at a time."""
    session, issue = sending.session, sending.issue.id
    told = (news_issue.messages(session, issue, purpose) for purpose in (SENT_AS, CORRECTED_AS))
    shared = [one for messages in told for one in messages.values()]
    return shared_queue.withdraw_queued(sending.session, shared, sending.now)


def _begin(sending: Sending) -> int:
    """The new words go into what waits, and what was held may leave again."""
    session, issue = sending.session, sending.issue
    for purpose in (SENT_AS, CORRECTED_AS):
        Messages(sending, purpose).rewrite()
    sent = news_issue.messages(session, issue.id).values()
    if news_sending.are_leaving(session, sent):
        return 0
    if issue.state in news_sending.BEGUN:
        shared_queue.release(session, news_issue.shared_ids(session, issue.id), sending.now)
    news_sending.change(session, issue.id, edited=0)
    return 1


def _go_on(sending: Sending, after: int) -> int:
    """What was delivered is replaced there, under keys of this correction. Each message goes on
    from where the one that is least far has come; what was queued before is not queued again.
    """
    session, issue = sending.session, sending.issue
    replacing = Messages(sending, _purpose(sending))
    lasts = [
        correcting.queue(session, correction, after, sending.now, sending.chunk)
        for correction in _corrections(sending, replacing)
    ]
    news_sending.change(session, issue.id, edited=min(filter(None, lasts), default=None))
    return 1


def _corrections(sending: Sending, replacing: Messages) -> Iterator[Correction]:
    withdrawn = sending.issue.state is IssueState.WITHDRAWN
    version = sending.news.revision + withdrawn
    for where, sent in news_issue.messages(sending.session, sending.issue.id).items():
        into = replacing.shared(where) if where[1] in EDITABLE else None
        if into is not None:
            yield Correction(sent, version, withdrawn, into)


def _purpose(sending: Sending) -> str:
    return WITHDRAWN_AS if sending.issue.state is IssueState.WITHDRAWN else CORRECTED_AS
