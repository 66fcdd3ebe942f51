"""Sends news: what is due becomes a sending, its recipients are queued in parts, and so it ends.

Each run is one transaction and does one part of each sending, so that others' turns and reminders
come in between; it is run again at once as long as there was something to do. How far it came
stands in the sending's row: a crash loses nothing and repeats nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache

from analysis.measures.sending_time import MONDAY_TO_SATURDAY, SendingRules, next_slot, slot_from
from jobs import news_editing
from jobs.news_messages import Messages, Sending
from jobs.surroundings import Surroundings
from models import news_audience, news_course, news_issue, news_report, news_sending, shared_queue
from models.base import Session
from models.delivery import Kind
from models.delivery_many import Bulk, queue_many
from models.news import News
from models.news_audience import Recipient
from models.news_issue import DONE, IssueState

CHUNK = 5000
"""So many people are looked at in one transaction."""


def run(session: Session, now: datetime, around: Surroundings, chunk: int = CHUNK) -> int:
    """What is to be done at `now`, wall time of the town. How much was; 0: nothing for now."""
    done = sum(_begin(session, news, now) for news in news_sending.due(session, now))
    for news, issue in news_sending.in_hand(session):
        done += _step(Sending(session, news, issue, now, around, chunk))
    return done


def _begin(session: Session, news: News, now: datetime) -> int:
    """What was missed while nothing ran is sent once."""
    news_sending.begin(session, news, news_course.next_time(news, now), now)
    return 1


def _step(sending: Sending) -> int:
    edits = sending.issue.edited is not None and sending.issue.state not in news_sending.ENDED
    if edits and (done := news_editing.edit(sending)):
        return done
    return STEPS[sending.issue.state](sending)


def _prepare(sending: Sending) -> int:
    """The next part of those who get it."""
    sending = _in_its_hours(sending)
    session, issue, around = sending.session, sending.issue, sending.around
    reach = news_audience.reach_of(session, sending.news, around.channels, around.language)
    people, cursor = news_audience.recipients(session, reach, issue.cursor, sending.chunk)
    later = [one for one in people if one.weekly and not sending.news.urgent]
    now = people if not later else [one for one in people if not one.weekly]
    total = issue.total + queue_many(session, Kind.NEWS, _rows(sending, now), sending.now)
    weekly = issue.weekly + news_sending.keep_for_digests(session, issue.id, later)
    state = IssueState.SENDING if cursor == DONE else IssueState.PREPARING
    values = {"cursor": cursor, "total": total, "weekly": weekly, "state": state}
    news_sending.change(session, issue.id, **values)
    return len(people) or 1


def _send(sending: Sending) -> int:
    """It is through when nothing of it waits any more."""
    rolled = _in_its_hours(sending)
    session, issue = rolled.session, rolled.issue
    shared = news_issue.shared_ids(session, issue.id)
    if issue.edited is not None or shared_queue.waiting(session, shared):
        return int(rolled is not sending)
    _finish(rolled, state=IssueState.SENT)
    news_sending.has_ended(session, rolled.news)
    return 1


def _end(sending: Sending) -> int:
    """Cancelled or withdrawn: what waits is taken back, and then what was delivered."""
    if taken := news_editing.take_back(sending):
        return taken
    session, issue = sending.session, sending.issue
    if news_sending.are_leaving(session, news_issue.shared_ids(session, issue.id)):
        return 0
    if issue.state is IssueState.WITHDRAWN and issue.edited is not None:
        return news_editing.edit(sending)
    _finish(sending)
    return 1


def _finish(sending: Sending, **values: object) -> None:
    """Its report is final, unless an earlier one is: of what was sent and later withdrawn."""
    report = sending.issue.report or news_report.frozen(sending.session, sending.issue)
    values |= {"report": report, "finished": sending.now, "edited": None}
    news_sending.change(sending.session, sending.issue.id, **values)


def _nothing(_sending: Sending) -> int:
    return 0


STEPS: dict[IssueState, Callable[[Sending], int]] = {
    IssueState.PREPARING: _prepare,
    IssueState.SENDING: _send,
    IssueState.PAUSED: _nothing,
    IssueState.SENT: _nothing,
    IssueState.CANCELLED: _end,
    IssueState.WITHDRAWN: _end,
}


def _in_its_hours(sending: Sending) -> Sending:
    """Between quiet hours, from one day to the next; what is urgent goes at any hour."""
    issue, now = sending.issue, sending.now
    if sending.news.urgent or (issue.closes is not None and now < issue.closes):
        return sending
    slot = slot_from(now, rules_of(sending))
    news_sending.change(sending.session, issue.id, opens=slot.begin, closes=slot.end)
    shared = news_issue.messages(sending.session, issue.id).values()
    shared_queue.hours(sending.session, shared, slot.begin, slot.end)
    return replace(sending, issue=replace(issue, opens=slot.begin, closes=slot.end))


def rules_of(sending: Sending) -> SendingRules:
    """What only those get who subscribed may come on a Saturday too."""
    rules, audience = sending.around.rules, sending.news.audience
    return rules if audience.staff else replace(rules, weekdays=MONDAY_TO_SATURDAY)


def _rows(sending: Sending, people: list[Recipient]) -> list[Bulk]:
    """A row for each, under a key that nobody else's is: nobody gets a sending twice."""
    messages, begin = Messages(sending), _beginnings(sending)
    key = f"news:{sending.issue.id}:"
    shared = cache(messages.shared)
    return [
        (key + one.key, one.channel, one.address, number, begin(one.hour))
        for one in people
        if (number := shared((one.language, one.channel))) is not None
    ]


def _beginnings(sending: Sending) -> Callable[[int | None], datetime]:
    """From when on it may leave to somebody who chose an hour, where that is no quiet one."""
    rules, now = rules_of(sending), sending.now

    @cache
    def begin(hour: int | None) -> datetime:
        if hour is None or sending.news.urgent:
            return now
        hers = slot_from(now, rules, hour).begin
        return hers if next_slot(hers, rules) == hers else now

    return begin
