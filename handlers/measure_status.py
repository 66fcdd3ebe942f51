"""How a measure stands, told on one's own: its state, its steps, some words."""

from __future__ import annotations

from datetime import date

from analysis.measures.status import OPEN, REACHED, Status, may_follow, next_statuses
from handlers import dialogues, menu
from handlers import measure_words as say
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.measure_actions import ChooseStatus, ChooseStep, FinishStep, Report, SetStatus
from handlers.measure_card import card
from handlers.measure_rights import answered, checked
from handlers.reminder_items import by
from models import measure_changes as changes
from models import person as people
from models import reminders
from models.answers import SayMore, ShowMeasure
from models.dialogue_measures import Reporting
from models.measure_record import Measure, Step
from models.text import T
from models.turn import Button, Reply

LONGEST = 1000
ORDER = list(Status)


@checked
def states(action: ChooseStatus, context: Context) -> Reply:
    """The states that may follow."""
    measure = answered(action.measure, context)
    following = [status for status in ORDER if status in next_statuses(measure.status)]
    buttons = [Button(say.state(status), _state(measure, status)) for status in following]
    text = T("measures.which_state", what=say.named(measure), state=say.state(measure.status))
    return Reply(text=(text,), buttons=(*menu.grid(buttons), (_show(measure),)))


@checked
def state(action: SetStatus, context: Context) -> Reply:
    """It is so from now on. Back from "realised" to what it was is always possible."""
    measure = answered(action.measure, context)
    before = measure.status
    undone = before in REACHED and action.status in OPEN
    known = ORDER.index(before) == action.before
    if not known or not (may_follow(action.status, before) or undone):
        return card(measure, context, T("tap.changed"))
    note = changes.set_status(context.session, measure.id, action.status, "", by(context))
    more = Button(T("tap.say_more"), SayMore(note=note))
    text = T("measures.now_state", what=say.named(measure), state=say.state(action.status))
    return Reply(text=(text,), buttons=((more,), (_show(measure),)))


@checked
def steps(action: ChooseStep, context: Context) -> Reply:
    """Its steps, to tick off; those that are done can be opened again."""
    measure = answered(action.measure, context)
    rows = tuple((_tick(measure, step),) for step in measure.steps)
    text = T("measures.which_step", what=say.named(measure))
    return Reply(text=(text,), buttons=(*rows, (_show(measure),)))


@checked
def step(action: FinishStep, context: Context) -> Reply:
    """A step is done today, or not after all."""
    measure = answered(action.measure, context)
    found = next((step for step in measure.steps if step.id == action.step), None)
    if found is None or (found.done_on is not None) == action.done:
        return card(measure, context, T("tap.changed"))
    day: date | None = context.today if action.done else None
    reminders.answered(context.session, measure.id, found.id)
    changes.finish_step(context.session, found.id, day, by(context))
    said = "done" if action.done else "reopened"
    changes.add_note(context.session, measure.id, found.name, by(context), said)
    what = say.named(measure, found)
    text = T("tap.noted_done", what=what) if action.done else T("measures.step_again", what=what)
    return Reply(text=(text,), buttons=((_show(measure),),))


@checked
def news(action: Report, context: Context) -> Reply:
    """She has something to tell."""
    measure = answered(action.measure, context)
    people.be_in(context.session, context.person, Reporting(measure=measure.id))
    return dialogues.asking(T("measures.tell", what=say.named(measure)))


@checked
def told(text: str, context: Context) -> Reply:
    """Her words."""
    waiting = context.person.dialogue
    if not isinstance(waiting, Reporting) or dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("explain.words"))
    people.be_in(context.session, context.person, None)
    measure = answered(waiting.measure, context)
    words = " ".join(text.split())[:LONGEST]
    changes.add_note(context.session, measure.id, words, by(context))
    return Reply(text=(T("explain.thanks"),), buttons=((_show(measure),),))


def _state(measure: Measure, status: Status) -> SetStatus:
    before = ORDER.index(measure.status)
    return SetStatus(measure=measure.id, before=before, status=status)


def _tick(measure: Measure, step: Step) -> Button:
    name, done = say.short(step.name), step.done_on is not None
    text = T("measures.ticked", step=name) if done else T("measures.unticked", step=name)
    return Button(text, FinishStep(measure=measure.id, step=step.id, done=not done))


def _show(measure: Measure) -> Button:
    return Button(T("reminder.show"), ShowMeasure(measure=measure.id))


COMMANDS: Commands = {}
ACTIONS: Actions = {
    ChooseStatus: states,
    SetStatus: state,
    ChooseStep: steps,
    FinishStep: step,
    Report: news,
}
DIALOGUES: Dialogues = {Reporting: told}
