"""Giving a role back, after asking once."""

from __future__ import annotations

from handlers import menu, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.rights import needs
from models import parting, roles
from models.action import Action
from models.role import ANY, Role
from models.roles import Deed, LastAdministrator
from models.text import T
from models.turn import Button, Reply


class GiveBack(Action, prefix="giveback"):
    """I no longer want this role; `sure` once she was asked."""

    role: Role
    sure: bool


def button(role: Role) -> Button:
    """The button that begins it."""
    return Button(T("giveback.enter", role=who.role(role)), GiveBack(role=role, sure=False))


@needs(*ANY)
def pressed(action: GiveBack, context: Context) -> Reply:
    """Ask once, then it is gone; an account with nothing left goes with it."""
    if action.role not in context.roles:
        return Reply(text=(T("giveback.gone"),), buttons=((menu.button("me"),),))
    if not action.sure:
        return _asked(action.role)
    account = context.account_id
    try:
        roles.take(context.session, Deed(context.now, account), account, action.role)
    except LastAdministrator:
        rows = ((menu.button("invite"), menu.button("me")),)
        return Reply(text=(T("role.last_administrator"),), buttons=rows, replaces=True)
    parting.drop_if_idle(context.session, account)
    text = T("giveback.done", role=who.role(action.role))
    return Reply(text=(text,), buttons=((menu.button("me"), menu.button("help")),), replaces=True)


def _asked(role: Role) -> Reply:
    yes = Button(T("giveback.yes"), GiveBack(role=role, sure=True))
    no = Button(T("giveback.no"), menu.Open(page="me"))
    return Reply(text=(T("giveback.sure", role=who.role(role)),), buttons=((yes, no),))


COMMANDS: Commands = {}
ACTIONS: Actions = {GiveBack: pressed}
