"""The end of a conversation with a counsellor: whether it helped, and to go on after all."""

from __future__ import annotations

from datetime import timedelta

from handlers import menu, person, person_buttons, person_thread, relaying
from handlers.context import Context
from handlers.features import Actions, Commands
from models import thread as one_thread
from models import thread_changes
from models.roles import Deed
from models.text import T
from models.thread import Helped, Thread
from models.thread_actions import ReopenThread
from models.turn import Button, Reply, Unasked

AGAIN = timedelta(days=7)
"""So long after its end a conversation goes on with who knows it."""


def ended(action: person_buttons.EndThread, context: Context) -> Reply:
    """Ask once; then Lotse answers again."""
    one = _hers(action.thread, context)
    if one is None:
        return person.opened("", context)
    if not one.is_open:
        return person_thread.over(one)
    if not action.sure:
        return _sure(one)
    if not thread_changes.close(context.session, Deed(context.now), one):
        return person_thread.status(one, context)  # it changed hands this moment: ask again
    text = (T("talk.ended"), T("talk.helped"))
    return Reply(text=text, buttons=relaying.closing(one), others=_told(one, context))


def rated(action: person_buttons.RateThread, context: Context) -> Reply:
    """Did it help? The last press holds."""
    one = _hers(action.thread, context)
    if one is None or one.is_open:
        return person.opened("", context)
    thread_changes.rate(context.session, one, Helped(action.helped))
    again = Button(T("talk.again"), ReopenThread(thread=one.id))
    rows = ((again, menu.button("topics")),)
    return Reply(text=(T("talk.helped_thanks"),), buttons=rows, replaces=True)


def again(action: ReopenThread, context: Context) -> Reply:
    """She writes again: to whoever had it, within a week."""
    one = _hers(action.thread, context)
    if one is None or one.is_open or person_thread.going_on(context):
        return person.opened("", context)
    if one.closed is None or context.now - one.closed > AGAIN:
        return Reply(text=(T("talk.again_late"),), buttons=((menu.button("person"),),))
    if not thread_changes.reopen(context.session, Deed(context.now), one):
        return person.opened("", context)
    return Reply(text=(T("talk.again_done"),), buttons=person_thread.rows(one))


def given_up(context: Context) -> tuple[Thread | None, tuple[Unasked, ...]]:
    """She wants no messages any more, and so no conversation: the one that ended, and who hears."""
    one = person_thread.going_on(context)
    if one is None or not thread_changes.close(context.session, Deed(context.now), one):
        return None, ()
    return one, _told(one, context)


def _told(one: Thread, context: Context) -> tuple[Unasked, ...]:
    what = T("relay.ended", person=relaying.called(one))
    return relaying.told_counsellor(one, what, f"ended:{one.version}", context)


def _sure(one: Thread) -> Reply:
    yes = Button(T("talk.end_yes"), person_buttons.EndThread(thread=one.id, sure=True))
    no = Button(T("talk.end_no"), person_buttons.Write())
    return Reply(text=(T("talk.end_sure"),), buttons=((yes, no),))


def _hers(id: int, context: Context) -> Thread | None:
    """The number comes from outside: it may be somebody else's."""
    one = one_thread.find(context.session, id)
    return one if one is not None and one.person_id == context.person.id else None


COMMANDS: Commands = {}
ACTIONS: Actions = {
    person_buttons.EndThread: ended,
    person_buttons.RateThread: rated,
    ReopenThread: again,
}
