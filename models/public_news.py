"""News as everybody may read them: on the pages, in feeds, among the events to come.

What is public is told from its first sending on. A pause, a cancelled or a withdrawn sending takes
it away from here too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from models import form_media, news_button, news_text, survey
from models.form_media import MEDIA, NAME
from models.news import NEWS, Missing, News, NewsState, read
from models.news_button import Leads, NewsButton
from models.news_issue import ISSUE, IssueState
from models.news_picture import PICTURE
from models.news_text import COLUMNS, TEXT, NewsText
from surveys.media.checking import File

TOLD = (IssueState.SENDING, IssueState.SENT)
GONE = (NewsState.PAUSED, NewsState.WITHDRAWN)
"""In these states nobody reads of it here, whatever was sent before."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Its hash (models.form_media), and how many bytes it has."""

    hash: str
    media_type: str
    length: int


@dataclass(frozen=True, slots=True)
class PublicNews:
    """A piece of news in one language's `text`. `issue` is its last sending; `published` when it
    was told first, `updated` when it last changed or was told again, both aware.
    """

    news: News
    text: NewsText
    issue: int
    published: datetime
    updated: datetime
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A button by its number. `payload` is what opens an offer or a survey in the chat (a deep
    link's), "" for an address.
    """

    number: int
    button: NewsButton
    payload: str


def page(session: Session, language: str, most: int, skip: int = 0) -> list[PublicNews]:
    """What readers of `language` are shown, what was told last first."""
    query = told().where(is_for(language)).order_by(LAST.desc(), NEWS.c.id.desc())
    return worded(session, query.limit(most).offset(skip), language)


def withdrawn_events(session: Session, since: datetime) -> list[News]:
    """What was told and then withdrawn, with an event that may not have been over `since` then."""
    ahead = or_(func.coalesce(NEWS.c.ends, NEWS.c.begins) >= since, NEWS.c.rule != "")
    sent = exists().where(ISSUE.c.news_id == NEWS.c.id)
    gone = NEWS.c.public & (NEWS.c.state == NewsState.WITHDRAWN) & NEWS.c.begins.is_not(None)
    query = select(NEWS).where(gone, ahead, sent).order_by(NEWS.c.id)
    return [read(row) for row in session.execute(query).mappings()]


def find(session: Session, id: int, language: str) -> PublicNews | None:
    """One of them, in `language` or else in the next best."""
    return next(iter(worded(session, told().where(NEWS.c.id == id), language)), None)


def languages(session: Session, id: int) -> list[str]:
    """In which languages there are versions of a piece of news."""
    return list(news_text.of(session, id))


def keys(session: Session, id: int) -> list[Key]:
    """The buttons of a piece of news, without surveys that are no more."""
    found = [(n, one, _payload(session, one)) for n, one in news_button.of(session, id).items()]
    return [Key(*key) for key in found if key[2] or key[1].kind is Leads.LINK]


def file(session: Session, digest: str) -> File | None:
    """A picture or another file by its hash (models.form_media), unless it was shown with news that
    are all withdrawn, and with nothing else.
    """
    theirs = select(NEWS.c.state).join(PICTURE, PICTURE.c.news_id == NEWS.c.id)
    states = set(session.scalars(theirs.where(PICTURE.c.hash == digest)))
    of_a_form = select(NAME.c.name).where(NAME.c.hash == digest).limit(1)
    if states == {NewsState.WITHDRAWN} and session.scalar(of_a_form) is None:
        return None
    return form_media.content(session, digest)


FIRST = func.min(ISSUE.c.begun)
LAST = func.max(ISSUE.c.begun)


def told() -> Select[Any]:
    """What is public, a row each, with what its sendings say together."""
    sent = (FIRST.label("published"), LAST.label("told"), func.max(ISSUE.c.id).label("issue"))
    public = NEWS.c.public & NEWS.c.state.not_in(GONE) & ISSUE.c.state.in_(TOLD)
    query = select(*NEWS.c, *sent).join(ISSUE, ISSUE.c.news_id == NEWS.c.id)
    return query.where(public).group_by(NEWS.c.id)


def is_for(language: str) -> ColumnElement[bool]:
    """Whether its language rule lets readers of `language` have it."""
    hers = exists().where(TEXT.c.news_id == NEWS.c.id, TEXT.c.language == language)
    return or_(NEWS.c.missing == Missing.FALLBACK, hers)


def worded(session: Session, query: Select[Any], language: str) -> list[PublicNews]:
    """What a query made of `told` finds, each in the best version for readers of `language`."""
    found = session.execute(query).mappings().all()
    ids = [row["id"] for row in found]
    texts, pictures = _texts(session, ids), _pictures(session, ids)
    chosen = [(row, news_text.chosen(texts[row["id"]], language)) for row in found]
    return [_public(row, text, pictures.get(row["id"])) for row, text in chosen if text]


def _public(row: RowMapping, text: NewsText, picture: Picture | None) -> PublicNews:
    published, updated = row["published"], max(row["told"], row["changed"])
    return PublicNews(read(row), text, row["issue"], published, updated, picture)


def _texts(session: Session, ids: Sequence[int]) -> dict[int, dict[str, NewsText]]:
    found: dict[int, dict[str, NewsText]] = defaultdict(dict)
    query = select(TEXT.c.news_id, *(TEXT.c[name] for name in COLUMNS))
    for id, *columns in session.execute(query.where(TEXT.c.news_id.in_(ids))):
        text = NewsText(*columns)
        found[id][text.language] = text
    return found


def _pictures(session: Session, ids: Sequence[int]) -> dict[int, Picture]:
    columns = (PICTURE.c.news_id, PICTURE.c.hash, PICTURE.c.media_type)
    query = select(*columns, func.length(MEDIA.c.content)).join(
        MEDIA, MEDIA.c.hash == PICTURE.c.hash
    )
    found = session.execute(query.where(PICTURE.c.news_id.in_(ids)))
    return {id: Picture(*columns) for id, *columns in found}


def _payload(session: Session, button: NewsButton) -> str:
    if button.kind is Leads.OFFER:
        return f"offer_{button.target}"
    if button.kind is Leads.LINK:
        return ""
    found = survey.find(session, int(button.target))
    return f"survey_{found.code}" if found else ""
