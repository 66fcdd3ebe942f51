"""Another date: by button or typed, and then why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from analysis.measures.period import Unreadable, parse_point
from analysis.measures.point import Point, Precision, months_after, point_around
from handlers import dialogues, menu
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.measure_rights import checked
from handlers.reminder_items import Item, by, changed, is_stale, item_of, report
from models import measure_changes as changes
from models import person as people
from models import reminders
from models.answers import CAUSES, PRECISIONS, Because, ShowMeasure, Until
from models.dialogue_measures import MovingDate
from models.measure_changes import EndsTooEarly, News
from models.text import T, Text
from models.turn import Button, Reply

WEEK = timedelta(days=7)
LONGEST = 1000
LETTERS = {precision: letter for letter, precision in PRECISIONS.items()}


def ask(item: Item, context: Context, *before: Text) -> Reply:
    """Until when? Buttons for the usual, typing for the rest."""
    about = _about(item)
    people.be_in(context.session, context.person, MovingDate(**about))
    usual = [
        Button(text, Until(**about, day=point.last, precision=LETTERS[point.precision]))
        for text, point in _usual(max(item.due or context.today, context.today))
    ]
    question = T("delay.ask", what=item.name)
    return dialogues.asking(*before, question, buttons=menu.grid(usual))


@checked
def chosen(action: Until, context: Context) -> Reply:
    """A usual date."""
    item = item_of(action, context)
    point = point_around(action.day, PRECISIONS[action.precision])
    if is_stale(item, action, action.version) or point is None:
        return changed(item, context)
    return replace(_with(item, point, context), replaces=True)


@checked
def explained(action: Because, context: Context) -> Reply:
    """A usual reason."""
    item = item_of(action, context)
    point = point_around(action.day, PRECISIONS[action.precision])
    if is_stale(item, action, action.version) or point is None:
        return changed(item, context)
    return replace(_move(item, point, action.cause, context), replaces=True)


@checked
def typed(text: str, context: Context) -> Reply:
    """A date or, once that is known, a reason in her own words."""
    waiting = context.person.dialogue
    if not isinstance(waiting, MovingDate):
        return dialogues.aside(text, context, T("delay.when"))
    item = item_of(waiting, context)
    if is_stale(item, waiting, waiting.version):
        people.be_in(context.session, context.person, None)
        return changed(item, context)
    if waiting.day is None:
        return _dated(text, item, context)
    point = point_around(waiting.day, PRECISIONS[waiting.precision])
    reason = " ".join(text.split())[:LONGEST]
    if point is None or not reason or dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("delay.why"))
    return _move(item, point, reason, context)


def _dated(text: str, item: Item, context: Context) -> Reply:
    try:
        point = None if dialogues.is_question(text, context) else parse_point(text)
    except Unreadable:
        point = None
    if point is None:
        return dialogues.aside(text, context, T("delay.when"))
    return _with(item, point, context)


def _with(item: Item, point: Point, context: Context) -> Reply:
    """The date is known; why is it another one?"""
    if point.last < context.today:
        return ask(item, context, T("delay.past", day=point.last))
    if point.last == item.due:
        return ask(item, context, T("delay.same", day=point.last))
    about, day = _about(item), point.last
    letter = LETTERS[point.precision]
    waiting = MovingDate(**about, day=day, precision=letter)
    people.be_in(context.session, context.person, waiting)
    buttons = [
        Button(T(f"because.{cause}"), Because(**about, day=day, precision=letter, cause=cause))
        for cause in CAUSES
    ]
    text = (T("delay.until", what=item.name, day=day), T("delay.why"))
    return dialogues.asking(*text, buttons=menu.grid(buttons))


def _move(item: Item, point: Point, reason: str, context: Context) -> Reply:
    people.be_in(context.session, context.person, None)
    try:
        _keep(item, point, reason, context)
    except EndsTooEarly:
        return ask(item, context, T("delay.early", day=point.last))
    text = T("delay.moved", what=item.name, day=point.last)
    show = Button(T("reminder.show"), ShowMeasure(measure=item.measure.id))
    return Reply(text=(text,), buttons=((show,),))


def _keep(item: Item, point: Point, reason: str, context: Context) -> None:
    """The date with its reason, and the answer as a note."""
    session, who = context.session, by(context)
    if item.step:
        changes.move_step(session, item.step.id, point, reason, who)
    else:
        changes.move_date(session, item.measure.id, point, reason, who)
    reminders.answered(session, item.measure.id, item.step_id)
    if item.due is None or point.last > item.due:
        report(item, News("delayed", item.words(reason)), context)


def _usual(after: date) -> Iterator[tuple[Text, Point]]:
    """A week, a month, the ends of a quarter and of a half-year; each day once."""
    day = after + timedelta(days=1)
    found = (
        ("week", point_around(after + WEEK, Precision.DAY)),
        ("month", point_around(months_after(after, 1), Precision.DAY)),
        ("quarter", point_around(day, Precision.QUARTER)),
        ("half_year", point_around(day, Precision.HALF_YEAR)),
    )
    days: set[date] = set()
    for name, point in found:
        if point and point.last not in days:
            days.add(point.last)
            yield T(f"delay.{name}", day=point.last), point


def _about(item: Item) -> dict[str, int]:
    measure = item.measure
    return {"measure": measure.id, "step": item.step_id, "version": measure.version}


COMMANDS: Commands = {}
ACTIONS: Actions = {Until: chosen, Because: explained}
DIALOGUES: Dialogues = {MovingDate: typed}
