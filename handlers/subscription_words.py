"""What somebody subscribes to, in words: topics by the town's fields of action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.context import Context
from models.subscription import Rhythm, Subscription, Wanted
from models.text import Listed, T, Text, Verbatim

CONSENT = "2026-11"
"""The version of the text that one agrees to: subscribe.what, .data and .any_time. Another text is
another version.
"""


@dataclass(frozen=True, slots=True)
class Group:
    """Topics that are chosen with one tap."""

    code: str
    names: Mapping[str, str]
    topics: frozenset[str]


def groups(context: Context) -> list[Group]:
    """The fields of action; in a town without any, the topics of its offers."""
    catalogue = context.catalogue
    fields = [Group(one.code, one.names, frozenset(one.topics)) for one in catalogue.fields]
    if fields:
        return [one for one in fields if one.topics]
    filled = [one for one in catalogue.topics.values() if catalogue.in_topic(one.code)]
    return [Group(one.code, one.names, frozenset((one.code,))) for one in filled]


def named(group: Group, context: Context) -> Verbatim:
    """In her language, or the next best."""
    language = next(one for one in (*context.chain, *group.names) if one in group.names)
    return Verbatim(group.names[language], language)


def described(mine: Subscription, context: Context) -> tuple[Text, ...]:
    """A line each."""
    wanted = mine.wanted
    return (
        T("subscribe.on", day=mine.since),
        T("subscribe.topics", topics=topics(wanted, context)),
        T("subscribe.district", district=district(wanted)),
        T("subscribe.rhythm", rhythm=rhythm(wanted)),
    )


def stored(mine: Subscription | None, context: Context) -> tuple[Text, ...]:
    """One line, for /mydata."""
    if mine is None:
        return ()
    if not mine.is_on:
        return (T("mydata.no_news"),) if mine.refused else ()
    about, where, often = topics(mine.wanted, context), district(mine.wanted), rhythm(mine.wanted)
    return (T("mydata.news", topics=about, district=where, rhythm=often, day=mine.since),)


def topics(wanted: Wanted, context: Context) -> Text | Listed:
    """The groups that she chose."""
    chosen = [one for one in groups(context) if one.topics & wanted.topics]
    if not wanted.topics or not chosen:
        return T("subscribe.all_topics")
    return Listed(tuple(named(one, context) for one in chosen))


def district(wanted: Wanted) -> Text | Verbatim:
    """Hers, or the whole town."""
    return Verbatim(wanted.district, "de") if wanted.district else T("subscribe.whole_town")


def rhythm(wanted: Wanted) -> Text:
    """At once, or once a week."""
    return T("subscribe.weekly") if wanted.rhythm is Rhythm.WEEKLY else T("subscribe.at_once")
