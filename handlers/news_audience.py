"""Whom news are for: people with a task, who subscribed, the web; and what limits that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from handlers import menu, news_words, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_drafts import deed, drafts
from handlers.news_pages import By, NewsAudience, back
from handlers.paging import PAGE, paged
from models import departments, groups, news_changes, organizations
from models.action import Action
from models.news import News
from models.news_audience_record import Audience
from models.news_changes import Options
from models.role import Role
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Reply

Who = Literal["staff", "public", "web"]
BY: tuple[By, ...] = (
    *("role", "group", "department", "organization"),
    *("language", "district", "topic"),
)
LISTS: Mapping[By, str] = {
    "role": "roles",
    "group": "groups",
    "department": "departments",
    "organization": "organizations",
    "language": "languages",
    "district": "districts",
    "topic": "topics",
}
OF_STAFF: tuple[By, ...] = ("role", "group", "department", "organization")
"""What limits people with a task only."""


class ChooseAudience(Action, prefix="nwwho"):
    """It is for these, or no more."""

    news: int
    who: Who


class LimitNews(Action, prefix="nwlimit"):
    """Limit it to the value at this place, or no more."""

    news: int
    by: By
    number: int


@drafts
def shown(action: NewsAudience, news: News, context: Context) -> Reply:
    """Whom it is for, and the values of one limit, those that hold marked."""
    return _page(news, action.by, action.at, context)


@drafts
def chosen(action: ChooseAudience, news: News, context: Context) -> Reply:
    """On or off. Without people with a task, what limits them goes too."""
    session, by = context.session, deed(context)
    if action.who == "web":
        changed = news_changes.set_options(session, by, news, Options(public=not news.public))
        return _page(changed, "language", 0, context)
    values = news.audience.model_dump() | {action.who: not getattr(news.audience, action.who)}
    if not values["staff"]:
        values |= {LISTS[one]: frozenset() for one in OF_STAFF}
    changed = news_changes.set_audience(session, by, news, Audience(**values))
    return _page(changed, "role" if action.who == "staff" else "language", 0, context)


@drafts
def limited(action: LimitNews, news: News, context: Context) -> Reply:
    """On or off. Who names a role means people with a task."""
    values = _values(action.by, context)
    at = max(0, action.number) // PAGE * PAGE
    if not 0 <= action.number < len(values):
        return _page(news, action.by, 0, context)
    name, value = LISTS[action.by], values[action.number][0]
    changed = {name: getattr(news.audience, name) ^ {value}}
    if action.by in OF_STAFF:
        changed["staff"] = True
    audience = news.audience.model_copy(update=changed)
    news = news_changes.set_audience(context.session, deed(context), news, audience)
    return _page(news, action.by, at, context)


def _page(news: News, by: By, at: int, context: Context) -> Reply:
    audience, id = news.audience, news.id
    held = getattr(audience, LISTS[by])
    buttons = [
        Button(name, LimitNews(news=id, by=by, number=number), chosen=value in held)
        for number, (value, name) in enumerate(_values(by, context))
    ]
    pages = paged(buttons, at, lambda at: NewsAudience(news=id, by=by, at=at))
    others = [Button(_by(one), NewsAudience(news=id, by=one, at=0), chosen=one == by) for one in BY]
    web = (T("writing.on_web"),) if news.public else ()
    text = (*news_words.audience(audience, context), *web, _hint(by))
    rows = (*menu.grid(list(_who(news)), 1), *menu.grid(others), *pages, *back(id))
    return Reply(text=text, buttons=rows, replaces=True)


def _who(news: News) -> Iterator[Button]:
    held: Mapping[Who, bool] = {
        "staff": news.audience.staff,
        "public": news.audience.public,
        "web": news.public,
    }
    for who_, is_on in held.items():
        does = ChooseAudience(news=news.id, who=who_)
        yield Button(T(f"writing.to_{who_}"), does, chosen=is_on)


def _by(by: By) -> Text:
    """A limit's name."""
    if by in ("group", "department", "organization"):
        return T(f"writing.by_{by}")
    return T(f"surveys.by_{by}")


def _hint(by: By) -> Text:
    if by == "topic":
        return T("writing.which_topics")
    return T("writing.which_district") if by == "district" else T("writing.who")


def _values(by: By, context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    """What one can be limited to, each with its name."""
    return VALUES[by](context)


def _roles(context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    return [(one, who.role(one)) for one in Role]


def _groups(context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    return [(one.id, Verbatim(one.name, "de")) for one in groups.everyone(context.session)]


def _departments(context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    return [(one.id, Verbatim(one.name, "de")) for one in departments.everyone(context.session)]


def _organizations(context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    names = organizations.names(context.session)
    return [(id, Verbatim(name, "de")) for id, name in names.items()]


def _languages(context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    known = context.town.languages
    return [(one, T("filter.language", language=LanguageName(one))) for one in known]


def _districts(context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    return [(one, Verbatim(one, "de")) for one in context.catalogue.districts]


def _topics(context: Context) -> Sequence[tuple[Any, Text | Verbatim]]:
    return [(one, news_words.topic(one, context)) for one in sorted(context.catalogue.topics)]


VALUES: Mapping[By, Callable[[Context], Sequence[tuple[Any, Text | Verbatim]]]] = {
    "role": _roles,
    "group": _groups,
    "department": _departments,
    "organization": _organizations,
    "language": _languages,
    "district": _districts,
    "topic": _topics,
}
COMMANDS: Commands = {}
ACTIONS: Actions = {NewsAudience: shown, ChooseAudience: chosen, LimitNews: limited}
