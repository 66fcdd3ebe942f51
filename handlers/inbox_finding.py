"""Which threads a counsellor may see, looked up anew with every press."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.rights import Refused
from models import thread
from models.counselling import Counsellor
from models.text import T, Text
from models.thread import Thread, ThreadState
from models.turn import Reply


def her(context: Context) -> Counsellor:
    """The counsellor who does something. Raises Refused when she is none."""
    if context.counsellor is None:
        raise Refused
    return context.counsellor


def found(id: int, context: Context) -> Thread | None:
    """A thread that she may see. None: there is none, or it is not for her, and nobody tells."""
    one = thread.find(context.session, id)
    if one is None or (one.account_id is not None and one.account_id == context.account_id):
        return one
    return one if is_open_to(one, her(context)) else None


def is_open_to(one: Thread, counsellor: Counsellor) -> bool:
    """What waits is for everybody who answers such; what somebody has taken is between her and the
    asker, and for those who look after all of them.
    """
    waits = one.state is ThreadState.WAITING
    hers = counsellor.id == one.account_id or counsellor.leads
    return hers or (waits and counsellor.may_see(one))


def led(id: int, context: Context) -> Thread | None:
    """A thread whose course she decides: she took it, or looks after all of them."""
    one = found(id, context)
    return one if one and decides(one, context) else None


def decides(one: Thread, context: Context) -> bool:
    """Whether she took it, or looks after all of them."""
    return one.account_id == context.account_id or her(context).leads


def gone(text: Text | None = None) -> Reply:
    """It is deleted, or not for her, or somebody was quicker: kindly, without saying which."""
    return Reply(text=(text or T("inbox.gone"),), buttons=((menu.button("inbox"),),))
