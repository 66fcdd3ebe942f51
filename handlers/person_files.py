"""Files for a counsellor: refused kindly unless the town takes them, then checked and handed on."""

from __future__ import annotations

from handlers import person_thread, relaying, sorry
from handlers.context import Context
from models import thread_changes, thread_message
from models.medium import Received, Upload
from models.roles import Deed
from models.text import T
from models.thread import Thread
from models.thread_message import Words
from models.turn import File, Reply, Sent
from surveys.media.checking import LARGEST, MEGABYTE, named
from surveys.slip import SlipKind


def wanted(context: Context) -> Upload | None:
    """Any file, where the town takes them and somebody is there to get it."""
    if not context.town.handoff_files:
        return None
    one = person_thread.going_on(context)
    return relaying.upload(one) if one is not None and one.account_id is not None else None


def sent(sent: Sent, context: Context) -> Reply:
    """To her counsellor, who alone has it then: Lotse keeps that there was one."""
    one = person_thread.going_on(context)
    if one is None:
        return sorry.not_taken(sent, context)
    came = sent.received
    if not context.town.handoff_files or sent.kind in {"place", "contact", "sticker"}:
        return _refused(one, "refused")
    if one.account_id is None:
        return _refused(one, "waiting")
    if came is None or came.file is None:
        return _refused(one, _why(came))
    return _handed_on(one, File(_name(came), came.file.media_type, came.file.content), context)


def _handed_on(one: Thread, file: File, context: Context) -> Reply:
    kind = file.media_type.partition("/")[0]
    deed, words = Deed(context.now), Words("", one.language, kind)
    id = thread_changes.say(context.session, deed, one.id, words, context.vault)
    message = id and thread_message.find(context.session, context.vault, id)
    told = relaying.said_to_counsellor(one, message, context, (file,)) if message else ()
    if not told:
        return person_thread.over(one)
    return Reply(text=(T("talk.file_sent"),), buttons=person_thread.rows(one), others=told)


REFUSALS = ("refused", "waiting", "wrong", "too_large", "lost")


def _refused(one: Thread, why: str) -> Reply:
    text = T(f"talk.file_{why}", size=max(LARGEST.values()) // MEGABYTE)
    return Reply(text=(text,), buttons=person_thread.rows(one))


def _why(came: Received | None) -> str:
    if came is None or came.why is None:
        return "lost"
    return "too_large" if came.why is SlipKind.TOO_LARGE else "wrong"


def _name(came: Received) -> str:
    """Its own name tells more than a file needs to."""
    assert came.file is not None  # noqa: S101  asked before
    return named(came.file.hash[:8], came.file.media_type)
