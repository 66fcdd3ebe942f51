"""A moment comes back as the same moment, in both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select

from models.audit import AuditRow, record
from models.store import Store

NOON = datetime(2026, 10, 25, 12, tzinfo=timezone(timedelta(hours=1)))


def back(store: Store) -> datetime:
    with store.transaction() as session:
        record(session, NOON, None, "measure.status", ("measure", 1))
    with store.transaction() as session:
        return session.scalars(select(AuditRow.at)).one()


def test_a_moment_comes_back(store: Store) -> None:
    found = back(store)
    assert (found, found.tzinfo) == (NOON, UTC)


def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"), store.transaction() as session:
        record(session, NOON.replace(tzinfo=None), None, "measure.status", ("measure", 1))
