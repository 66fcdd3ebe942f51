"""News in words: what it is called, when it is sent, whom it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from handlers import who
from handlers.context import Context
from models import departments, groups, organizations
from models.news import Schedule
from models.news_audience_record import Audience
from models.news_text import NewsText
from models.role import Role
from models.text import Fixed, LanguageName, Listed, T, Text, Verbatim

RULES: Mapping[str, str] = {
    "": "once",
    "FREQ=WEEKLY": "weekly",
    "FREQ=WEEKLY;INTERVAL=2": "fortnightly",
    "FREQ=MONTHLY": "monthly",
}
"""What can be chosen with a button; `lotse news` takes any rule of RFC 5545."""
UNTIL = ";UNTIL="
DAY_OF = re.compile(r"\d{8}(T235959)?")


def title(texts: Mapping[str, NewsText], context: Context) -> Verbatim | Text:
    """Its name, in the town's own language where it has one in it."""
    known = (one for one in (*context.town.default_first, *texts) if one in texts)
    language = next(known, "")
    return Verbatim(texts[language].title, language) if language else T("writing.untitled")


def moment(at: datetime) -> Text:
    """A day and a time."""
    return T("writing.moment", day=at.date(), time=at.time())


def schedule(schedule: Schedule) -> Iterator[Text]:
    """When it is sent, and how often."""
    yield T("writing.at", when=moment(schedule.first)) if schedule.first else T("writing.at_once")
    if schedule.rule:
        rule, until = parted(schedule.rule)
        how = repeated(rule) if rule in RULES else Fixed(schedule.rule)
        last = until if rule in RULES else None
        yield T("writing.until", how=how, day=last) if last else T("writing.repeats", how=how)


def repeated(rule: str) -> Text:
    """How often, by one of RULES."""
    return T(f"writing.repeat_{RULES[rule]}")


def parted(rule: str) -> tuple[str, date | None]:
    """A rule without its last day, and that day."""
    plain, _, until = rule.partition(UNTIL)
    if not DAY_OF.fullmatch(until):
        return rule, None
    try:
        return plain, date.fromisoformat(until[:8])
    except ValueError:
        return rule, None


def audience(audience: Audience, context: Context) -> Iterator[Text]:
    """Whom it is for, and what limits that."""
    if audience.is_empty:
        yield T("writing.for_nobody")
    if audience.staff:
        names = tuple(_staff(audience, context))
        yield T("writing.for_some", names=Listed(names)) if names else T("writing.for_staff")
    if audience.public:
        yield T("writing.for_public")
    limits = (LanguageName(one) for one in sorted(audience.languages))
    districts = (Verbatim(one, "de") for one in sorted(audience.districts))
    if found := (*limits, *districts):
        yield T("writing.only", names=Listed(found))
    if audience.topics:
        names = tuple(topic(code, context) for code in sorted(audience.topics))
        yield T("writing.about", names=Listed(names))


def topic(code: str, context: Context) -> Verbatim:
    """What a topic is called."""
    found = context.catalogue.topics.get(code)
    names = found.names if found else {context.language: code}
    language = next(one for one in (*context.chain, *names) if one in names)
    return Verbatim(names[language], language)


def _staff(audience: Audience, context: Context) -> Iterator[Text | Verbatim]:
    session = context.session
    yield from (who.role(role) for role in Role if role in audience.roles)
    known = [one.name for one in groups.everyone(session) if one.id in audience.groups]
    parts = [one.name for one in departments.everyone(session) if one.id in audience.departments]
    yield from (Verbatim(name, "de") for name in (*known, *parts))
    for id in sorted(audience.organizations):
        yield Verbatim(organizations.name_of(session, id), "de")
