"""When news are sent, how often, and whether at night too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from analysis.days import span
from analysis.times import appointment
from handlers import dialogues, menu, news_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_card import card
from handlers.news_drafts import Typing, changes, deed, done, drafts, wait
from handlers.news_pages import AskPart, NewsTime, back
from handlers.news_words import RULES, UNTIL, parted, repeated
from models import news_changes, news_course
from models.action import Action
from models.news import News, NewsState, Schedule
from models.news_changes import Options
from models.text import T, Text, Weekday
from models.turn import Button, Reply

TO_COME = (NewsState.DRAFT, NewsState.WAITING, NewsState.SCHEDULED)
"""While it has not left for the first time."""
USUAL, EVENING = time(9), time(17)
DAYS_AHEAD = 3
DAY = timedelta(days=1)
ENDS = "T235959"


class SendAt(Action, prefix="nwat"):
    """Send it at this wall time ("20261205T0900"), "" is at once."""

    news: int
    at: str = ""


class RepeatNews(Action, prefix="nwrepeat"):
    """Again and again by the rule at this place, 0 is once."""

    news: int
    rule: int


class SwitchUrgent(Action, prefix="nwurgent"):
    """Also at night and on Sundays, or not."""

    news: int


@changes(TO_COME)
def shown(action: NewsTime, news: News, context: Context) -> Reply:
    """When, how often."""
    return _page(news, context)


@changes(TO_COME)
def chosen(action: SendAt, news: News, context: Context) -> Reply:
    """At once, or at a usual time."""
    first = _read(action.at)
    if first is None and action.at:
        return _page(news, context)
    return _kept(replace(news.schedule, first=first), news, context)


@changes(TO_COME)
def repeats(action: RepeatNews, news: News, context: Context) -> Reply:
    """Once, or again and again."""
    rules = list(RULES)
    rule = rules[action.rule] if 0 <= action.rule < len(rules) else ""
    return _kept(replace(news.schedule, rule=rule), news, context)


@drafts
def switched(action: SwitchUrgent, news: News, context: Context) -> Reply:
    """On or off."""
    options = Options(urgent=not news.urgent)
    return _page(news_changes.set_options(context.session, deed(context), news, options), context)


def ask_time(news: News, detail: str, context: Context) -> Reply:
    """Which day, which time?"""
    wait(news.id, "when", "", context)
    return dialogues.asking(T("writing.ask_when"), buttons=back(news.id))


def take_time(text: str, news: News, detail: str, context: Context) -> Reply:
    """A time to come. Without a time of day: in the morning."""
    found = None if dialogues.is_question(text, context) else appointment(text, context.today)
    if found is None or (not found.timed and found.end != found.begin + DAY):
        return dialogues.aside(text, context, T("writing.ask_when"))
    first = found.begin if found.timed else datetime.combine(found.begin, USUAL)
    if first <= _wall(context):
        return dialogues.asking(T("writing.past"), T("writing.ask_when"), buttons=back(news.id))
    done(context)
    return _kept(replace(news.schedule, first=first), news, context)


def ask_until(news: News, detail: str, context: Context) -> Reply:
    """The last day?"""
    wait(news.id, "until", "", context)
    return dialogues.asking(T("writing.ask_until"), buttons=back(news.id))


def take_until(text: str, news: News, detail: str, context: Context) -> Reply:
    """A day that is to come."""
    days = None if dialogues.is_question(text, context) else span(text, context.today)
    if days is None or days[0] != days[1]:
        return dialogues.aside(text, context, T("writing.ask_until"))
    first = news.schedule.first
    if days[0] < max(context.today, first.date() if first else date.min):
        return dialogues.asking(T("writing.past"), T("writing.ask_until"), buttons=back(news.id))
    done(context)
    rule, _ = parted(news.schedule.rule)
    ends = f"{rule}{UNTIL}{days[0]:%Y%m%d}{ENDS}" if rule in RULES and rule else rule
    return _kept(replace(news.schedule, rule=ends), news, context)


def _kept(schedule: Schedule, news: News, context: Context) -> Reply:
    if schedule.first and schedule.first <= _wall(context):
        return _page(news, context, T("writing.past"))
    changed = news_course.set_schedule(context.session, deed(context), news, schedule)
    if changed.state is not NewsState.DRAFT:
        return card(changed, context, T("writing.kept"))
    return _page(changed, context)


def _page(news: News, context: Context, *before: Text) -> Reply:
    urgent = (T("writing.urgent"),) if news.urgent else ()
    text = (*before, *news_words.schedule(news.schedule), *urgent, T("writing.when"))
    return Reply(text=text, buttons=tuple(_rows(news, context)), replaces=True)


def _rows(news: News, context: Context) -> Iterator[tuple[Button, ...]]:
    id, schedule = news.id, news.schedule
    at_once = Button(T("writing.do_at_once"), SendAt(news=id, at=""), schedule.first is None)
    times = [_usual(one, news) for one in _times(context)]
    typed = Button(T("writing.other_time"), AskPart(news=id, part="when"))
    yield from menu.grid([at_once, *times, typed], 1)
    now, until = parted(schedule.rule)
    rules = [
        Button(repeated(rule), RepeatNews(news=id, rule=number), chosen=rule == now)
        for number, rule in enumerate(RULES)
    ]
    yield from menu.grid(rules)
    if now in RULES and now:
        yield (Button(T("writing.do_until"), AskPart(news=id, part="until"), bool(until)),)
    if news.state is NewsState.DRAFT:
        yield (Button(T("writing.do_urgent"), SwitchUrgent(news=id), chosen=news.urgent),)
    yield from back(id)


def _usual(at: datetime, news: News) -> Button:
    label = T("writing.usual", weekday=Weekday(at.weekday()), day=at.date(), time=at.time())
    does = SendAt(news=news.id, at=f"{at:%Y%m%dT%H%M}")
    return Button(label, does, chosen=news.schedule.first == at)


def _times(context: Context) -> Iterator[datetime]:
    """This evening, while it is to come, and the next mornings."""
    now = _wall(context)
    if now.time() < EVENING:
        yield datetime.combine(now, EVENING)
    for days in range(1, DAYS_AHEAD + 1):
        yield datetime.combine(now.date() + DAY * days, USUAL)


def _wall(context: Context) -> datetime:
    return context.now.replace(tzinfo=None)


def _read(at: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return None
    return found.replace(tzinfo=None)


TYPED: Mapping[str, Typing] = {
    "when": Typing(ask_time, take_time, TO_COME),
    "until": Typing(ask_until, take_until, TO_COME),
}
COMMANDS: Commands = {}
ACTIONS: Actions = {
    NewsTime: shown,
    SendAt: chosen,
    RepeatNews: repeats,
    SwitchUrgent: switched,
}
