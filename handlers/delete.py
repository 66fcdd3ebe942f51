"""/delete (Löschen): everything about a person goes, after she confirmed it (Art. 17 GDPR)."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import parting, person_data
from models.action import Action
from models.text import N, T, Text
from models.turn import Button, Reply


class Forget(Action, prefix="forget"):
    """Delete it all (`sure`), or leave it."""

    sure: bool


def asked(argument: str, context: Context) -> Reply:
    """Ask once: it cannot be undone."""
    yes = Button(T("delete.yes"), Forget(sure=True))
    no = Button(T("delete.no"), Forget(sure=False))
    return Reply(text=(T("delete.sure"), *_account(context)), buttons=((yes, no),))


def decided(action: Forget, context: Context) -> Reply:
    """Nothing remains: neither her row nor, when she has one, her account with its channels."""
    if not action.sure:
        return Reply(text=(T("delete.kept"),), buttons=menu.main(), replaces=True)
    if context.account is None:
        person_data.forget(context.session, context.person)
    else:
        parting.forget(context.session, context.now, context.account.id)
    return Reply(text=(T("delete.done"),), language=context.language, replaces=True)


def _account(context: Context) -> tuple[Text, ...]:
    """What else goes, for somebody with a task."""
    if context.account is None:
        return ()
    responsible = parting.measures(context.session, context.account.id)
    left = (N("delete.measures", responsible),) if responsible else ()
    return (T("delete.account"), *left)


COMMANDS: Commands = {"delete": asked, "loeschen": asked, "löschen": asked}
ACTIONS: Actions = {Forget: decided}
