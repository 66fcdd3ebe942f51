"""The mail that brings an invitation; its one button proves whose mailbox it is."""

from __future__ import annotations

from datetime import date, datetime

from bot.message import Key, Line, Message, to_json
from bot.words import words
from handlers import who
from models import delivery, invitations
from models.base import Session
from models.delivery import Kind, Planned
from models.invitations import Offered
from models.language import direction
from models.mailbox import CHANNEL
from models.secrets import hashed
from models.text import Listed, T
from models.town import Town


def invitation_mail(
    offered: Offered, secret: str, until: date, town: Town, language: str
) -> Message:
    """What is offered, until which day, and the button that accepts it."""
    roles = Listed(tuple(who.role(role) for role in offered.roles))
    lines = (
        T("mail.invited", town=town.name, roles=roles),
        T("mail.invited_what"),
        T("mail.invited_until", day=until),
    )
    text = tuple(Line(words(line, language), language) for line in lines)
    accept = Key(words(T("mail.accept"), language), data=f"/start join_{secret}", lang=language)
    rtl = direction(language) == "rtl"
    return Message(language, "rtl" if rtl else "ltr", text=text, keys=((accept,),))


def queue_invitation(session: Session, secret: str, now: datetime, town: Town) -> bool:
    """Queue the mail in the transaction that made the invitation, to the address it was made for.

    False: there is no such invitation, or it names no address. Until it is sent the row holds the
    secret itself.
    """
    token_hash = hashed(secret)
    found = invitations.find(session, token_hash)
    if found is None or not found.offered.email:
        return False
    message = invitation_mail(found.offered, secret, found.expires, town, town.default_language)
    planned = Planned(
        kind=Kind.INVITATION,
        key=f"invitation:{token_hash}",
        channel=CHANNEL,
        address=found.offered.email.lower(),
        message=to_json(message),
        not_before=now,
    )
    return delivery.queue(session, (planned,), now) == 1
