"""All that is stored about an account, for whoever it is about (Art. 15 GDPR)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from models import feed, groups
from models.account import ACCOUNT, ROLE, AbsenceRow
from models.base import table
from models.offer_change import OFFER_CHANGE
from models.person import TABLE as PERSON

ABSENCE = table(AbsenceRow)
OURS = {"id", "account_id", "source", "source_id", "token_hash"}
"""What only tells rows from each other."""


def everything(session: Session, account: int) -> dict[str, Any]:
    """As plain values for a JSON file."""
    own = _rows(session, ACCOUNT, ACCOUNT.c.id == account)
    return (own[0] if own else {}) | {
        "roles": _rows(session, ROLE, ROLE.c.account_id == account),
        "absences": _rows(session, ABSENCE, ABSENCE.c.account_id == account),
        "groups": [group.name for group in groups.of(session, account)],
        "channels": _channels(session, account),
        "feeds": _rows(session, feed.TABLE, feed.TABLE.c.account_id == account),
        "offer_changes": _rows(session, OFFER_CHANGE, OFFER_CHANGE.c.account_id == account),
    }


def _channels(session: Session, account: int) -> list[dict[str, Any]]:
    query = select(PERSON.c.channel, PERSON.c.address, PERSON.c.last_seen)
    found = session.execute(query.where(PERSON.c.account_id == account)).mappings()
    return [{name: _plain(value) for name, value in row.items()} for row in found]


def _rows(session: Session, table: Table, condition: ColumnElement[bool]) -> list[dict[str, Any]]:
    found = session.execute(select(table).where(condition)).mappings()
    return [{k: _plain(v) for k, v in row.items() if k not in OURS} for row in found]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
