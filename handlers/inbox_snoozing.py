"""A thread put aside for a while: it comes back by itself, or as soon as the asker writes."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from analysis.days import span
from analysis.hours.reckoning import next_opening
from handlers import dialogues, menu
from handlers import inbox_buttons as do
from handlers import inbox_words as say
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.inbox_card import card
from handlers.inbox_finding import found, gone
from handlers.relaying import called
from handlers.rights import needs
from models import person as people
from models import thread_changes
from models.dialogue_handoff import Snoozing
from models.role import ANSWERING
from models.roles import Deed
from models.text import T
from models.thread import Thread, find
from models.turn import Button, Reply

LONGEST = timedelta(days=28)
"""Threads close after 30 days in which nobody wrote."""


@needs(*ANSWERING)
def asked(action: do.SnoozeThread, context: Context) -> Reply:
    """Until when?"""
    one = found(action.thread, context)
    if one is None:
        return gone()
    return Reply(text=(T("inbox.snooze_until"),), buttons=_usual(one), replaces=True)


@needs(*ANSWERING)
def chosen(action: do.SnoozeFor, context: Context) -> Reply:
    """One of the usual times."""
    return _snoozed(action.thread, _until(action.long, context), context)


@needs(*ANSWERING)
def typing(action: do.SnoozeUntil, context: Context) -> Reply:
    """Until which day?"""
    one = found(action.thread, context)
    if one is None:
        return gone()
    people.be_in(context.session, context.person, Snoozing(thread=one.id))
    return dialogues.asking(T("inbox.which_day"))


@needs(*ANSWERING)
def typed(text: str, context: Context) -> Reply:
    """She typed a day, or something else."""
    waiting = context.person.dialogue
    thread = waiting.thread if isinstance(waiting, Snoozing) else 0
    days = span(text, context.today)
    if days is None or not context.today < days[0] <= context.today + LONGEST:
        if found(thread, context) is None:
            return gone()
        return dialogues.asking(T("dialogue.not_understood"), T("inbox.which_day"))
    people.be_in(context.session, context.person, None)
    opening = datetime.combine(days[0], time(), context.now.tzinfo)
    return _snoozed(thread, next_opening(context.town.office, opening), context)


@needs(*ANSWERING)
def woken(action: do.WakeThread, context: Context) -> Reply:
    """It is on her desk again."""
    one = found(action.thread, context)
    deed = Deed(context.now, context.account_id)
    if one is None or one.account_id != context.account_id:
        return gone()
    thread_changes.wake(context.session, deed, one)
    return card(find(context.session, one.id) or one, context)


def _snoozed(id: int, until: datetime, context: Context) -> Reply:
    one = found(id, context)
    deed = Deed(context.now, context.account_id)
    if one is None or not thread_changes.snooze(context.session, deed, one, until):
        return gone()
    person = called(one)
    text = T("inbox.snoozed", person=person, until=say.at(until, context))
    return Reply(text=(text, T("inbox.snoozed_wakes")), buttons=((menu.button("inbox"),),))


def _usual(one: Thread) -> menu.Rows:
    spans: tuple[do.Long, ...] = ("hour", "tomorrow", "week")
    usual = [
        Button(T(f"inbox.for.{long}"), do.SnoozeFor(thread=one.id, long=long)) for long in spans
    ]
    other = Button(T("inbox.other_day"), do.SnoozeUntil(thread=one.id))
    return (tuple(usual), (other,), (menu.button("inbox"),))


def _until(long: do.Long, context: Context) -> datetime:
    """An hour from now, or when the office opens on another day."""
    if long == "hour":
        return context.now + timedelta(hours=1)
    days = 1 if long == "tomorrow" else 7 - context.today.weekday()
    midnight = datetime.combine(context.today + timedelta(days), time(), context.now.tzinfo)
    return next_opening(context.town.office, midnight)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    do.SnoozeThread: asked,
    do.SnoozeFor: chosen,
    do.SnoozeUntil: typing,
    do.WakeThread: woken,
}
DIALOGUES: Dialogues = {Snoozing: typed}
