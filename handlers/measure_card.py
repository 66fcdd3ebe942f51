"""One measure's card: all that is known of it, and all that one may do with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from analysis.measures.status import OPEN
from handlers import measure_facts as facts
from handlers import measure_words as say
from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.measure_actions import Assign, ChooseLight, ChooseStatus, ChooseStep, MoveDate, Report
from handlers.measure_rights import checked, knows, manages, may_answer, seen
from models import measures
from models.answers import ChooseFigure, MyMeasures, ShowItem, ShowMeasure
from models.measure_record import Measure
from models.text import Fixed, T, Text
from models.turn import Button, Reply

NOTES = 3


@checked
def shown(action: ShowMeasure, context: Context) -> Reply:
    """Somebody wants to see it."""
    return card(seen(action.measure, context), context)


def card(measure: Measure, context: Context, *before: Text) -> Reply:
    """The card, after what has to be said first."""
    head = (*_head(measure), *facts.binding(measure), *facts.progress(measure))
    lines = (*before, *head, *_about(measure), *_course(measure, context))
    return Reply(
        text=(*lines, *facts.gaps(measure, context)), buttons=tuple(_rows(measure, context))
    )


def _head(measure: Measure) -> Iterator[Text]:
    yield say.named(measure)
    yield from facts.kind(measure)
    yield T("measures.state", state=say.state(measure.status))
    yield say.verdict(measure)
    yield say.period(measure)


def _about(measure: Measure) -> Iterator[Text]:
    if measure.responsible:
        yield T("measures.responsible", name=say.german(measure.responsible))
    else:
        yield T("measures.nobody")
    if measure.deputy:
        yield T("measures.deputy", name=say.german(measure.deputy))
    if measure.decision_number:
        yield T("measures.decision", number=Fixed(measure.decision_number))


def _course(measure: Measure, context: Context) -> Iterator[Text]:
    yield from (say.step(step) for step in measure.steps)
    yield from (say.indicator(indicator) for indicator in measure.indicators)
    if not knows(measure, context):
        return
    yield from (say.note(note, context) for note in measure.notes[:NOTES])
    changes = measures.date_changes(context.session, measure.id)
    yield from (say.moved(change, context) for change in changes[-NOTES:])


def _rows(measure: Measure, context: Context) -> Iterator[tuple[Button, ...]]:
    id = measure.id
    if may_answer(measure, context):
        yield from _mine(measure, context.today)
    if manages(context):
        yield (
            Button(T("measures.assign"), Assign(measure=id, at=0)),
            Button(T("measures.move"), MoveDate(measure=id)),
        )
        yield (Button(T("measures.set_light"), ChooseLight(measure=id)),)
    yield (facts.button(measure),)
    if context.roles:
        mine = MyMeasures(at=0)
        yield (Button(T("measures.back"), mine), menu.button("measures"))


def _mine(measure: Measure, today: date) -> Iterator[tuple[Button, ...]]:
    id = measure.id
    report = Button(T("measures.report"), Report(measure=id))
    if measure.status in OPEN:
        answer = Button(T("measures.answer"), ShowItem(measure=id, step=0))
        yield (answer, report)
    else:
        yield (report,)
    if measure.indicators:
        yield (Button(T("figure.enter"), ChooseFigure(measure=id, day=today)),)
    status = Button(T("measures.change_state"), ChooseStatus(measure=id))
    if measure.steps:
        yield (status, Button(T("measures.steps"), ChooseStep(measure=id)))
    else:
        yield (status,)


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowMeasure: shown}
