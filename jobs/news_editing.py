"""Corrections of what was delivered, and taking it away again, where the channel can."""

from __future__ import annotations

from jobs.news_messages import EDITABLE, Messages, Sending
from models import delivery, news_issue, news_sending, shared_queue
from models.delivery import Kind, Planned
from models.delivery_receipt import AWAY
from models.news_course import FIRST_EDIT
from models.news_issue import CORRECTED_AS, SENT_AS, WITHDRAWN_AS, IssueState
from models.news_sending import Receipt


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
    """What was delivered is replaced there, under keys of this correction."""
    session, issue = sending.session, sending.issue
    sent = {shared: where for where, shared in news_issue.messages(session, issue.id).items()}
    found = news_sending.receipts(session, sent, after, sending.chunk)
    messages = Messages(sending, _purpose(sending))
    planned = [_replacing(sending, one, messages.shared(sent[one.shared])) for one in found]
    delivery.queue(session, [one for one in planned if one is not None], sending.now)
    news_sending.change(session, issue.id, edited=found[-1].delivery if found else None)
    return len(found) or 1


def _purpose(sending: Sending) -> str:
    return WITHDRAWN_AS if sending.issue.state is IssueState.WITHDRAWN else CORRECTED_AS


def _replacing(sending: Sending, receipt: Receipt, shared: int | None) -> Planned | None:
    if receipt.channel not in EDITABLE or shared is None:
        return None
    withdrawn = sending.issue.state is IssueState.WITHDRAWN
    key = f"{receipt.key}:gone" if withdrawn else f"{receipt.key}:r{sending.news.revision}"
    edits = f"{AWAY}{receipt.place}" if withdrawn else receipt.place
    where = (Kind.NEWS, key, receipt.channel, receipt.address, b"", sending.now)
    return Planned(*where, shared=shared, edits=edits)
