"""/invited: links that nobody has used yet, and withdrawing them."""

from __future__ import annotations

from dataclasses import replace

from handlers import menu, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.rights import Refused, needs
from models import invitations
from models.action import Action
from models.invitations import Invitation
from models.role import LEADING, may_decide
from models.roles import Deed
from models.text import N, T, Text, Verbatim
from models.turn import Button, Reply


class ShowInvitations(Action, prefix="invited"):
    """Open invitations from number `at` on."""

    at: int


class Withdraw(Action, prefix="withdraw"):
    """This link shall work no more; `sure` once she was asked."""

    invitation: int
    sure: bool


@needs(*LEADING)
def listed(argument: str, context: Context) -> Reply:
    """What is open; each can be withdrawn."""
    return _page(0, context)


@needs(*LEADING)
def turned(action: ShowInvitations, context: Context) -> Reply:
    """Another page."""
    return replace(_page(action.at, context), replaces=True)


@needs(*LEADING)
def withdrawn(action: Withdraw, context: Context) -> Reply:
    """Ask once, then the link is dead; only for roles that she may give."""
    open_ones = invitations.waiting(context.session, context.today)
    found = next((one for one in open_ones if one.id == action.invitation), None)
    if found is None:
        return replace(_page(0, context), text=(T("invited.gone"),), replaces=True)
    if not all(may_decide(context.roles, role) for role in found.offered.roles):
        raise Refused
    if not action.sure:
        return _asked(found, context)
    invitations.withdraw(context.session, Deed(context.now, context.account_id), found.id)
    return replace(_page(0, context), text=(T("invited.withdrawn"),), replaces=True)


def _asked(found: Invitation, context: Context) -> Reply:
    yes = Button(T("invited.yes"), Withdraw(invitation=found.id, sure=True))
    no = Button(T("invited.no"), ShowInvitations(at=0))
    text = (_what(found, context), T("invited.sure"))
    return Reply(text=text, buttons=((yes, no),), replaces=True)


def _page(at: int, context: Context) -> Reply:
    open_ones = invitations.waiting(context.session, context.today)
    buttons = [_button(one, context) for one in open_ones]
    rows = paged(buttons, at, lambda to: ShowInvitations(at=to))
    closing = ((menu.button("invite"), menu.button("people")),)
    return Reply(text=(N("invited.open", len(open_ones)),), buttons=(*rows, *closing))


def _button(one: Invitation, context: Context) -> Button:
    return Button(_short(one), Withdraw(invitation=one.id, sure=False))


def _short(one: Invitation) -> Text:
    """Short enough for a button: the first role, the day, and to whom if that is known."""
    role, day = who.role(one.offered.roles[0]), one.expires
    if not one.offered.name:
        return T("invited.one", role=role, day=day)
    return T("invited.named", role=role, name=Verbatim(one.offered.name[:20], "de"))


def _what(one: Invitation, context: Context) -> Text:
    grants = [one.offered.grant(role) for role in one.offered.roles]
    return T("invited.what", roles=who.roles(grants, context), day=one.expires)


COMMANDS: Commands = {"invited": listed, "eingeladen": listed}
ACTIONS: Actions = {ShowInvitations: turned, Withdraw: withdrawn}
