"""Choosing what news are about, for which part of the town, and how often they come."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, subscribing
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.subscription_buttons import (
    ChooseTopics,
    ChooseWhere,
    PickRhythm,
    PickTopics,
    PickWhere,
)
from handlers.subscription_words import Group, groups, named
from models import subscription
from models.subscription import Rhythm, Subscription, Wanted
from models.text import T, Verbatim
from models.turn import Button, Reply

READY = Button(T("subscribe.ready"), menu.Open(page="subscribe"))


def topics(action: ChooseTopics, context: Context) -> Reply:
    """The list, with what is chosen marked."""
    mine = _mine(context)
    if mine is None:
        return _first(context)
    buttons = [_topic(one, mine.wanted, action.at, context) for one in groups(context)]
    rows = paged(buttons, action.at, lambda to: ChooseTopics(at=to))
    every = PickTopics(code="", on=True, at=action.at)
    all_of_them = Button(T("subscribe.every_topic"), every, chosen=not mine.wanted.topics)
    rows = (*rows, (all_of_them, READY))
    return Reply(text=(T("subscribe.topics_which"),), buttons=rows, replaces=True)


def picked(action: PickTopics, context: Context) -> Reply:
    """A field of action with all its topics; pressing it twice changes nothing."""
    mine = _mine(context)
    if mine is None:
        return _first(context)
    found = next((one for one in groups(context) if one.code == action.code), None)
    chosen = mine.wanted.topics if found else frozenset()
    if found:
        chosen = chosen | found.topics if action.on else chosen - found.topics
    _keep(replace(mine.wanted, topics=chosen), context)
    return topics(ChooseTopics(at=action.at), context)


def places(action: ChooseWhere, context: Context) -> Reply:
    """The districts there are."""
    mine = _mine(context)
    if mine is None:
        return _first(context)
    chosen = mine.wanted.district
    buttons = [
        Button(Verbatim(name, "de"), PickWhere(number=number), chosen=name == chosen)
        for number, name in enumerate(context.catalogue.districts)
    ]
    everywhere = Button(T("subscribe.whole_town"), PickWhere(number=-1), chosen=not chosen)
    rows = (*paged(buttons, action.at, lambda to: ChooseWhere(at=to)), (everywhere,))
    return Reply(text=(T("subscribe.district_which"),), buttons=rows, replaces=True)


def placed(action: PickWhere, context: Context) -> Reply:
    """One of them, or the whole town."""
    mine = _mine(context)
    if mine is None:
        return _first(context)
    district = district_at(action.number, context)
    return _changed(replace(mine.wanted, district=district), context)


def timed(action: PickRhythm, context: Context) -> Reply:
    """How often."""
    mine = _mine(context)
    if mine is None:
        return _first(context)
    rhythm = Rhythm.WEEKLY if action.weekly else Rhythm.AT_ONCE
    return _changed(replace(mine.wanted, rhythm=rhythm), context)


def district_at(number: int, context: Context) -> str:
    """The district with this number in the menu, "" when there is none."""
    districts = context.catalogue.districts
    return districts[number] if 0 <= number < len(districts) else ""


def _topic(group: Group, wanted: Wanted, at: int, context: Context) -> Button:
    is_on = bool(group.topics & wanted.topics)
    pick = PickTopics(code=group.code, on=not is_on, at=at)
    return Button(named(group, context), pick, chosen=is_on)


def _mine(context: Context) -> Subscription | None:
    found = subscription.of(context.session, context.person)
    return found if found and found.is_on else None


def _first(context: Context) -> Reply:
    """An old button: she has to agree first."""
    return subscribing.shown("", context)


def _keep(wanted: Wanted, context: Context) -> None:
    subscription.change(context.session, context.person, wanted)


def _changed(wanted: Wanted, context: Context) -> Reply:
    _keep(wanted, context)
    return replace(subscribing.shown("", context), replaces=True)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    ChooseTopics: topics,
    PickTopics: picked,
    ChooseWhere: places,
    PickWhere: placed,
    PickRhythm: timed,
}
