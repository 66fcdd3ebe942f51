"""News of an event: when and where it takes place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from analysis.times import Appointment, appointment
from handlers import dialogues
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.menu import Rows
from handlers.news_card import card, own
from handlers.news_drafts import Typing, deed, done, drafts, wait
from handlers.news_pages import AskPart, NewsEvent, ShowNews, back
from handlers.news_writing import one_line
from models import news_changes, news_text
from models.action import Action
from models.news import Event, News
from models.news_reply import event_lines
from models.text import T
from models.turn import Button, Reply

LONGEST_PLACE = 300
DAY = timedelta(days=1)


class DropEvent(Action, prefix="nwnoevent"):
    """It is no event."""

    news: int


@drafts
def shown(action: NewsEvent, news: News, context: Context) -> Reply:
    """When and where; or the first question."""
    if news.event is None:
        return ask_time(news, "", context)
    texts = news_text.of(context.session, news.id)
    time = Button(T("writing.do_time"), AskPart(news=news.id, part="event"))
    place = Button(T("writing.do_place"), AskPart(news=news.id, part="place"))
    none = Button(T("writing.no_event"), DropEvent(news=news.id))
    text = tuple(event_lines(news.event, texts[own(texts, context)]))
    return Reply(text=text, buttons=((time, place), (none,), *back(news.id)), replaces=True)


@drafts
def dropped(action: DropEvent, news: News, context: Context) -> Reply:
    """Only news."""
    changed = news_changes.set_event(context.session, deed(context), news, None)
    return card(changed, context, T("writing.kept"))


def ask_time(news: News, detail: str, context: Context) -> Reply:
    """When?"""
    wait(news.id, "event", "", context)
    return dialogues.asking(T("writing.ask_event"), buttons=_later(news))


def take_time(text: str, news: News, detail: str, context: Context) -> Reply:
    """Not before today; then the place."""
    found = None if dialogues.is_question(text, context) else appointment(text, context.today)
    if found is None:
        return dialogues.aside(text, context, T("writing.ask_event"))
    event = _event(found, news.event.place if news.event else "")
    if (event.ends or event.begins).date() < context.today:
        return dialogues.asking(T("writing.past"), T("writing.ask_event"), buttons=_later(news))
    done(context)
    changed = news_changes.set_event(context.session, deed(context), news, event)
    if event.place:
        return card(changed, context, T("writing.kept"))
    return ask_place(changed, "", context)


def ask_place(news: News, detail: str, context: Context) -> Reply:
    """Where?"""
    wait(news.id, "place", "", context)
    return dialogues.asking(T("writing.ask_place"), buttons=_later(news))


def take_place(text: str, news: News, detail: str, context: Context) -> Reply:
    """Kept."""
    place = one_line(text)
    if news.event is None:
        return ask_time(news, "", context)
    if not place or len(place) > LONGEST_PLACE or dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("writing.ask_place"))
    done(context)
    event = Event(news.event.begins, news.event.ends, place)
    changed = news_changes.set_event(context.session, deed(context), news, event)
    return card(changed, context, T("writing.kept"))


def _event(found: Appointment, place: str) -> Event:
    """A whole day has no end of its own (models.news_reply)."""
    one_day = not found.timed and found.end == found.begin + DAY
    return Event(found.begin, None if one_day else found.end, place)


def _later(news: News) -> Rows:
    return ((Button(T("writing.later"), ShowNews(news=news.id)),),)


TYPED: Mapping[str, Typing] = {
    "event": Typing(ask_time, take_time),
    "place": Typing(ask_place, take_place),
}
COMMANDS: Commands = {}
ACTIONS: Actions = {NewsEvent: shown, DropEvent: dropped}
