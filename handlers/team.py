"""/people: who holds which role, and taking a role away."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, profile, telling, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.rights import Refused, needs
from models import account as one_account
from models import accounts, parting, reaching, roles
from models.account import Account
from models.action import Action
from models.role import LEADING, Role, may_decide
from models.roles import Deed, LastAdministrator
from models.text import T
from models.turn import Button, Reply


class ShowRole(Action, prefix="holders"):
    """Who holds this role, from number `at` on."""

    role: Role
    at: int


class ShowAccount(Action, prefix="account"):
    """More about one of them."""

    account: int


class TakeRole(Action, prefix="takerole"):
    """Take this role away from her; `sure` once it was asked."""

    account: int
    role: Role
    sure: bool


@needs(*LEADING)
def listed(argument: str, context: Context) -> Reply:
    """The roles, each with how many hold it."""
    held = roles.counted(context.session)
    buttons = [
        Button(T("people.role", role=who.role(role), number=held.get(role, 0)), _show(role))
        for role in Role
    ]
    rows = (*menu.grid(buttons), (menu.button("invite"), menu.button("invited")))
    return Reply(text=(T("people.roles"),), buttons=rows)


@needs(*LEADING)
def holders(action: ShowRole, context: Context) -> Reply:
    """Who holds a role."""
    those = accounts.everyone(context.session, action.role)
    buttons = [Button(who.called(one), ShowAccount(account=one.id)) for one in those]
    rows = paged(buttons, action.at, lambda at: ShowRole(role=action.role, at=at))
    text = T("people.holders", role=who.role(action.role))
    none = () if those else (T("people.none"),)
    closing = ((menu.button("people"), menu.button("invite")),)
    return Reply(text=(text, *none), buttons=(*rows, *closing), replaces=True)


@needs(*LEADING)
def about(action: ShowAccount, context: Context) -> Reply:
    """Her roles, and a button to take each away that one may."""
    found = one_account.find(context.session, action.account)
    return _gone() if found is None else _card(found, context)


@needs(*LEADING)
def taken(action: TakeRole, context: Context) -> Reply:
    """Ask once, then it is gone."""
    if not may_decide(context.roles, action.role):
        raise Refused
    found = one_account.find(context.session, action.account)
    if found is None or action.role not in found.roles:
        return _gone()
    if not action.sure:
        return _asked(action, found)
    ways = reaching.ways_to(context.session, found.id, context.town.channels)
    try:
        deed = Deed(context.now, context.account_id)
        roles.take(context.session, deed, found.id, action.role)
    except LastAdministrator:
        text = T("role.last_administrator")
        return replace(_card(found, context), text=(text,), replaces=True)
    parting.drop_if_idle(context.session, found.id)
    text = T("people.taken", role=who.role(action.role), name=who.called(found))
    rows = ((Button(who.role(action.role), _show(action.role)), menu.button("people")),)
    others = telling.taken(action.role, found, ways, context)
    return Reply(text=(text,), buttons=rows, replaces=True, others=others)


def _asked(action: TakeRole, found: Account) -> Reply:
    yes = Button(T("people.yes"), action.model_copy(update={"sure": True}))
    no = Button(T("people.no"), ShowAccount(account=found.id))
    text = T("people.sure", role=who.role(action.role), name=who.called(found))
    return Reply(text=(text,), buttons=((yes, no),), replaces=True)


def _card(found: Account, context: Context) -> Reply:
    mine = [role for role in Role if role in found.roles and may_decide(context.roles, role)]
    rows = tuple((_take(found.id, role),) for role in mine)
    text = (T("people.name", name=who.called(found)), *profile.lines(found, context))
    return Reply(text=text, buttons=(*rows, (menu.button("people"),)), replaces=True)


def _take(account: int, role: Role) -> Button:
    label = T("people.take", role=who.role(role))
    return Button(label, TakeRole(account=account, role=role, sure=False))


def _show(role: Role) -> ShowRole:
    return ShowRole(role=role, at=0)


def _gone() -> Reply:
    return Reply(text=(T("people.gone"),), buttons=((menu.button("people"),),), replaces=True)


COMMANDS: Commands = {"people": listed, "personen": listed}
ACTIONS: Actions = {ShowRole: holders, ShowAccount: about, TakeRole: taken}
