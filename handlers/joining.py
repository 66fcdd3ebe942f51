"""Accepting an invitation: the roles it offers, once, and what is kept of her from then on."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers import menu, naming, who
from handlers.context import Context
from models import invitations, roles
from models.invitations import Guest, Refusal
from models.roles import Deed
from models.secrets import hashed
from models.text import T, Text
from models.turn import Reply

PAYLOAD = re.compile(r"join_([A-Za-z0-9_-]{20,59})")


def hash_in(payload: str) -> str:
    """The hash of the secret in a deep link's payload `join_…`, or "" when there is none."""
    found = PAYLOAD.fullmatch(payload.strip())
    return hashed(found[1]) if found else ""


def accept(token_hash: str, context: Context, *before: Text) -> Reply:
    """Give her what is offered, or say kindly why not. A group is nobody who could accept."""
    person = context.person
    if person.is_group:
        return Reply(text=(*before, T("join.group")), buttons=menu.main())
    found = invitations.find(context.session, token_hash)
    why = invitations.refusal(found, context.today, person.account_id)
    if found is None or why is not None:
        return _refused(why or "unknown", *before)
    guest = Guest(person.id, person.account_id, context.language)
    account = invitations.accept(context.session, Deed(context.now), found, guest)
    if account is None:
        return _refused("used", *before)
    now = replace(context, person=replace(person, account_id=account))
    return _welcomed(now, *before) if found.offered.roles else _linked(now)


def _linked(context: Context) -> Reply:
    """Only a channel came to her account."""
    text = T("link.done", name=who.account_called(context.person.account_id, context))
    return Reply(text=(text,), buttons=((menu.button("me"), menu.button("help")),))


def _welcomed(context: Context, *before: Text) -> Reply:
    account = context.account
    held = roles.held(context.session, context.person.account_id or 0)
    text = (*before, T("join.welcome", roles=who.roles(held, context)), T("join.data"))
    if account is not None and not account.name:
        return naming.ask(context, *text)
    return Reply(text=text, buttons=((menu.button("me"), menu.button("help")),))


def _refused(why: Refusal, *before: Text) -> Reply:
    rows = ((menu.button("me"), menu.button("help")),) if why == "yours" else menu.main()
    return Reply(text=(*before, T(f"join.{why}")), buttons=rows)
