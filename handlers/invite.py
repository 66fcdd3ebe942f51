"""/invite: a one-time link that gives a role, limited to a language or an organization."""

from __future__ import annotations

from datetime import timedelta

from handlers import invite_limits, menu, qr, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.invite_limits import InviteAs, allow
from handlers.rights import needs
from models import invitations
from models.action import Action
from models.invitations import Offered
from models.role import LEADING, Role, may_decide
from models.roles import Deed, Grant
from models.text import Fixed, T, Text
from models.turn import Button, Reply


class MakeInvitation(Action, prefix="mkinvite"):
    """Make the link for this role, limited or not (0 and "" are no limit)."""

    role: Role
    language: str = ""
    organization: int = 0


@needs(*LEADING)
def asked(argument: str, context: Context) -> Reply:
    """Which role? Only those that she may give."""
    mine = [role for role in Role if may_decide(context.roles, role)]
    buttons = [Button(who.role(role), InviteAs(role=role)) for role in mine]
    rows = (*menu.grid(buttons), (menu.button("invited"), menu.button("people")))
    return Reply(text=(T("invite.which"),), buttons=rows)


@needs(*LEADING)
def chosen(action: InviteAs, context: Context) -> Reply:
    """The role as it would be given, to be limited or made."""
    allow(action.role, context)
    make = Button(T("invite.make"), MakeInvitation(**action.model_dump()))
    rows = ((make,), invite_limits.buttons(action), (menu.button("invite"),))
    return Reply(text=(_for(action, context),), buttons=rows, replaces=True)


@needs(*LEADING)
def made(action: MakeInvitation, context: Context) -> Reply:
    """The link, once, in words and as a picture; only a hash of it is kept."""
    allow(action.role, context)
    organization = action.organization or None
    offered = Offered((action.role,), language=action.language, organization_id=organization)
    deed = Deed(context.now, context.account_id)
    secret = invitations.invite(context.session, context.rng, deed, offered)
    until = context.today + timedelta(days=invitations.DAYS)
    text = (_for(action, context), *_links(secret, context), T("invite.once", day=until))
    picture = qr.picture("lotse-invitation.png", context.town.invitation(secret))
    rows = ((menu.button("invite"), menu.button("invited")),)
    return Reply(text=text, buttons=rows, files=(picture,))


def _for(action: InviteAs | MakeInvitation, context: Context) -> Text:
    grant = Grant(action.role, action.organization or None, action.language)
    return T("invite.for", role=who.granted(grant, context))


def _links(secret: str, context: Context) -> tuple[Text, ...]:
    town = context.town
    web = T("invite.link", link=Fixed(town.invitation(secret)))
    telegram = town.telegram_invitation(secret)
    return (web, T("invite.telegram", link=Fixed(telegram))) if telegram else (web,)


COMMANDS: Commands = {"invite": asked, "einladen": asked}
ACTIONS: Actions = {InviteAs: chosen, MakeInvitation: made}
