"""All that is stored about a person: shown to her (Art. 15 GDPR), and deleted (Art. 17 GDPR)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import (
    contact_wish,
    draft,
    held_words,
    subscription,
    thread_data,
    thread_release,
    withdrawing,
)
from models.base import rows
from models.participation import Who
from models.person import TABLE, Person
from models.thread_release import Deleted
from models.vault import Vault


def everything(session: Session, person: Person, vault: Vault) -> dict[str, Any]:
    """As plain values for a JSON file."""
    row = session.execute(select(TABLE).where(TABLE.c.id == person.id)).mappings().one()
    stored = {name: _plain(name, value) for name, value in row.items() if name != "id"}
    stored |= _unsealed(stored, vault)
    her = Who(person.id, person.channel, person.address, person.account_id)
    begun = draft.everything(session, vault, her)
    wish = contact_wish.everything(session, person.id)
    stored |= {"contact_wish": wish} if wish else {}
    news = subscription.everything(session, person)
    stored |= {"news": news} if news else {}
    threads = thread_data.everything(session, vault, person.id)
    stored |= {"conversations": threads} if threads else {}
    return stored | ({"drafts": begun} if begun else {})


def forget(session: Session, person: Person, at: datetime) -> list[Deleted]:
    """Everything about her goes, and what waits to be sent to her or was said by her to a
    counsellor. The conversations that were deleted.
    """
    withdrawing.forget(session, person.channel, person.address)
    deleted = thread_release.forget_person(session, at, person.id)
    session.execute(delete(TABLE).where(TABLE.c.id == person.id))
    return deleted


def forget_those_gone(session: Session, blocked_before: date, silent_before: date) -> int:
    """Enforce the period: rows of people who blocked Lotse or have long been silent."""
    old = (TABLE.c.gone_on < blocked_before) | (TABLE.c.last_seen < silent_before)
    return rows(session.execute(delete(TABLE).where(old)))


def _unsealed(stored: Mapping[str, Any], vault: Vault) -> dict[str, Any]:
    """What she is in the middle of, with the words that Lotse did not know opened."""
    dialogue = stored["dialogue"]
    if not (dialogue and dialogue.get("unknown")):
        return {}
    _, *words = held_words.find(vault, dialogue["unknown"]).split("\n")
    return {"dialogue": {**dialogue, "unknown": words}}


def _plain(name: str, value: Any) -> Any:
    if name in {"filters", "dialogue"} and value:
        return json.loads(value)
    return value.isoformat() if isinstance(value, date) else value
