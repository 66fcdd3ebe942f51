"""/events: what takes place in the town, each with a file for one's own calendar."""

from __future__ import annotations

from dataclasses import replace

from analysis.occasions import alone
from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.news_pressed import reader
from handlers.paging import PAGE, paged
from models import event_words, news_reply, public_events
from models.action import Action
from models.public_events import Coming, Shown
from models.text import Fixed, T, Text, Verbatim
from models.turn import Button, File, Reply


class ShowEvents(Action, prefix="events"):
    """The events to come, from number `at` on."""

    at: int


class ShowEvent(Action, prefix="event"):
    """This one (models.public_events)."""

    name: str


def shown(argument: str, context: Context) -> Reply:
    """The soonest first."""
    return _page(0, context)


def turned(action: ShowEvents, context: Context) -> Reply:
    """Another page."""
    return replace(_page(action.at, context), replaces=True)


def opened(action: ShowEvent, context: Context) -> Reply:
    """The news that tell of it, as they were sent, with the file."""
    language, now = context.language, context.now
    found = public_events.find(context.session, action.name, language, now)
    if found is None:
        return Reply(text=(T("events.gone"),), buttons=((menu.button("events"),),))
    whole = news_reply.whole(context.session, found.news.news, found.news.issue)
    told = news_reply.reply(replace(whole, event=found.event), reader(context))
    if told is None:
        return Reply(text=(T("events.gone"),), buttons=((menu.button("events"),),))
    buttons = (*told.buttons[:-1], (menu.button("events"), menu.button("subscribe")))
    return replace(told, buttons=buttons, after=(T("events.file"),), files=(_file(found, context),))


def _page(at: int, context: Context) -> Reply:
    coming = public_events.coming(context.session, context.language, context.now)
    rows = ((menu.button("subscribe"),),)
    if not coming:
        return Reply(text=(T("events.none"),), buttons=rows)
    at = at if 0 <= at < len(coming) else 0
    buttons = [Button(_title(one), ShowEvent(name=one.name)) for one in coming]
    lines = [_line(one) for one in coming[at : at + PAGE]]
    pages = paged(buttons, at, lambda to: ShowEvents(at=to))
    text = (T("events.coming"), *lines, *_calendar(context))
    return Reply(text=text, buttons=(*pages, *rows))


def _calendar(context: Context) -> tuple[Text, ...]:
    """Where a calendar finds them all, when the town has an address on the web."""
    url = context.town.public_url
    return (T("events.feed", address=Fixed(f"{url}/calendar/public.ics")),) if url else ()


def _line(one: Coming) -> Text:
    return T("events.line", title=_title(one), when=event_words.when(one.event))


def _title(one: Coming) -> Verbatim:
    return Verbatim(one.news.text.title, one.news.text.language)


def _file(found: Coming, context: Context) -> File:
    town = context.town
    occasion = public_events.occasion(found, Shown(context.language, f"{town.address}/news/", ""))
    content = alone(occasion, town.host, context.now.tzinfo)
    return File(f"{found.name}.ics", "text/calendar", content)


COMMANDS: Commands = {"events": shown, "termine": shown}
ACTIONS: Actions = {ShowEvents: turned, ShowEvent: opened}
