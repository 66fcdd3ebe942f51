"""/delete (Löschen): everything about a person goes, after she confirmed it (Art. 17 GDPR)."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import parting, person_data, reaching, thread_data
from models.action import Action
from models.text import Fixed, N, T, Text
from models.thread_release import Deleted, to_account
from models.turn import Button, Reply, Unasked


class Forget(Action, prefix="forget"):
    """Delete it all (`sure`), or leave it."""

    sure: bool


def asked(argument: str, context: Context) -> Reply:
    """Ask once: it cannot be undone."""
    yes = Button(T("delete.yes"), Forget(sure=True))
    no = Button(T("delete.no"), Forget(sure=False))
    text = (T("delete.sure"), *_threads(context), *_account(context))
    return Reply(text=text, buttons=((yes, no),))


def decided(action: Forget, context: Context) -> Reply:
    """Nothing remains: neither her row nor, when she has one, her account with its channels."""
    if not action.sure:
        return Reply(text=(T("delete.kept"),), buttons=menu.main(), replaces=True)
    if context.account is None:
        deleted = person_data.forget(context.session, context.person, context.now)
    else:
        deleted = parting.forget(context.session, context.now, context.account.id)
    others = tuple(told for one in deleted if (told := _told(one, context)))
    return Reply(text=(T("delete.done"),), language=context.language, replaces=True, others=others)


def _threads(context: Context) -> tuple[Text, ...]:
    """What else goes, for somebody who talked to a counsellor."""
    hers = thread_data.hers(context.session, context.person.id)
    return (T("delete.thread"),) if hers else ()


def _told(one: Deleted, context: Context) -> Unasked | None:
    """Who counselled her hears that it is deleted, and nothing else."""
    if one.account_id is None:
        return None
    way = reaching.way_to(context.session, one.account_id, context.town.channels)
    if way is None:
        return None
    reply = Reply(text=(T("thread.deleted", number=Fixed(str(one.id))),))
    key = to_account(one.id, one.account_id, "deleted")
    return Unasked(key, way.channel, way.address, way.language, reply, handoff=True)


def _account(context: Context) -> tuple[Text, ...]:
    """What else goes, for somebody with a task."""
    if context.account is None:
        return ()
    responsible = parting.measures(context.session, context.account.id)
    left = (N("delete.measures", responsible),) if responsible else ()
    return (T("delete.account"), *left)


COMMANDS: Commands = {"delete": asked, "loeschen": asked, "löschen": asked}
ACTIONS: Actions = {Forget: decided}
