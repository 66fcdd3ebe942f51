"""All that is stored of somebody's conversations with counsellors, for her (Art. 15 GDPR)."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from models import thread_message
from models.thread import THREAD, Thread, read
from models.thread_message import Message
from models.vault import Vault


def hers(session: Session, person: int) -> list[Thread]:
    """Her conversations, the first one first."""
    return sorted(read(session, THREAD.c.person_id == person), key=lambda one: one.id)


def everything(session: Session, vault: Vault, person: int) -> list[dict[str, Any]]:
    """As plain values, with what was said to her and by her; never whose account it was."""
    return [_thread(session, vault, one) for one in hers(session, person)]


def _thread(session: Session, vault: Vault, one: Thread) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in ("topic", "language", "district", "helped")}
    moments = {name: getattr(one, name) for name in ("created", "closed")}
    days = {name: at.isoformat() for name, at in moments.items() if at is not None}
    said = thread_message.said_to_asker(session, vault, one.id)
    state = {"number": one.id, "state": str(one.state)}
    return state | plain | days | {"messages": [_message(each) for each in said]}


def _message(one: Message) -> dict[str, str]:
    said = {"by": str(one.side), "at": one.at.isoformat(), "text": one.text}
    further = {"translation": one.translation, "file": one.file}
    return said | {name: value for name, value in further.items() if value}
