"""Sends the weekly digest (Wochenüberblick): all that was new, in one message."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

from analysis.measures.sending_time import slot_from
from analysis.news.weekly import Weekly, last_before
from jobs.surroundings import Surroundings
from models import digests, news_reply, shared_message, shared_queue
from models.base import Session
from models.delivery import Kind
from models.delivery_many import Bulk, queue_many
from models.digests import Waiting
from models.news_audience import Recipient
from models.news_digest import digest
from models.news_reply import Reader, Whole
from models.shared_message import Shared

CHUNK = 2000
"""So many readers in one transaction; it is run again at once as long as there are more."""
WEEKLY = Weekly()
Same = tuple[str, str, tuple[int, ...]]
"""(language, channel, sendings): who has these in common reads the same."""


def run(session: Session, now: datetime, around: Surroundings) -> int:
    """What waits since before the last digest was due, at `now`, wall time of the town. How many
    readers.
    """
    due = last_before(now, WEEKLY, around.rules.is_open)
    found = [] if due is None else digests.waiting(session, due, CHUNK)
    if due is None or not found:
        return 0
    ways = digests.readers(session, found, around.channels, around.language)
    message = _messages(session, _wholes(session, found, now), now, around)
    queue_many(session, Kind.DIGEST, _rows(ways, message, due, now), now)
    digests.told(session, found, due)
    return len(found)


def _rows(
    ways: Mapping[Waiting, Recipient],
    message: Callable[[Same], int | None],
    due: datetime,
    now: datetime,
) -> list[Bulk]:
    key = f"digest:{due:%Y-%m-%d}:"
    rows = []
    for waiting, way in ways.items():
        shared = message((way.language, way.channel, waiting.issues))
        if shared is not None:
            rows.append((key + way.key, way.channel, way.address, shared, now))
    return rows


def _messages(
    session: Session, news: Mapping[int, Whole], now: datetime, around: Surroundings
) -> Callable[[Same], int | None]:
    slot = slot_from(now, around.rules)

    @cache
    def message(same: Same) -> int | None:
        language, channel, issues = same
        reader = Reader(language, channel, around.public_url, around.secret)
        reply = digest([news[one] for one in issues if one in news], reader)
        if reply is None:
            return None
        drawn = Shared(channel, language, around.render(reply, language))
        shared = shared_message.make(session, drawn, now)
        shared_queue.hours(session, (shared,), slot.begin, slot.end)
        return shared

    return message


def _wholes(session: Session, found: list[Waiting], now: datetime) -> dict[int, Whole]:
    ids = {issue for one in found for issue in one.issues}
    there = digests.sendings(session, ids).items()
    return {
        id: news_reply.whole(
            session, news, id, issue.due.astimezone(now.tzinfo).replace(tzinfo=None)
        )
        for id, (news, issue) in there
    }
