"""A small town with accounts and measures, written straight into the tables."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlalchemy.orm import Session

from models.account import AbsenceRow, AccountRow
from models.base import table
from models.measure import MeasureRow
from models.measure_changes import By

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def account(session: Session, name: str, **others: Any) -> int:
    """An account's id."""
    row = AccountRow(name=name, created=TODAY, **others)
    session.add(row)
    session.flush()
    return row.id


def absent(session: Session, account: int, first: date, last: date) -> None:
    """Somebody is away, both days included."""
    session.execute(insert(table(AbsenceRow)).values(account_id=account, first=first, last=last))


def measure(session: Session, number: str, **others: Any) -> int:
    """A measure's id; in realisation in 2026 and 2027, with news of today."""
    values: dict[str, Any] = {
        "source": "table",
        "source_id": number,
        "number": number,
        "title": f"Maßnahme {number}",
        "field": "SPR",
        "status": "in_realisation",
        "start": date(2026, 1, 1),
        "start_precision": "year",
        "end": date(2027, 6, 30),
        "end_precision": "half_year",
        "last_news": TODAY,
    }
    row = MeasureRow(**(values | others))
    session.add(row)
    session.flush()
    return row.id


def by(account: int | None = None) -> By:
    """Somebody, now."""
    return By(account, NOW)
