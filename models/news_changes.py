"""What people change of news: each change is conditional on what they saw, and accounted for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from analysis.news.recurrence import checked
from models import audit, form_media, news_button, news_picture, news_text
from models.base import rows
from models.news import ENTITY, NEWS, Event, Missing, News, NewsState, Schedule, find
from models.news_audience_record import Audience
from models.news_button import NewsButton
from models.news_text import NewsText
from models.roles import Deed
from surveys.media.checking import File

WRITING = (NewsState.DRAFT, NewsState.PROPOSED)
"""While nobody has been asked to release it, it can be written."""
WRITTEN = ("news.made", "news.written", "news.corrected")
"""Deeds that make somebody a writer of it, who does not release it."""


@dataclass(frozen=True, slots=True)
class Options:
    """Whether it breaks quiet hours, stands on the web, and what becomes of readers in whose
    language there is no version. None: as before.
    """

    urgent: bool | None = None
    public: bool | None = None
    missing: Missing | None = None


class Step(NamedTuple):
    """What is done, as the audit calls it, and where news stand while it can be done."""

    action: str
    states: Collection[NewsState]


WRITE = Step("news.written", WRITING)


class NewsChanged(Exception):
    """Somebody else changed it meanwhile, or it stands where this cannot be done any more."""


def create(session: Session, deed: Deed, *texts: NewsText) -> News:
    """A new draft of whoever does the deed. All that follows takes the news as it was seen, returns
    it as it is then, and raises NewsChanged when somebody was faster.
    """
    values = {"state": NewsState.DRAFT, "by_id": deed.by, "created": deed.at, "changed": deed.at}
    empty = {"version": 1, "revision": 0, "urgent": False, "public": False, "place": ""}
    empty |= {"missing": Missing.FALLBACK, "audience": "{}", "rule": "", "note": ""}
    made = session.execute(insert(NEWS).values(**empty, **values).returning(NEWS.c.id)).scalar_one()
    audit.record(session, deed.at, deed.by, "news.made", (ENTITY, made))
    for text in texts:
        news_text.keep(session, made, text)
    return _known(session, made)


def write(session: Session, deed: Deed, news: News, text: NewsText) -> News:
    """A version in a language, new or another one. Raises ValueError when it is empty or long."""
    fit(text)
    changed = change(session, deed, news, WRITE)
    news_text.keep(session, news.id, text)
    return changed


def remove_text(session: Session, deed: Deed, news: News, language: str) -> News:
    """A version goes."""
    changed = change(session, deed, news, WRITE)
    news_text.remove(session, news.id, language)
    return changed


def set_picture(session: Session, deed: Deed, news: News, file: File | None) -> News:
    """Its picture, checked and drawn anew (surveys.media); None: it has none."""
    changed = change(session, deed, news, WRITE)
    if file is None:
        news_picture.remove(session, news.id)
    else:
        form_media.store(session, file)
        news_picture.put(session, news.id, file)
    return changed


def set_event(session: Session, deed: Deed, news: News, event: Event | None) -> News:
    """When and where it takes place; None: it is no event. Raises ValueError for one that ends
    before it begins.
    """
    return change(session, deed, news, WRITE, **event_columns(event))


def set_buttons(session: Session, deed: Deed, news: News, buttons: Sequence[NewsButton]) -> News:
    """Exactly these, in this order. Raises ValueError as `news_button.put` does."""
    changed = change(session, deed, news, WRITE)
    news_button.put(session, news.id, buttons)
    return changed


def set_audience(session: Session, deed: Deed, news: News, audience: Audience) -> News:
    """Whom it is for."""
    stored = audience.model_dump_json(exclude_defaults=True)
    return change(session, deed, news, WRITE, audience=stored)


def set_options(session: Session, deed: Deed, news: News, options: Options) -> News:
    """What is decided of it besides its words."""
    values = {name: value for name, value in asdict(options).items() if value is not None}
    return change(session, deed, news, WRITE, **values)


def change(session: Session, deed: Deed, news: News, step: Step, **values: Any) -> News:
    """One change, if it is as it was seen and stands where it can be done. Raises NewsChanged."""
    seen = (NEWS.c.id == news.id) & (NEWS.c.version == news.version)
    more = {"version": NEWS.c.version + 1, "changed": deed.at, **values}
    there = update(NEWS).where(seen, NEWS.c.state.in_(step.states))
    if rows(session.execute(there.values(**more))) != 1:
        raise NewsChanged
    audit.record(session, deed.at, deed.by, step.action, (ENTITY, news.id))
    return _known(session, news.id)


def fit(text: NewsText) -> None:
    """Raises ValueError when it says nothing, or more than one message can."""
    too_long = len(text.title) > news_text.LONGEST_TITLE or len(text.body) > news_text.LONGEST_BODY
    if not text.title.strip() or too_long or len(text.alt) > news_text.LONGEST_ALT:
        raise ValueError("a title, and no more than one message can hold")


def event_columns(event: Event | None) -> dict[str, Any]:
    """As it is stored."""
    if event is None:
        return {"begins": None, "ends": None, "place": ""}
    if event.ends is not None and event.ends < event.begins:
        raise ValueError("an event ends after it begins")
    return {"begins": event.begins, "ends": event.ends, "place": event.place}


def fitting(schedule: Schedule) -> Schedule:
    """The same with its rule as it is stored. Raises BadRule."""
    return replace(schedule, rule=checked(schedule.rule))


def _known(session: Session, id: int) -> News:
    found = find(session, id)
    if found is None:
        raise NewsChanged
    return found
