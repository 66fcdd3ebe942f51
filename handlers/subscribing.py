"""/subscribe: news for whoever agreed to get them, shown and changed in one place."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, subscription_words
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.stop import WriteAgain
from handlers.subscription_buttons import (
    ChooseTopics,
    ChooseWhere,
    NewsForMyTask,
    PickRhythm,
    Subscribe,
)
from handlers.subscription_words import CONSENT
from models import subscription
from models.news_actions import StopNews
from models.subscription import Agreed, Rhythm, Subscription, Wanted
from models.text import T, Text
from models.turn import Button, Reply


def shown(argument: str, context: Context) -> Reply:
    """What she gets, or what she would agree to."""
    if context.person.is_group:
        return Reply(text=(T("subscribe.group"),), buttons=menu.main())
    mine = subscription.of(context.session, context.person)
    return card(mine, context) if mine and mine.is_on else _asked(mine, context)


def card(mine: Subscription, context: Context) -> Reply:
    """Her subscription, with all that can be changed of it."""
    weekly = mine.wanted.rhythm is Rhythm.WEEKLY
    at_once = Button(T("subscribe.make_at_once"), PickRhythm(weekly=False), chosen=not weekly)
    rows = (
        (
            Button(T("subscribe.change_topics"), ChooseTopics(at=0)),
            Button(T("subscribe.change_district"), ChooseWhere(at=0)),
        ),
        (at_once, Button(T("subscribe.make_weekly"), PickRhythm(weekly=True), chosen=weekly)),
        (Button(T("news_told.stop"), StopNews(issue=0)),),
        (menu.button("events"), menu.button("mydata")),
    )
    text = (*subscription_words.described(mine, context), *_task(context), *_quiet(context))
    return Reply(text=text, buttons=(*rows[:3], *_again(context), *rows[3:]))


def begun(action: Subscribe, context: Context) -> Reply:
    """Her yes: everything at once, until she chooses otherwise."""
    if context.person.is_group:
        return Reply(text=(T("subscribe.group"),), buttons=menu.main())
    mine = subscription.of(context.session, context.person)
    if mine is None or not mine.is_on:
        agree(Wanted(), context)
    return replace(shown("", context), replaces=True)


def agree(wanted: Wanted, context: Context) -> None:
    """She agreed today, to the text as it is now."""
    agreed = Agreed(CONSENT, context.today)
    subscription.begin(context.session, context.person, wanted, agreed)


def for_task(action: NewsForMyTask, context: Context) -> Reply:
    """She takes news for her task again, and no others."""
    subscription.accept(context.session, context.person)
    rows = ((menu.button("subscribe"), menu.button("me")),)
    return Reply(text=(T("subscribe.task_accepted"),), buttons=rows, replaces=True)


def _asked(mine: Subscription | None, context: Context) -> Reply:
    text = (T("subscribe.what", town=context.town.name), T("subscribe.data"))
    yes = (Button(T("subscribe.yes"), Subscribe()),)
    rows = ((menu.button("events"), menu.button("privacy")),)
    refused = mine is not None and mine.refused
    return Reply(
        text=(*text, T("subscribe.any_time"), *(() if refused else _task(context))),
        buttons=(yes, *_for_staff(refused, context), *rows),
    )


def _for_staff(refused: bool, context: Context) -> menu.Rows:
    """News for her task come without being asked for, and can be stopped."""
    if not context.roles:
        return ()
    if refused:
        return ((Button(T("subscribe.task_only"), NewsForMyTask()),),)
    return ((Button(T("news_told.stop"), StopNews(issue=0)),),)


def _task(context: Context) -> tuple[Text, ...]:
    return (T("subscribe.task"),) if context.roles else ()


def _quiet(context: Context) -> tuple[Text, ...]:
    return (T("subscribe.quiet"),) if context.person.quiet else ()


def _again(context: Context) -> menu.Rows:
    return ((Button(T("stop.undo"), WriteAgain()),),) if context.person.quiet else ()


COMMANDS: Commands = {"subscribe": shown, "abonnieren": shown, "neuigkeiten": shown}
ACTIONS: Actions = {Subscribe: begun, NewsForMyTask: for_task}
