"""Who stands in (Vertretung) while somebody is away."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.rights import needs
from models import accounts
from models.account import Account
from models.action import Action
from models.role import ANY
from models.text import T, Text
from models.turn import Button, Reply


class ChooseDeputy(Action, prefix="deputies"):
    """The people to choose from, from number `at` on."""

    at: int


class PickDeputy(Action, prefix="deputy"):
    """She stands in for me; 0 is nobody."""

    account: int


@needs(*ANY)
def asked(argument: str, context: Context) -> Reply:
    """/deputy: who stands in?"""
    return _page(0, context)


@needs(*ANY)
def turned(action: ChooseDeputy, context: Context) -> Reply:
    """Another page."""
    return replace(_page(action.at, context), replaces=True)


@needs(*ANY)
def picked(action: PickDeputy, context: Context) -> Reply:
    """Kept; two may stand in for each other."""
    known = {other.id for other in _others(context)}
    if action.account not in known | {0}:
        return replace(_page(0, context), text=(T("deputy.gone"), T("deputy.which")))
    deputy = action.account or None
    accounts.change(context.session, context.account_id, deputy_id=deputy)
    return Reply(text=(_said(deputy, context),), buttons=((menu.button("me"),),), replaces=True)


def _said(deputy: int | None, context: Context) -> Text:
    if deputy is None:
        return T("deputy.none_now")
    return T("deputy.chosen", deputy=who.account_called(deputy, context))


def _page(at: int, context: Context) -> Reply:
    mine = context.account.deputy_id if context.account else None
    buttons = [_button(other, mine) for other in _others(context)]
    nobody = Button(T("deputy.nobody"), PickDeputy(account=0), chosen=mine is None)
    rows = (*paged(buttons, at, lambda to: ChooseDeputy(at=to)), (nobody,), (menu.button("me"),))
    return Reply(text=(T("deputy.which"),), buttons=rows)


def _button(other: Account, mine: int | None) -> Button:
    return Button(who.called(other), PickDeputy(account=other.id), chosen=other.id == mine)


def _others(context: Context) -> list[Account]:
    return [one for one in accounts.everyone(context.session) if one.id != context.account_id]


COMMANDS: Commands = {"deputy": asked, "vertretung": asked}
ACTIONS: Actions = {ChooseDeputy: turned, PickDeputy: picked}
