"""What people are told before and while they talk to a counsellor: when somebody is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from analysis.hours import reckoning
from analysis.hours.week import Interval
from handlers import idea_words
from handlers.context import Context
from models import counselling
from models.text import Fixed, LanguageName, Listed, T, Text, Verbatim, Weekday


def about(context: Context) -> Iterator[Text]:
    """Who reads it and when, in which languages, what it is not for, and what is kept."""
    yield T("talk.title", town=context.town.name)
    yield from presence(context)
    yield T("talk.hours")
    yield from _hours(context)
    if spoken := counselling.spoken(context.session):
        own_first = sorted(spoken, key=lambda code: (code != context.language, code))
        names = tuple(LanguageName(code) for code in own_first)
        yield T("talk.languages", languages=Listed(names))
    if context.town.translates:
        yield T("talk.translated")
    yield T("talk.emergency", rescue=Fixed("112"), police=Fixed("110"))
    yield T("talk.kept")


def presence(context: Context) -> Iterator[Text]:
    """Whether somebody is there now, and until or from when."""
    office = context.town.office
    span = next(reckoning.spans(office, context.now), None)
    if span is None:
        return
    begin, end = (moment.astimezone(office.zone) for moment in span)
    if begin <= context.now:
        yield T("talk.open", time=end.time())
    else:
        yield T("talk.shut", weekday=_day(begin), day=begin.date(), time=begin.time())


def until(context: Context) -> Iterator[Text]:
    """When she can count on an answer to what she asks now."""
    town = context.town
    try:
        by = reckoning.after_working_hours(town.office, context.now, town.answer_hours)
    except reckoning.NeverOpen:
        return
    yield T("talk.until", weekday=_day(by), day=by.date(), time=by.time())


def is_open(context: Context) -> bool:
    """Whether somebody is there now."""
    return reckoning.is_open(context.town.office, context.now)


def topic(code: str, context: Context) -> Text | Verbatim:
    """A topic or a field of action in her language, by its code."""
    known = context.catalogue.topics.get(code)
    if known is None:
        return idea_words.field_named(code, context)
    names = known.names
    language = next(one for one in (*context.chain, *names) if one in names)
    return Verbatim(names[language], language)


def _hours(context: Context) -> Iterator[Text]:
    """A line for each run of days with the same hours; days without any are left out."""
    week = enumerate(context.town.office.week)
    for spans, run in groupby(week, key=lambda pair: pair[1]):
        days = [day for day, _ in run]
        if spans:
            listed = Listed(tuple(map(_span, spans)))
            yield T("talk.hours_line", days=_days(days[0], days[-1]), spans=listed)


def _span(one: Interval) -> Fixed:
    closes = "24:00" if one.ends_next_day else f"{one.closes:%H:%M}"
    return Fixed(f"{one.opens:%H:%M}–{closes}")


def _days(first: int, last: int) -> Text | Weekday:
    if first == last:
        return Weekday(first)
    return T("hours.days", first=Weekday(first), last=Weekday(last))


def _day(moment: datetime) -> Weekday:
    return Weekday(moment.weekday())
