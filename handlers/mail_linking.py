"""Linking a mailbox: its address gets a mail with a link, and one tap on it proves the address."""

from __future__ import annotations

from datetime import timedelta

from handlers import joining, menu, who
from handlers.context import Context
from handlers.features import Actions, Commands
from models import invitations
from models.action import Action
from models.imports.cells import email
from models.imports.problems import Unexpected
from models.invitations import Offered
from models.mailbox import CHANNEL as MAIL
from models.roles import Deed
from models.secrets import hashed
from models.text import Fixed, T, Text
from models.turn import Button, Reply, Unasked

DAYS = 2
MOST = 5
"""So many mails go to addresses that somebody typed on one day: they may be mistyped."""


class Join(Action, prefix="join"):
    """Yes, that is my mailbox: the secret that only it got."""

    secret: str


def how(context: Context) -> tuple[Text, ...]:
    """How a mailbox is linked, where Lotse sends mails."""
    return (T("link.mail_how"),) if MAIL in context.town.channels else ()


def asked(typed: str, context: Context) -> Reply:
    """She typed an address: whoever reads its mails decides."""
    try:
        address = email(typed.strip())
    except Unexpected:
        return _said(T("link.mail_wrong"))
    made = invitations.made_for(context.session, context.account_id, context.today)
    if MAIL not in context.town.channels or made >= MOST:
        return _said(T("link.mail_not_now"))
    mail = _mail(address, context)
    return Reply(text=(T("link.mail_sent", email=Fixed(address)),), buttons=_back(), others=(mail,))


def joined(action: Join, context: Context) -> Reply:
    """The tap."""
    return joining.accept(hashed(action.secret), context)


def _mail(address: str, context: Context) -> Unasked:
    offered = Offered((), email=address, account_id=context.account_id)
    deed = Deed(context.now, context.account_id)
    secret = invitations.invite(context.session, context.rng, deed, offered, DAYS)
    name = who.account_called(context.account_id, context)
    until = T("mail.invited_until", day=context.today + timedelta(days=DAYS))
    yes = Button(T("link.mail_yes"), Join(secret=secret))
    reply = Reply(text=(T("link.mail_ask", name=name), until), buttons=((yes,),))
    return Unasked(f"mailbox:{hashed(secret)}", MAIL, address.lower(), context.language, reply)


def _said(text: Text) -> Reply:
    return Reply(text=(text,), buttons=_back())


def _back() -> menu.Rows:
    return ((menu.button("link"), menu.button("me")),)


COMMANDS: Commands = {}
ACTIONS: Actions = {Join: joined}
