"""The messages of a sending: one a language and channel, made when the first reader needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from jobs.surroundings import Surroundings
from models import news_issue, news_reply, news_sending, shared_message, shared_queue
from models.base import Session
from models.delivery import LATER, SOONEST
from models.news import News
from models.news_issue import CORRECTED_AS, SENT_AS, WITHDRAWN_AS, Issue
from models.news_reply import Reader, Whole
from models.shared_message import Shared
from models.turn import Reply

Where = tuple[str, str]
"""(language, channel)"""
EDITABLE = frozenset({"telegram", "web"})
"""Channels that can change what they delivered."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A sending in hand, at `now` in the town's wall time. At most `chunk` people at a time."""

    session: Session
    news: News
    issue: Issue
    now: datetime
    around: Surroundings
    chunk: int

    @property
    def whole(self) -> Whole:
        """What it says, with the event as it is for this sending."""
        due = self.issue.due.astimezone(self.now.tzinfo).replace(tzinfo=None)
        return news_reply.whole(self.session, self.news, self.issue.id, due)


class Messages:
    """The shared messages of a sending for one purpose, by language and channel."""

    def __init__(self, sending: Sending, purpose: str = SENT_AS) -> None:
        self._sending, self._purpose = sending, purpose
        self._known = news_issue.messages(sending.session, sending.issue.id, purpose)
        self._whole = sending.whole

    def shared(self, where: Where) -> int | None:
        """The message for a language and channel, made when it is new. None: no version says it."""
        if where not in self._known and (message := self._drawn(where)) is not None:
            self._known[where] = self._make(where, message)
        return self._known.get(where)

    def rewrite(self) -> None:
        """All of them say what the news say now."""
        for where, shared in self._known.items():
            if (message := self._drawn(where)) is not None:
                shared_message.rewrite(self._sending.session, shared, message)

    def _drawn(self, where: Where) -> bytes | None:
        around = self._sending.around
        reply = DRAWN[self._purpose](self._whole, Reader(*where, around.public_url, around.secret))
        return None if reply is None else around.render(reply, where[0])

    def _make(self, where: Where, message: bytes) -> int:
        session, issue = self._sending.session, self._sending.issue
        priority = SOONEST if self._sending.news.urgent else LATER
        made = Shared(where[1], where[0], message, priority)
        shared = shared_message.make(session, made, self._sending.now)
        news_sending.name(session, issue.id, self._purpose, where, shared)
        if self._purpose == SENT_AS and issue.opens is not None:
            shared_queue.hours(session, (shared,), issue.opens, issue.closes)
        return shared


DRAWN: dict[str, Callable[[Whole, Reader], Reply | None]] = {
    SENT_AS: news_reply.reply,
    CORRECTED_AS: news_reply.reply,
    WITHDRAWN_AS: news_reply.taken_back,
}
