"""What a measure's indicators stand at: chosen, typed, kept."""

from __future__ import annotations

from datetime import date

from analysis.measures.figure import figure_of
from handlers import dialogues
from handlers import measure_words as say
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.measure_card import card
from handlers.measure_rights import answered, checked
from models import measure_changes as changes
from models import measure_parts as parts
from models import person as people
from models.answers import ChooseFigure, EnterFigure, ShowMeasure
from models.dialogue_measures import Measuring
from models.measure_record import Indicator, Measure, Value
from models.text import T
from models.turn import Button, Reply

POINT = frozenset({"en"})
"""Languages whose decimals come after a point."""


@checked
def choosing(action: ChooseFigure, context: Context) -> Reply:
    """Which one? The only one is asked for at once."""
    measure, day = answered(action.measure, context), min(action.day, context.today)
    if len(measure.indicators) == 1:
        return _ask(measure, measure.indicators[0], day, context)
    rows = [
        (Button(say.short(one.name), EnterFigure(indicator=one.id, day=day)),)
        for one in measure.indicators
    ]
    return Reply(
        text=(T("figure.which", what=say.named(measure)),), buttons=(*rows, _show(measure))
    )


@checked
def entering(action: EnterFigure, context: Context) -> Reply:
    """Which value?"""
    owner = parts.measure_of(context.session, action.indicator)
    measure = answered(owner, context)
    found = _found(measure, action.indicator)
    if found is None:
        return card(measure, context, T("tap.changed"))
    return _ask(measure, found, min(action.day, context.today), context)


@checked
def typed(text: str, context: Context) -> Reply:
    """A number; shown as it was understood, and a second one for the same day replaces it."""
    waiting = context.person.dialogue
    if not isinstance(waiting, Measuring) or dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("figure.how"))
    measure = answered(waiting.measure, context)
    found, number = _found(measure, waiting.indicator), figure_of(text, point=_point(context))
    if found is None:
        people.be_in(context.session, context.person, None)
        return card(measure, context, T("tap.changed"))
    if number is None:
        return dialogues.aside(text, context, T("figure.how"))
    return _kept(measure, found, Value(waiting.day, number), context)


def _kept(measure: Measure, indicator: Indicator, value: Value, context: Context) -> Reply:
    people.be_in(context.session, context.person, None)
    by = changes.By(context.account_id, context.now)
    changes.add_value(context.session, indicator.id, value, by)
    shown = say.figure(value.value)
    name, unit = say.german(indicator.name), say.german(indicator.unit)
    said = T("figure.noted", name=name, value=shown, unit=unit, day=value.day)
    again = Button(T("figure.again"), EnterFigure(indicator=indicator.id, day=value.day))
    others = Button(T("figure.others"), ChooseFigure(measure=measure.id, day=value.day))
    row = (again, others) if len(measure.indicators) > 1 else (again,)
    return Reply(text=(said,), buttons=(row, _show(measure)))


def _ask(measure: Measure, indicator: Indicator, day: date, context: Context) -> Reply:
    waiting = Measuring(measure=measure.id, indicator=indicator.id, day=day)
    people.be_in(context.session, context.person, waiting)
    stands = say.indicator(indicator)
    question = T("figure.ask", name=say.german(indicator.name), day=day)
    return dialogues.asking(stands, question, T("figure.how"))


def _found(measure: Measure, indicator: int) -> Indicator | None:
    return next((one for one in measure.indicators if one.id == indicator), None)


def _point(context: Context) -> bool:
    return context.language in POINT


def _show(measure: Measure) -> tuple[Button, ...]:
    return (Button(T("reminder.show"), ShowMeasure(measure=measure.id)),)


COMMANDS: Commands = {}
ACTIONS: Actions = {ChooseFigure: choosing, EnterFigure: entering}
DIALOGUES: Dialogues = {Measuring: typed}
