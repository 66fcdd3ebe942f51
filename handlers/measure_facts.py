"""What is known of a measure besides its course: the lines of its card, and its whole record."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.measures.status import OPEN
from handlers import measure_words as say
from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.measure_rights import checked, may_answer, seen
from models import deadlines
from models.action import Action
from models.answers import ShowMeasure
from models.measure_record import Measure
from models.measure_smart import is_checked, missing
from models.text import Fixed, Listed, T, Text, Verbatim
from models.turn import Button, Reply

Value = Text | Verbatim | Fixed | Listed | None
TEXTS = (
    *("main_goal", "goal", "description", "reason", "target_group", "district"),
    *("guidelines", "gender", "partners", "department", "funding", "staff", "evidence"),
)
CODES = ("type", "origin", "scope", "priority", "visibility")
DAYS = ("binding_since", "evaluation")
EUROS = ("cost_plan", "cost_actual")


class ShowRecord(Action, prefix="record"):
    """All that the town's table says of a measure."""

    measure: int


@checked
def record(action: ShowRecord, context: Context) -> Reply:
    """Everything that is filled in."""
    measure = seen(action.measure, context)
    lines = (say.named(measure), *_lines(measure, context))
    show = Button(T("reminder.show"), ShowMeasure(measure=measure.id))
    return Reply(text=lines, buttons=((show, menu.button("measures")),))


def button(measure: Measure) -> Button:
    """To the record."""
    return Button(T("measures.record"), ShowRecord(measure=measure.id))


def kind(measure: Measure) -> Iterator[Text]:
    """What an obligation is, and what has taken a measure's place."""
    if measure.kind != "measure":
        yield T("measures.kind", kind=T(f"report.kind_{measure.kind}"))
    if measure.merged_into:
        yield T("measures.merged", number=Fixed(measure.merged_into))


def binding(measure: Measure) -> Iterator[Text]:
    """The hour at which a call closes, who set the date, and when it was met."""
    if measure.end and measure.due_time:
        yield T("measures.closes", day=measure.end, hour=measure.due_time)
    if measure.statutory and measure.status in OPEN:
        yield T("reminder.statutory")
    if measure.submitted_on:
        yield T("measures.submitted", day=measure.submitted_on)


def progress(measure: Measure) -> Iterator[Text]:
    """How much of it is done: as the table says, else by its steps."""
    percent = measure.completion
    if percent is None and measure.steps:
        done = sum(step.done_on is not None for step in measure.steps)
        percent = round(100 * done / len(measure.steps))
    if percent is not None:
        yield T("measures.progress", percent=percent)


def gaps(measure: Measure, context: Context) -> Iterator[Text]:
    """What it lacks to be SMART, for those who can add it."""
    lacks = missing(measure) if is_checked(measure) and may_answer(measure, context) else ()
    if lacks:
        yield T("measures.smart", missing=Listed(tuple(T(f"smart.{lack}") for lack in lacks)))


def _lines(measure: Measure, context: Context) -> Iterator[Text]:
    for name, value in _values(measure, context):
        if value:
            yield T(f"record.{name}", value=value)


def _values(measure: Measure, context: Context) -> Iterator[tuple[str, object]]:
    fields = deadlines.field_names(context.session, context.language)
    code = measure.field
    yield "field", Verbatim(fields.get(code, code), context.language) if code else None
    for name in TEXTS:
        written = getattr(measure, name)
        yield name, say.german(written) if written else None
    for name in CODES:
        yield name, _coded(measure, name)
    for name in EUROS:
        yield name, say.figure(getattr(measure, name)) if getattr(measure, name) else None
    for name in DAYS:
        yield name, getattr(measure, name)
    yield "decision", _decision(measure)
    yield "link", Fixed(measure.link) if measure.link else None


def _coded(measure: Measure, name: str) -> Value:
    meaning = getattr(measure, name)
    if not meaning:
        return None
    coded = f"{name}_{meaning}"
    word = T(f"recorded.{coded}")
    if name == "priority" and measure.priority_reason:
        return Listed((word, say.german(measure.priority_reason)))
    return word


def _decision(measure: Measure) -> Value:
    written = (measure.decision_body, measure.decision_number, measure.decision_result)
    parts = [say.german(text) for text in written if text]
    day = (measure.decision_date,) if measure.decision_date else ()
    return Listed((*day, *parts)) if parts or day else None


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowRecord: record}
