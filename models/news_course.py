"""The course of news: proposed, released by a second person, scheduled, held, taken back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from analysis.news.recurrence import moment_of, next_due
from models import news_issue, news_text, shared_queue
from models.digest_item import ITEM
from models.news import Event, News, NewsState, Schedule
from models.news_audience import Reach
from models.news_changes import WRITING, Step, change, event_columns, fit, fitting
from models.news_issue import ISSUE, IssueState
from models.news_release import Lack, NotReady, OwnNews, lacks, ready, wrote
from models.news_text import NewsText
from models.roles import Deed

__all__ = ["Lack", "NotReady", "OwnNews", "lacks", "wrote"]
"""What keeps it from being sent is read from here too."""
OUT = (NewsState.SENDING, NewsState.PAUSED, NewsState.SENT)
"""Something of it may have been delivered."""
TO_COME = (NewsState.WAITING, NewsState.SCHEDULED)
FIRST_EDIT = -1


def set_schedule(session: Session, deed: Deed, news: News, schedule: Schedule) -> News:
    """When it is sent, also once it is released and until it leaves. `deed.at` is in the town's
    zone. Raises BadRule.
    """
    fitted = fitting(schedule)
    due = _due(fitted.first, deed.at) if news.state is NewsState.SCHEDULED else None
    values = {"first": fitted.first, "rule": fitted.rule, "next_due": due}
    return change(session, deed, news, Step("news.scheduled", (*WRITING, *TO_COME)), **values)


def propose(session: Session, deed: Deed, news: News) -> News:
    """A draft of the network's, for the managers. Raises NotReady without a text."""
    if Lack.TEXT in lacks(session, news):
        raise NotReady([Lack.TEXT])
    proposed = NewsState.PROPOSED
    return change(session, deed, news, Step("news.proposed", (NewsState.DRAFT,)), state=proposed)


def take_up(session: Session, deed: Deed, news: News) -> News:
    """A manager makes a proposal her draft; who proposed it still counts as its writer."""
    draft = NewsState.DRAFT
    return change(session, deed, news, Step("news.taken_up", (NewsState.PROPOSED,)), state=draft)


def submit(session: Session, deed: Deed, news: News, reach: Reach, approval: bool) -> News:
    """Her yes: it waits for a second person, if it is urgent or the town wants that (`approval`),
    or is scheduled. Raises NotReady, TooSmall.
    """
    ready(session, news, reach)
    if approval or news.urgent:
        waiting = NewsState.WAITING
        return change(
            session, deed, news, Step("news.submitted", WRITING[:1]), state=waiting, note=""
        )
    return _release(session, deed, news, Step("news.released", WRITING[:1]))


def approve(session: Session, deed: Deed, news: News, reach: Reach) -> News:
    """A second person's yes. Raises OwnNews, NotReady, TooSmall."""
    if deed.by is None or wrote(session, news.id, deed.by):
        raise OwnNews
    ready(session, news, reach)
    return _release(session, deed, news, Step("news.approved", (NewsState.WAITING,)), deed.by)


def send_back(session: Session, deed: Deed, news: News, note: str = "") -> News:
    """It becomes a draft again, with a reason: not released, not taken up, or taken back by its
    writer before it is sent.
    """
    states = (NewsState.PROPOSED, *TO_COME)
    values = {"state": NewsState.DRAFT, "note": note, "next_due": None, "approved_by_id": None}
    return change(session, deed, news, Step("news.sent_back", states), **values)


def pause(session: Session, deed: Deed, news: News) -> News:
    """Nothing of it leaves any more, from the commit on."""
    states = (NewsState.SENDING, NewsState.SCHEDULED)
    changed = change(session, deed, news, Step("news.paused", states), state=NewsState.PAUSED)
    for issue in _open(session, news.id):
        shared_queue.hold(session, news_issue.shared_ids(session, issue))
        _issues(session, (issue,), state=IssueState.PAUSED)
    return changed


def resume(session: Session, deed: Deed, news: News) -> News:
    """It goes on where it stopped; a sending whose time passed meanwhile comes once, now."""
    issues = [one for one in news_issue.of(session, news.id) if one.state is IssueState.PAUSED]
    state = NewsState.SENDING if issues else NewsState.SCHEDULED
    changed = change(session, deed, news, Step("news.resumed", (NewsState.PAUSED,)), state=state)
    for issue in issues:
        done = issue.cursor == news_issue.DONE
        again = IssueState.SENDING if done else IssueState.PREPARING
        _issues(session, (issue.id,), state=again)
        if issue.edited != FIRST_EDIT:
            shared_queue.release(session, news_issue.shared_ids(session, issue.id), deed.at)
    return changed


def cancel(session: Session, deed: Deed, news: News) -> News:
    """It is not sent, or no further; the job takes back what waits."""
    states = (*WRITING, *TO_COME, NewsState.SENDING, NewsState.PAUSED)
    values = {"state": NewsState.CANCELLED, "next_due": None}
    changed = change(session, deed, news, Step("news.cancelled", states), **values)
    _stop(session, _open(session, news.id), IssueState.CANCELLED)
    return changed


def withdraw(session: Session, deed: Deed, news: News) -> News:
    """It is taken back, also where it was delivered and the channel can; the job does it."""
    states = (*OUT, NewsState.SCHEDULED, NewsState.CANCELLED)
    values = {"state": NewsState.WITHDRAWN, "next_due": None}
    changed = change(session, deed, news, Step("news.withdrawn", states), **values)
    issues = [one.id for one in news_issue.of(session, news.id)]
    _stop(session, issues, IssueState.WITHDRAWN)
    _issues(session, issues, edited=FIRST_EDIT, finished=None)
    return changed


def correct(session: Session, deed: Deed, news: News, text: NewsText) -> News:
    """Other words for what was sent in one language: they replace what was delivered where the
    channel can, and go to all who have not got it yet. Raises ValueError as `write` does.
    """
    fit(text)
    changed = _corrected(session, deed, news)
    news_text.keep(session, news.id, text)
    return changed


def correct_event(session: Session, deed: Deed, news: News, event: Event) -> News:
    """Another date or place, told as `correct` does."""
    return _corrected(session, deed, news, **event_columns(event))


def next_time(news: News, now: datetime) -> datetime | None:
    """When it is sent after `now`, the town's wall time; None: never again."""
    first, zone = news.schedule.first, now.tzinfo
    if first is None or zone is None:
        return None
    return next_due(first, news.schedule.rule, now, zone)


def _release(session: Session, deed: Deed, news: News, step: Step, by: int | None = None) -> News:
    """What has no time is sent now, and repeats from now on."""
    first = news.schedule.first or deed.at.replace(tzinfo=None, microsecond=0)
    values = {"state": NewsState.SCHEDULED, "first": first, "note": "", "approved_by_id": by}
    return change(session, deed, news, step, **values, next_due=_due(first, deed.at))


def _due(first: datetime | None, now: datetime) -> datetime:
    """What has no time, or is overdue, is due now."""
    if first is None or now.tzinfo is None:
        return now
    return max(now, moment_of(first, now.tzinfo))


def _corrected(session: Session, deed: Deed, news: News, **values: object) -> News:
    """What is on its way stops until the job has put the new words into it."""
    states = (*OUT, NewsState.SCHEDULED)
    more = {"revision": news.revision + 1, **values}
    changed = change(session, deed, news, Step("news.corrected", states), **more)
    for issue in _open(session, news.id):
        shared_queue.hold(session, news_issue.shared_ids(session, issue))
    _issues(session, [one.id for one in news_issue.of(session, news.id)], edited=FIRST_EDIT)
    return changed


def _open(session: Session, news: int) -> list[int]:
    return [one.id for one in news_issue.of(session, news) if one.state in news_issue.OPEN]


def _stop(session: Session, issues: list[int], state: IssueState) -> None:
    for issue in issues:
        shared_queue.hold(session, news_issue.shared_ids(session, issue))
    session.execute(delete(ITEM).where(ITEM.c.issue_id.in_(issues)))
    _issues(session, issues, state=state)


def _issues(session: Session, ids: list[int] | tuple[int, ...], **values: object) -> None:
    session.execute(update(ISSUE).where(ISSUE.c.id.in_(ids)).values(**values))
