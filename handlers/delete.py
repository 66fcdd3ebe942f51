"""/delete (Löschen): everything about a person goes, after she confirmed it (Art. 17 GDPR)."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models import person as people
from models.action import Action
from models.text import T
from models.turn import Button, Reply


class Forget(Action, prefix="forget"):
    """Delete it all (`sure`), or leave it."""

    sure: bool


def asked(argument: str, context: Context) -> Reply:
    """Ask once: it cannot be undone."""
    yes = Button(T("delete.yes"), Forget(sure=True))
    no = Button(T("delete.no"), Forget(sure=False))
    return Reply(text=(T("delete.sure"),), buttons=((yes, no),))


def decided(action: Forget, context: Context) -> Reply:
    """Nothing remains: the row was all there was."""
    if not action.sure:
        return Reply(text=(T("delete.kept"),), buttons=menu.main(), replaces=True)
    people.forget(context.session, context.person)
    return Reply(text=(T("delete.done"),), language=context.language, replaces=True)


COMMANDS: Commands = {"delete": asked, "loeschen": asked, "löschen": asked}
ACTIONS: Actions = {Forget: decided}
