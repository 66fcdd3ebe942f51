"""/measures: mine, by state; for the coordination all of them, to filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from analysis.measures.light import Light
from analysis.measures.status import Status
from handlers import measure_lists as lists
from handlers import measure_words as say
from handlers import menu, steering, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.measure_actions import ChooseState, MyState, Shared
from handlers.measure_card import card
from handlers.measure_pages import counts, listed, page
from handlers.measure_rights import manages, may_see
from handlers.paging import paged
from handlers.rights import needs
from models import deadlines, measures
from models.action import Action
from models.answers import MyMeasures
from models.measure_record import Measure
from models.role import ANY, LEADING
from models.text import N, T, Text, Verbatim
from models.turn import Button, Reply

By = Literal["all", "field", "light", "owner", "overdue", "state", "obligation"]


class ListMeasures(Action, prefix="list"):
    """All measures with this `value` of a property, from number `at` on."""

    by: By
    value: str
    at: int


class ChooseField(Action, prefix="fields"):
    """The fields of action, to choose one."""


class ChooseOwner(Action, prefix="owners"):
    """Those who are responsible, to choose one; from number `at` on."""

    at: int


@needs(*ANY)
def opened(argument: str, context: Context) -> Reply:
    """/measures, or /measures SPR-01 for one."""
    number = argument.strip()
    if number and (measure := _numbered(number, context)):
        return card(measure, context)
    return _overview(context) if manages(context) else own(MyMeasures(at=0), context)


@needs(*ANY)
def own(action: MyMeasures, context: Context) -> Reply:
    """Hers, or another page of them."""
    lists_of_groups = ((steering.button(context),),) if _in_steering_group(context) else ()
    closing = (*lists_of_groups, (menu.button("measures" if manages(context) else "me"),))
    hers = lists.mine(context)
    rows = page(hers, action.at, lambda at: MyMeasures(at=at))
    return listed(hers, (*rows, *_by_state(hers), *_shared(context), *closing))


@needs(*LEADING)
def turned(action: ListMeasures, context: Context) -> Reply:
    """A list of the coordination, or another page of it."""
    those = lists.found(action.by, action.value, context)
    rows = page(those, action.at, lambda at: action.model_copy(update={"at": at}))
    return listed(those, (*rows, (menu.button("measures"),)), *_about(action, context))


@needs(*LEADING)
def fields(action: ChooseField, context: Context) -> Reply:
    """Each field of action with how many measures it has."""
    every = measures.load(context.session, context.today)
    numbers = Counter(measure.field for measure in every)
    names = deadlines.field_names(context.session, context.language)
    buttons = [
        Button(
            T("measures.group", name=Verbatim(names.get(code, code), "de"), number=number),
            _list("field", code),
        )
        for code, number in sorted(numbers.items())
    ]
    rows = (*menu.grid(buttons, 1), (menu.button("measures"),))
    return Reply(text=(T("measures.which_field"),), buttons=rows, replaces=True)


@needs(*LEADING)
def owners(action: ChooseOwner, context: Context) -> Reply:
    """Everybody who is responsible, with how many measures."""
    every = measures.load(context.session, context.today)
    numbers = Counter(measure.responsible_id or 0 for measure in every)
    buttons = [
        Button(
            T("measures.group", name=who.account_called(id or None, context), number=number),
            _list("owner", str(id)),
        )
        for id, number in sorted(numbers.items())
    ]
    rows = (*paged(buttons, action.at, lambda at: ChooseOwner(at=at)), (menu.button("measures"),))
    return Reply(text=(T("measures.which_owner"),), buttons=rows, replaces=True)


def _by_state(hers: lists.Found) -> menu.Rows:
    """Each state of hers, when there is more than one."""
    states = lists.by_state(hers)
    buttons = [
        Button(T("measures.group", name=say.state(status), number=number), _in(status))
        for status, number in states
    ]
    return menu.grid(buttons) if len(states) > 1 else ()


def _shared(context: Context) -> menu.Rows:
    """What the network sees, for whoever does not see everything."""
    number = 0 if manages(context) else len(lists.shared(context))
    return ((Button(T("measures.shared", number=number), Shared(at=0)),),) if number else ()


def _in(status: Status) -> MyState:
    return MyState(status=status, at=0)


def _in_steering_group(context: Context) -> bool:
    """Who leads has its list among all others."""
    return steering.may_read(context) and not manages(context)


def _overview(context: Context) -> Reply:
    """How all of them stand, and every way to look closer."""
    every = measures.load(context.session, context.today)
    those = tuple(filter(lists.is_measure, every))
    text = (N("measures.all", len(those)), *counts(those))
    lights = [
        Button(say.light(light), _list("light", light.value)) for light, _ in lists.by_light(those)
    ]
    rows = (*menu.grid(lights, 3), *menu.grid(list(_ways(every, context))))
    return Reply(text=text, buttons=rows)


def _ways(every: tuple[Measure, ...], context: Context) -> Iterator[Button]:
    overdue = sum(lists.is_overdue(measure, context.today) for measure in every)
    nobodys = sum(measure.responsible_id is None for measure in every)
    yield Button(T("measures.overdue", number=overdue), _list("overdue"))
    yield Button(T("measures.nobodys", number=nobodys), _list("owner", "0"))
    yield steering.button(context)
    yield Button(T("measures.by_field"), ChooseField())
    yield Button(T("measures.by_state"), ChooseState())
    yield Button(T("measures.by_owner"), ChooseOwner(at=0))
    yield Button(T("measures.obligations", number=_obligations(every)), _list("obligation"))
    yield Button(T("measures.every"), _list("all"))
    yield Button(T("measures.mine"), MyMeasures(at=0))


def _about(action: ListMeasures, context: Context) -> Iterator[Text | Verbatim]:
    """What a list of the coordination is of, as its button said."""
    names = deadlines.field_names(context.session, context.language)
    if action.by == "state" and action.value in set(Status):
        yield say.state(Status(action.value))
    if action.by == "light" and action.value in set(Light):
        yield say.light(Light(action.value))
    if action.by == "field" and action.value in names:
        yield Verbatim(names[action.value], context.language)
    if action.by == "owner" and action.value.isdecimal():
        yield who.account_called(int(action.value) or None, context)


def _numbered(number: str, context: Context) -> Measure | None:
    """The measure with this number, if it is hers to see."""
    for measure in measures.load(context.session, context.today):
        if measure.number.casefold() == number.casefold() and may_see(measure, context):
            return measure
    return None


def _obligations(every: lists.Found) -> int:
    return sum(not lists.is_measure(measure) for measure in every)


def _list(by: By, value: str = lists.EVERY) -> ListMeasures:
    return ListMeasures(by=by, value=value, at=0)


COMMANDS: Commands = {"measures": opened, "massnahmen": opened}
ACTIONS: Actions = {MyMeasures: own, ListMeasures: turned, ChooseField: fields, ChooseOwner: owners}
