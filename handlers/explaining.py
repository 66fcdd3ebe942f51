"""The one thing more that an answer is asked for: a reason, some words, or who is responsible."""

from __future__ import annotations

from dataclasses import replace

from handlers import dialogues, menu, who
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.measure_rights import NotYours, checked
from handlers.paging import paged
from models import account as one_account
from models import accounts
from models import measure_changes as changes
from models import measure_notes as notes
from models import person as people
from models.account import Account
from models.answers import CAUSES, Explain, Instead, SayMore, ShowMeasure
from models.dialogue_measures import Explaining
from models.measure_notes import Written
from models.text import T, Text
from models.turn import Button, Reply

LONGEST = 1000


def ask(note: int, context: Context, *before: Text) -> Reply:
    """What is missing? It is told to the coordination with the answer."""
    people.be_in(context.session, context.person, Explaining(note=note))
    buttons = [Button(T(f"because.{cause}"), Explain(note=note, cause=cause)) for cause in CAUSES]
    return dialogues.asking(*before, T("explain.what"), buttons=menu.grid(buttons))


def ask_whom(note: int, context: Context, at: int = 0) -> Reply:
    """Who is responsible instead? Those of her department first."""
    people.be_in(context.session, context.person, Explaining(note=note))
    buttons = [
        Button(who.called(one), Instead(note=note, account=one.id, at=0))
        for one in _others(context)
    ]
    rows = paged(buttons, at, lambda to: Instead(note=note, account=0, at=to))
    return dialogues.asking(T("tap.noted_not_mine"), T("explain.whom"), buttons=rows)


@checked
def tapped(action: Explain, context: Context) -> Reply:
    """A usual reason."""
    note = _hers(action.note, context)
    return replace(_add(note, action.cause, context), replaces=True)


@checked
def more(action: SayMore, context: Context) -> Reply:
    """She wants to write something."""
    note = _hers(action.note, context)
    people.be_in(context.session, context.person, Explaining(note=note.id))
    return dialogues.asking(T("explain.words"))


@checked
def named(action: Instead, context: Context) -> Reply:
    """She knows who is responsible, or turns the page."""
    note = _hers(action.note, context)
    if not action.account:
        return replace(ask_whom(note.id, context, action.at), replaces=True)
    found = one_account.find(context.session, action.account)
    if found is None:
        return ask_whom(note.id, context)
    people.be_in(context.session, context.person, None)
    changes.explain(context.session, note.id, note.text, found.id)
    thanks = T("explain.named", name=who.called(found))
    return Reply(text=(thanks,), buttons=_show(note), replaces=True)


@checked
def typed(text: str, context: Context) -> Reply:
    """Her own words."""
    waiting = context.person.dialogue
    if not isinstance(waiting, Explaining) or dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("explain.words"))
    people.be_in(context.session, context.person, None)
    return _add(_hers(waiting.note, context), " ".join(text.split())[:LONGEST], context)


def _add(note: Written, words: str, context: Context) -> Reply:
    people.be_in(context.session, context.person, None)
    lines = note.text.splitlines()
    if words not in lines:
        changes.explain(context.session, note.id, "\n".join((*lines, words)))
    return Reply(text=(T("explain.thanks"),), buttons=_show(note))


def _hers(id: int, context: Context) -> Written:
    """A note that she wrote. Raises NotYours."""
    note = notes.find(context.session, id)
    if note is None or context.account is None or note.account_id != context.account.id:
        raise NotYours
    return note


def _others(context: Context) -> list[Account]:
    me = context.account
    others = [one for one in accounts.everyone(context.session) if not me or one.id != me.id]
    mine = me.department_id if me else None
    return sorted(others, key=lambda one: mine is None or one.department_id != mine)


def _show(note: Written) -> menu.Rows:
    return ((Button(T("reminder.show"), ShowMeasure(measure=note.measure_id)),),)


COMMANDS: Commands = {}
ACTIONS: Actions = {Explain: tapped, SayMore: more, Instead: named}
DIALOGUES: Dialogues = {Explaining: typed}
