"""Events (Termine) that the town tells everybody of, as often as their news repeat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, or_
from sqlalchemy.orm import Session

from analysis.news.recurrence import times
from analysis.occasions import Occasion
from models import public_news
from models.news import NEWS, Event, News, NewsState
from models.news_reply import event_of
from models.public_news import PublicNews

AHEAD = timedelta(days=92)
"""So far ahead is told of what repeats."""
BACK = timedelta(days=92)
"""So long calendars keep what is over."""
GOES_ON = (NewsState.SCHEDULED, NewsState.SENDING, NewsState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Coming:
    """An event and the news that tell of it. `name` tells it from all others, for good."""

    name: str
    event: Event
    news: PublicNews


@dataclass(frozen=True, slots=True)
class Shown:
    """In which language, what pages of news begin with, and what stands for what was withdrawn."""

    language: str
    page: str
    withdrawn: str


def coming(session: Session, language: str, now: datetime) -> list[Coming]:
    """Those that are not over at `now`, wall time of the town, the soonest first."""
    wall = now.replace(tzinfo=None)
    found = _told(session, language, wall)
    made = [event for one in found for event in of(one, now)]
    return sorted(made, key=lambda one: (one.event.begins, one.name))


def of(news: PublicNews, now: datetime) -> list[Coming]:
    """Those of one piece of news."""
    wall = now.replace(tzinfo=None)
    return [Coming(name, event, news) for name, event in _each(news.news, wall, wall)]


def find(session: Session, name: str, language: str, now: datetime) -> Coming | None:
    """The one that is called so, unless it is over or no more told of."""
    return next((one for one in coming(session, language, now) if one.name == name), None)


def occasions(session: Session, shown: Shown, now: datetime) -> tuple[Occasion, ...]:
    """For a calendar: also what is not long over, and as cancelled what was withdrawn."""
    wall = now.replace(tzinfo=None)
    since = wall - BACK
    told = _told(session, shown.language, since)
    made = [
        occasion(Coming(name, event, one), shown)
        for one in told
        for name, event in _each(one.news, since, wall)
    ]
    gone = public_news.withdrawn_events(session, since)
    for news in gone:
        made += [_cancelled(*pair, news, shown) for pair in _each(news, since, wall)]
    return tuple(sorted(made, key=lambda one: (one.begins, one.name)))


def occasion(coming: Coming, shown: Shown) -> Occasion:
    """As a calendar has it."""
    event, one = coming.event, coming.news
    return Occasion(
        name=coming.name,
        title=one.text.title,
        begins=event.begins,
        changed=one.news.changed,
        ends=event.ends,
        place=event.place,
        description=one.text.body,
        url=f"{shown.page}{one.news.id}?lang={shown.language}" if shown.page else "",
        language=one.text.language,
        version=one.news.version,
    )


def _told(session: Session, language: str, since: datetime) -> list[PublicNews]:
    ahead = func.coalesce(NEWS.c.ends, NEWS.c.begins) >= since
    repeats = NEWS.c.begins.is_not(None) & (NEWS.c.rule != "")
    query = public_news.told().where(public_news.is_for(language), or_(ahead, repeats))
    return public_news.worded(session, query.order_by(NEWS.c.id), language)


def _each(news: News, since: datetime, now: datetime) -> Iterator[tuple[str, Event]]:
    """Its name and when it takes place, for each that is not over `since` then."""
    for name, event in _all(news, now):
        if (event.ends or event.begins) >= since:
            yield name, event


def _all(news: News, now: datetime) -> Iterator[tuple[str, Event]]:
    first, rule = news.schedule.first, news.schedule.rule
    if news.event is None:
        return
    if first is None or not rule:
        yield f"news-{news.id}", news.event
        return
    last = now + AHEAD if news.state in GOES_ON else now
    for due in times(first, rule):
        if due > last:
            return
        event = event_of(news, due)
        if event is not None:
            yield f"news-{news.id}-{due:%Y%m%d}", event


def _cancelled(name: str, event: Event, news: News, shown: Shown) -> Occasion:
    """Of what was withdrawn nothing is told any more but that it does not take place."""
    return Occasion(
        name=name,
        title=shown.withdrawn,
        begins=event.begins,
        changed=news.changed,
        ends=event.ends,
        language=shown.language,
        version=news.version,
        is_cancelled=True,
    )
