"""The steering group's list: what has been overdue for long, for its next session."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import measure_words as say
from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.measure_rights import NotYours, checked, manages
from handlers.rights import needs
from models import groups, steering
from models.action import Action
from models.answers import ShowMeasure
from models.role import ANY
from models.steering import Listed
from models.text import N, T, Text
from models.turn import Button, Reply

LINES = 30


class SteeringList(Action, prefix="steering"):
    """The steering group's list."""


@needs(*ANY)
@checked
def listed(action: SteeringList, context: Context) -> Reply:
    """For those who lead, and for the steering group's members."""
    if not may_read(context):
        raise NotYours
    found = steering.steering_list(context.session, context.today)
    back = (menu.button("measures"),)
    if not found:
        return Reply(text=(T("steering.none"),), buttons=(back,), replaces=True)
    rows = tuple(_rows(found)) if manages(context) else ()
    lines = (T("steering.title"), *map(_line, found[:LINES]), *_rest(len(found) - LINES))
    return Reply(text=lines, buttons=(*rows, back), replaces=True)


def button(context: Context) -> Button:
    """To the list, with how much is on it."""
    number = len(steering.steering_list(context.session, context.today))
    return Button(T("measures.steering", number=number), SteeringList())


def may_read(context: Context) -> bool:
    """Whether she leads, or belongs to the steering group."""
    return manages(context) or context.account_id in groups.members_of_kind(
        context.session, groups.STEERING
    )


def _line(one: Listed) -> Text:
    name = one.measure.responsible
    called = say.german(name) if name else T("who.nobody")
    what = say.named(one.measure, one.step)
    return T("steering.line", what=what, due=one.due, since=one.since, name=called)


def _rest(left: int) -> tuple[Text, ...]:
    return (N("reminder.rest", left),) if left > 0 else ()


def _rows(found: tuple[Listed, ...]) -> Iterator[tuple[Button, ...]]:
    """A button for each measure, however many of its steps are on the list."""
    for measure in {one.measure.id: one.measure for one in found[:LINES]}.values():
        yield (Button(say.label(measure), ShowMeasure(measure=measure.id)),)


COMMANDS: Commands = {}
ACTIONS: Actions = {SteeringList: listed}
