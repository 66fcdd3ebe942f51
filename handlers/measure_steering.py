"""What only the coordination does with a measure: assign it, move its date, set its light."""

from __future__ import annotations

from analysis.measures.light import Light
from handlers import delays, dialogues, menu, who
from handlers import measure_words as say
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.measure_actions import Assign, ChooseLight, MoveDate, SetLight
from handlers.measure_card import card
from handlers.measure_rights import answered, checked
from handlers.paging import paged
from handlers.reminder_items import Item, by
from handlers.rights import needs
from models import account as one_account
from models import accounts
from models import measure_changes as changes
from models import person as people
from models.answers import AssignTo
from models.dialogue_measures import Overriding
from models.role import LEADING
from models.text import T
from models.turn import Button, Reply

LONGEST = 500


@checked
@needs(*LEADING)
def assigning(action: Assign, context: Context) -> Reply:
    """Who is to be responsible?"""
    measure = answered(action.measure, context)
    buttons = [
        Button(who.called(one), _to(measure.id, one.id), chosen=one.id == measure.responsible_id)
        for one in accounts.everyone(context.session)
    ]
    rows = paged(buttons, action.at, lambda at: Assign(measure=measure.id, at=at))
    nobody = Button(T("measures.nobody_yet"), _to(measure.id, 0))
    text = T("measures.whom", what=say.named(measure))
    return Reply(text=(text,), buttons=(*rows, (nobody,)), replaces=True)


@checked
@needs(*LEADING)
def assigned(action: AssignTo, context: Context) -> Reply:
    """From now on she is, and hears of it."""
    measure = answered(action.measure, context)
    found = one_account.find(context.session, action.account) if action.account else None
    if action.account and found is None:
        return card(measure, context, T("tap.changed"))
    if measure.responsible_id != (action.account or None):
        changes.assign(context.session, measure.id, action.account or None, by(context))
    name = who.called(found) if found else T("who.nobody")
    text = T("measures.assigned", what=say.named(measure), name=name)
    return card(answered(action.measure, context), context, text)


@checked
@needs(*LEADING)
def moving(action: MoveDate, context: Context) -> Reply:
    """Until when?"""
    return delays.ask(Item(answered(action.measure, context), None), context)


@checked
@needs(*LEADING)
def lights(action: ChooseLight, context: Context) -> Reply:
    """Which light?"""
    measure = answered(action.measure, context)
    buttons = [
        Button(say.light(light), SetLight(measure=measure.id, light=light.value)) for light in Light
    ]
    if measure.light_override:
        rules = SetLight(measure=measure.id, light="rules")
        buttons.append(Button(T("measures.by_rules"), rules))
    text = (T("measures.which_light", what=say.named(measure)), say.verdict(measure))
    return Reply(text=text, buttons=menu.grid(buttons))


@checked
@needs(*LEADING)
def light(action: SetLight, context: Context) -> Reply:
    """Back to the rules, or another one: then why?"""
    measure = answered(action.measure, context)
    if action.light == "rules":
        changes.override_light(context.session, measure.id, None, "", by(context))
        return card(answered(measure.id, context), context)
    waiting = Overriding(measure=measure.id, light=action.light)
    people.be_in(context.session, context.person, waiting)
    return dialogues.asking(T("measures.why_light", light=say.light(Light(action.light))))


@checked
@needs(*LEADING)
def because(text: str, context: Context) -> Reply:
    """Her reason."""
    waiting, words = context.person.dialogue, " ".join(text.split())[:LONGEST]
    chosen = Light(waiting.light) if isinstance(waiting, Overriding) else Light.GREY
    if not isinstance(waiting, Overriding) or not words or dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("measures.why_light", light=say.light(chosen)))
    people.be_in(context.session, context.person, None)
    measure = answered(waiting.measure, context)
    changes.override_light(context.session, measure.id, chosen, words, by(context))
    return card(answered(measure.id, context), context)


def _to(measure: int, account: int) -> AssignTo:
    return AssignTo(measure=measure, account=account)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    Assign: assigning,
    AssignTo: assigned,
    MoveDate: moving,
    ChooseLight: lights,
    SetLight: light,
}
DIALOGUES: Dialogues = {Overriding: because}
