"""Telling somebody what another one has decided about her."""

from __future__ import annotations

from collections.abc import Iterable

from handlers import menu, who
from handlers.context import Context
from models import mailbox, roles
from models.account import Account
from models.reaching import Way
from models.role import Role
from models.text import T
from models.turn import Reply, Unasked


def taken(role: Role, found: Account, ways: Iterable[Way], context: Context) -> tuple[Unasked, ...]:
    """She lost this role just now, perhaps her account with it. `ways` led to her until then; to
    herself nobody says anything twice.
    """
    way = next((one for one in ways if _leads_to_somebody(one, context)), None)
    if way is None or found.id == context.account_id:
        return ()
    by = who.account_called(context.account_id, context)
    left = roles.held(context.session, found.id)
    now = T("who.roles", roles=who.roles(left, context)) if left else T("who.no_role")
    text = (T("taken.told", role=who.role(role), name=by), now)
    reply = Reply(text=text, buttons=((menu.button("me"), menu.button("help")),))
    key = f"taken:{found.id}:{role}:{context.now.isoformat()}"
    return (Unasked(key, way.channel, way.address, way.language, reply),)


def _leads_to_somebody(way: Way, context: Context) -> bool:
    """A mailbox may have been known by the account only, which is gone by now."""
    is_mail = way.channel == mailbox.CHANNEL
    return not is_mail or mailbox.of_address(context.session, way.address) is not None
