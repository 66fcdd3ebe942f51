"""A counsellor takes a thread, passes it on, closes it, or takes it up again."""

from __future__ import annotations

from dataclasses import replace

from handlers import inbox_buttons as do
from handlers import inbox_words as say
from handlers import inbox_writing as writing
from handlers import menu, relaying, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.inbox_card import card
from handlers.inbox_finding import found, gone, her, led
from handlers.paging import paged
from handlers.rights import needs
from models import counselling, thread, thread_changes
from models.counselling import Counsellor
from models.role import ANSWERING
from models.roles import Deed
from models.text import T, Text
from models.thread import Thread
from models.thread_actions import ShowThread, TakeThread
from models.turn import Button, Reply


@needs(*ANSWERING)
def taken(action: TakeThread, context: Context) -> Reply:
    """It is hers, and what she types goes there; or somebody was quicker."""
    one = thread.find(context.session, action.thread)
    if one is not None and one.account_id == context.account_id and one.is_open:
        return writing.to(one, context)
    seen = found(action.thread, context)
    if seen is None:
        return gone(_quicker(one, context))
    if not thread_changes.take(context.session, _deed(context), seen):
        return gone()
    return writing.to(_anew(seen, context), context, T("inbox.taken"))


@needs(*ANSWERING)
def colleagues(action: do.ChooseColleague, context: Context) -> Reply:
    """Who can go on with it; those first who answer such."""
    one = led(action.thread, context)
    if one is None:
        return gone()
    those = [x for x in counselling.everyone(context.session) if x.id != one.account_id]
    those.sort(key=lambda x: not x.answers(one.topic, one.language))
    buttons = [Button(_named(x, one), do.PassTo(thread=one.id, account=x.id)) for x in those]
    anyone = Button(T("inbox.pass_to_anyone"), do.PassTo(thread=one.id, account=0))
    rows = paged(buttons, action.at, lambda at: do.ChooseColleague(thread=one.id, at=at))
    text = T("inbox.pass_to", person=relaying.called(one))
    closing = (Button(T("inbox.show"), ShowThread(thread=one.id)),)
    return Reply(text=(text,), buttons=((anyone,), *rows, closing), replaces=True)


@needs(*ANSWERING)
def passed(action: do.PassTo, context: Context) -> Reply:
    """A colleague goes on with it, or whoever is next."""
    one = led(action.thread, context)
    to = action.account or None
    if one is None or not thread_changes.pass_on(context.session, _deed(context), one, to):
        return gone()
    name = who.account_called(to, context) if to else T("inbox.anyone")
    text = T("inbox.passed", person=relaying.called(one), name=name)
    return Reply(text=(text,), buttons=((menu.button("inbox"),),))


@needs(*ANSWERING)
def closed(action: do.CloseThread, context: Context) -> Reply:
    """Ask once; then the asker is told, and asked whether it helped."""
    one = led(action.thread, context)
    if one is None or not one.is_open:
        return gone()
    if not action.sure:
        yes = Button(T("inbox.close_yes"), do.CloseThread(thread=one.id, sure=True))
        no = Button(T("survey.back"), ShowThread(thread=one.id))
        text = T("inbox.close_sure", person=relaying.called(one))
        return Reply(text=(text,), buttons=((yes, no),), replaces=True)
    if not thread_changes.close(context.session, _deed(context), one):
        return gone()
    now = _anew(one, context)
    text = T("inbox.closed", person=relaying.called(one))
    rows = ((Button(T("inbox.resume"), do.ResumeThread(thread=one.id)), menu.button("inbox")),)
    return Reply(text=(text,), buttons=rows, others=relaying.closed_to_asker(now, context))


@needs(*ANSWERING)
def resumed(action: do.ResumeThread, context: Context) -> Reply:
    """It goes on with her who had it; the asker is told."""
    one = led(action.thread, context)
    if one is None:
        return gone()
    if one.is_open or not thread_changes.reopen(context.session, _deed(context), one):
        return gone(T("inbox.elsewhere"))
    now = _anew(one, context)
    others = relaying.resumed_to_asker(now, context)
    return replace(card(now, context, T("inbox.resumed")), others=others)


def _quicker(one: Thread | None, context: Context) -> Text | None:
    """What waited for all has been taken: the others may know by whom, and no more."""
    if one is None or not one.is_open or not her(context).may_see(one):
        return None
    return T("inbox.too_late", name=say.counsellor(one, context))


def _named(one: Counsellor, about: Thread) -> Text:
    fits = one.answers(about.topic, about.language)
    name = who.called(one.account)
    return T("inbox.fits", name=name) if fits else T("inbox.does_not_fit", name=name)


def _anew(one: Thread, context: Context) -> Thread:
    return thread.find(context.session, one.id) or one


def _deed(context: Context) -> Deed:
    return Deed(context.now, context.account_id)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    TakeThread: taken,
    do.ChooseColleague: colleagues,
    do.PassTo: passed,
    do.CloseThread: closed,
    do.ResumeThread: resumed,
}
