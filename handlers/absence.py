"""Being away from one day to another: then the deputy is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from analysis.days import span
from handlers import dialogues, menu, who
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.rights import needs
from models import absences
from models import person as people
from models.action import Action
from models.dialogue import GoingAway
from models.role import ANY
from models.text import T, Text
from models.turn import Button, Reply

LONGEST = timedelta(days=366)
WEEK = timedelta(days=7)


class Away(Action, prefix="away"):
    """I will be away."""


class AwayFor(Action, prefix="awayfor"):
    """I am away from `start` to `end`, both included."""

    start: date
    end: date


class BackAgain(Action, prefix="backagain"):
    """I am there after all."""

    absence: int


@needs(*ANY)
def opened(action: Away, context: Context) -> Reply:
    """From when to when? Buttons for the usual, typing for the rest."""
    people.be_in(context.session, context.person, GoingAway())
    return _asking(context)


@needs(*ANY)
def chosen(action: AwayFor, context: Context) -> Reply:
    """She pressed one of the usual spans."""
    return _noted(action.start, action.end, context)


@needs(*ANY)
def typed(text: str, context: Context) -> Reply:
    """She typed days, or something else."""
    found = None if dialogues.is_question(text, context) else span(text, context.today)
    if found is None:
        return dialogues.aside(text, context, T("absence.ask"))
    return _noted(*found, context)


@needs(*ANY)
def removed(action: BackAgain, context: Context) -> Reply:
    """One absence less."""
    absences.remove(context.session, context.account_id, action.absence)
    rows = ((menu.button("me"),),)
    return Reply(text=(T("absence.removed"),), buttons=rows, replaces=True)


def _noted(start: date, end: date, context: Context) -> Reply:
    if not start <= end or end < context.today or end - start > LONGEST:
        return replace(_asking(context), text=(T("absence.wrong"), T("absence.ask")))
    absences.add(context.session, context.account_id, start, end)
    people.be_in(context.session, context.person, None)
    text = (T("absence.noted", start=start, end=end), _stands_in(context))
    rows = ((menu.button("deputy"), menu.button("me")),)
    return Reply(text=text, buttons=rows)


def _stands_in(context: Context) -> Text:
    deputy = context.account.deputy_id if context.account else None
    if deputy is None:
        return T("absence.no_deputy")
    return T("absence.deputy", deputy=who.account_called(deputy, context))


def _asking(context: Context) -> Reply:
    coming = absences.of(context.session, context.account_id, context.today)
    gone = [
        Button(T("absence.remove", start=one.first, end=one.last), BackAgain(absence=one.id))
        for one in coming[:4]
    ]
    rows = (*menu.grid(_usual(context.today)), *((button,) for button in gone))
    return dialogues.asking(T("absence.ask"), buttons=rows)


def _usual(today: date) -> list[Button]:
    """Today, the rest of this week, next week, the next two weeks; weeks begin on Monday."""
    monday = today + timedelta(days=7 - today.weekday())
    sunday = monday - timedelta(days=1)
    return [
        Button(T("absence.today"), AwayFor(start=today, end=today)),
        Button(T("absence.this_week"), AwayFor(start=today, end=sunday)),
        Button(T("absence.next_week"), AwayFor(start=monday, end=sunday + WEEK)),
        Button(T("absence.two_weeks"), AwayFor(start=monday, end=sunday + 2 * WEEK)),
    ]


COMMANDS: Commands = {}
ACTIONS: Actions = {Away: opened, AwayFor: chosen, BackAgain: removed}
DIALOGUES: Dialogues = {GoingAway: typed}
