"""One-tap answers to a reminder: each writes a status note and asks at most one thing more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from analysis.measures.status import Status
from handlers import delays, explaining, menu
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.measure_actions import FinishStep, SetStatus
from handlers.measure_rights import checked, manages
from handlers.reminder_items import Item, by, changed, is_stale, item_of, report
from models import measure_changes as changes
from models import reminders
from models.answers import Answer, SayMore, ShowItem, ShowMeasure, Tap
from models.measure_changes import News
from models.reminders import LATER, Reminder, State
from models.text import T, Text
from models.turn import Button, Reply

PAUSE = timedelta(days=3)


@checked
def asked(action: ShowItem, context: Context) -> Reply:
    """All the answers there are."""
    item = item_of(action, context)
    if not item.is_open:
        return changed(item, context)
    buttons = [Button(T(f"tap.{answer}"), _tap(item, answer)) for answer in Answer]
    rows = (*menu.grid(buttons), (_show(item),))
    return Reply(text=(T("tap.which", what=item.name),), buttons=rows)


@checked
def tapped(action: Tap, context: Context) -> Reply:
    """She answers. What has changed since is shown as it is now."""
    item = item_of(action, context)
    if is_stale(item, action, action.version):
        return changed(item, context)
    if _said_today(item, action.answer, context):
        return Reply(text=(T("tap.already", what=item.name),), buttons=((_show(item),),))
    return ANSWERS[action.answer](item, context)


def _done(item: Item, context: Context) -> Reply:
    id, before = item.measure.id, item.measure.status
    if item.step:
        changes.finish_step(context.session, item.step.id, context.today, by(context))
        note = report(item, News("done", item.words()), context)
        undo = Button(T("tap.undo"), FinishStep(measure=id, step=item.step.id, done=False))
    else:
        note = report(item, News("done", status=Status.REALISED), context)
        done = list(Status).index(Status.REALISED)
        back = SetStatus(measure=id, before=done, status=before)
        undo = Button(T("tap.undo"), back)
    return _noted(item, T("tap.noted_done", what=item.name), (_more(note), undo))


def _on_track(item: Item, context: Context) -> Reply:
    """What is overdue and on its way needs another date."""
    note = report(item, News("on_track", item.words(), endangered=False), context)
    if item.step:
        changes.begin_step(context.session, item.step.id)
    if item.due and item.due < context.today and _may_move(item, context):
        return delays.ask(item, context, T("tap.noted_late", what=item.name))
    return _noted(item, T("tap.noted_on_track", what=item.name), (_more(note),))


def _delayed(item: Item, context: Context) -> Reply:
    """A date from outside is not hers to move: the coordination hears of it."""
    if _may_move(item, context):
        return delays.ask(item, context)
    note = report(item, News("fixed", item.words(), endangered=True), context)
    return explaining.ask(note, context, T("delay.fixed", what=item.name))


def _help(item: Item, context: Context) -> Reply:
    note = report(item, News("help", item.words()), context)
    return explaining.ask(note, context, T("tap.noted_help", what=item.name))


def _not_mine(item: Item, context: Context) -> Reply:
    note = report(item, News("not_mine", item.words(), fresh=False), context)
    return explaining.ask_whom(note, context)


def _later(item: Item, context: Context) -> Reply:
    """Only she is left alone for so long: others hear of what is overdue all the same."""
    day = context.today + PAUSE
    report(item, News("later", item.words(), fresh=False), context)
    measure = item.measure
    key = (measure.id, item.step_id, LATER, day, measure.version)
    planned = Reminder(*key, context.account_id, State.PLANNED, context.today, "owner")
    reminders.plan(context.session, planned)
    return _noted(item, T("tap.noted_later", what=item.name, day=day), ())


def _may_move(item: Item, context: Context) -> bool:
    return item.step is not None or not item.measure.statutory or manages(context)


def _said_today(item: Item, answer: Answer, context: Context) -> bool:
    """Whether she gave this answer today already, so that it counts once."""
    return any(
        note.answer == answer
        and note.account_id == context.account_id
        and note.at.astimezone(context.now.tzinfo).date() == context.today
        and note.text.startswith(item.words())
        for note in item.measure.notes
    )


def _noted(item: Item, text: Text, buttons: tuple[Button, ...]) -> Reply:
    rows = (buttons, (_show(item),)) if buttons else ((_show(item),),)
    return Reply(text=(text,), buttons=rows)


def _tap(item: Item, answer: Answer) -> Tap:
    id, version = item.measure.id, item.measure.version
    return Tap(measure=id, step=item.step_id, version=version, answer=answer)


def _more(note: int) -> Button:
    return Button(T("tap.say_more"), SayMore(note=note))


def _show(item: Item) -> Button:
    return Button(T("reminder.show"), ShowMeasure(measure=item.measure.id))


ANSWERS: Mapping[Answer, Callable[[Item, Context], Reply]] = {
    Answer.DONE: _done,
    Answer.ON_TRACK: _on_track,
    Answer.DELAYED: _delayed,
    Answer.HELP: _help,
    Answer.NOT_MINE: _not_mine,
    Answer.LATER: _later,
}
COMMANDS: Commands = {}
ACTIONS: Actions = {ShowItem: asked, Tap: tapped}
