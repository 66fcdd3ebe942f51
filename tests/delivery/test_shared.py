"""What many get is stored once, held for all of them at once, and in nobody's way meanwhile."""

from datetime import timedelta
from typing import Any

from jobs import retention
from models import shared_queue
from models.base import Session
from models.delivery import Kind, State, counts
from models.delivery_channel import after_crash, next_due
from models.delivery_many import queue_many
from models.delivery_statements import CLAIM, CLAIM_SHARED, DUE_SHARED
from models.delivery_work import Result
from models.prepared import Prepared
from models.shared_message import messages, rewrite
from models.shared_queue import hold, hours, release, waiting, withdraw_queued
from models.store import Store
from tests.delivery.queued import (
    LEASE,
    NOW,
    all_rows,
    claimed,
    leave,
    put,
    record,
    row_of,
    said,
    to,
)
from tests.delivery.sharing import row, shared, to_all

MINUTE = timedelta(minutes=1)


def test_everybody_gets_the_message_that_is_stored_once(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session, said("Neues"))
        assert to_all(session, id, range(1, 4)) == 3
        rows = claimed(session)
        assert [(one.address, one.message) for one in rows] == [
            (str(n), said("Neues")) for n in range(1, 4)
        ]
        assert {bytes(one.message) for one in all_rows(session)} == {b""}


def test_nobody_gets_the_same_news_twice(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        to_all(session, id, (1, 2))
        assert to_all(session, id, (2, 3, 3)) == 1
        record(session, Result(1, State.SENT, 1))
        assert to_all(session, shared(session), (1, 2, 3)) == 0


def test_a_row_of_many_is_as_one_that_is_queued_alone(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        to_all(session, id, (1,))
        put(session, to(2, Kind.NEWS, shared=id, message=b""))
        many, one = (dict(each._mapping) for each in all_rows(session))
        own = ("id", "key", "address")
        assert {k: v for k, v in many.items() if k not in own} == {
            k: v for k, v in one.items() if k not in own
        }
        assert queue_many(session, Kind.NEWS, [], NOW) == 0


def test_a_row_is_due_when_it_says_so(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        later = (*row(2, id)[:4], NOW + MINUTE)
        queue_many(session, Kind.NEWS, [row(1, id), later], NOW)
        assert [one.address for one in claimed(session)] == ["1"]
        record(session, Result(1, State.SENT, 1))
        assert next_due(session, "telegram", NOW) == NOW + MINUTE
        assert [one.address for one in claimed(session, now=NOW + MINUTE)] == ["2"]


def test_whoever_has_not_got_it_gets_it_as_it_was_rewritten(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session, said("Neues"))
        to_all(session, id, (1,))
        rewrite(session, id, said("Richtiges"))
        assert [one.message for one in claimed(session)] == [said("Richtiges")]


def test_what_is_held_leaves_neither_from_the_queue_nor_from_the_hand(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        to_all(session, id, (1, 2, 3))
        (row,) = claimed(session, limit=1)
        hold(session, [id])
        assert leave(session, row.id) == set()
        assert claimed(session) == []
        assert next_due(session, "telegram", NOW) is None
        release(session, [id], NOW)
        assert [one.address for one in claimed(session)] == ["1", "2", "3"]
        assert leave(session, row.id) == {row.id}


def test_what_is_held_holds_up_nothing_else(store: Store) -> None:
    with store.transaction() as session:
        paused, other = shared(session), shared(session)
        to_all(session, paused, range(1, 4))
        queue_many(session, Kind.NEWS, [("news:8:p9", "telegram", "9", other, NOW)], NOW)
        put(session, to(8), to(7, Kind.DIGEST))
        hold(session, [paused])
        assert [one.address for one in claimed(session)] == ["8", "9", "7"]


def test_a_message_of_which_a_part_arrived_arrives_as_a_whole(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        to_all(session, id, (1,))
        (row,) = claimed(session)
        leave(session, row.id)
        record(session, Result(row.id, State.QUEUED, parts=1))
        hold(session, [id])
        assert leave(session, row.id) == {row.id}


def test_it_leaves_in_its_hours_only(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        to_all(session, id, (1, 2))
        hours(session, [id], NOW + MINUTE, NOW + 2 * MINUTE)
        assert claimed(session) == []
        assert next_due(session, "telegram", NOW) == NOW + MINUTE
        (row, _) = claimed(session, now=NOW + MINUTE)
        assert leave(session, row.id, now=NOW + 2 * MINUTE) == set()
        assert claimed(session, now=NOW + 2 * MINUTE + LEASE) == []
        assert next_due(session, "telegram", NOW + 2 * MINUTE) is None
        hours(session, [id], NOW + 9 * MINUTE, None)
        assert len(claimed(session, now=NOW + 9 * MINUTE)) == 2


def test_languages_take_turns_however_many_read_them(store: Store) -> None:
    with store.transaction() as session:
        german, arabic = shared(session), shared(session, language="ar")
        to_all(session, german, range(1, 101))
        to_all(session, arabic, (201, 202))
        found = [int(one.address) for one in claimed(session, limit=10)]
        assert {201, 202} < set(found)
        assert len(found) == 10
        assert len(claimed(session)) == 102 - 10


def test_what_is_urgent_goes_before_what_is_not(store: Store) -> None:
    with store.transaction() as session:
        usual, urgent = shared(session), shared(session, priority=0)
        to_all(session, usual, range(1, 6))
        to_all(session, urgent, range(6, 9))
        assert [one.address for one in claimed(session, limit=4)] == ["6", "7", "8", "1"]


def test_after_a_crash_nobody_is_skipped(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        to_all(session, id, (1, 2))
        first, _ = claimed(session)
        leave(session, first.id)
        after_crash(session, "telegram", NOW)
        assert [one.address for one in claimed(session)] == ["1", "2"]


def test_what_has_not_left_is_taken_back_in_steps(store: Store) -> None:
    with store.transaction() as session:
        id, other = shared(session), shared(session)
        to_all(session, id, range(1, 6))
        put(session, to(8, Kind.NEWS, shared=other, message=b""))
        record(session, Result(1, State.SENT, 1))
        steps = [withdraw_queued(session, [id], NOW, limit=3) for _ in range(3)]
        assert steps == [3, 1, 0]
        assert shared_queue.counts(session, [id, other]) == {
            (id, State.SENT, ""): 1,
            (id, State.FAILED, "withdrawn"): 4,
            (other, State.QUEUED, ""): 1,
        }
        assert (waiting(session, [id]), waiting(session, [other])) == (False, True)
        assert counts(session)["news", "failed"] == 4
        assert row_of(session, "p2").address == ""


def test_reasons_are_counted_and_corrections_are_not(store: Store) -> None:
    with store.transaction() as session:
        id = shared(session)
        to_all(session, id, range(1, 5))
        put(session, to(9, Kind.NEWS, shared=id, message=b"", edits="77"))
        record(session, Result(1, State.SENT, 1), Result(2, State.GONE, reason="blocked"))
        record(session, Result(3, State.QUEUED, reason="server", not_before=NOW))
        assert shared_queue.counts(session, [id]) == {
            (id, State.SENT, ""): 1,
            (id, State.GONE, "blocked"): 1,
            (id, State.QUEUED, ""): 2,
        }


def test_what_is_held_is_not_even_looked_at(sqlite_store: Store) -> None:
    """Beside a hundred thousand held rows a reminder is claimed as soon as without them."""
    given = {"of": "telegram", "by": "one", "now": NOW, "until": NOW, "most": 9, "shared": 1}
    given |= {"lowest": 0, "highest": 1}
    with sqlite_store.transaction() as session:
        plans = [explained(session, one, given) for one in (CLAIM, CLAIM_SHARED, DUE_SHARED)]
    assert "INDEX ix_delivery_due (channel=? AND priority>? AND priority<?)" in plans[0]
    assert "INDEX ix_delivery_shared (shared_id=? AND state=? AND not_before<?)" in plans[1]
    assert "INDEX ix_delivery_shared (shared_id=? AND state=?)" in plans[2]
    assert "SCAN delivery" not in " ".join(plans)


def explained(session: Session, statement: Prepared, given: dict[str, Any]) -> str:
    """How SQLite finds what a statement looks for."""
    connection = session.connection()
    compiled = statement._for(connection.dialect)
    driver: Any = connection.connection.driver_connection
    named = {name: value for name, value in given.items() if name in compiled.given}
    plan = driver.execute(f"EXPLAIN QUERY PLAN {compiled.sql}", compiled.values(named))
    return " ".join(step[-1] for step in plan)


def test_a_message_is_kept_as_long_as_rows_name_it(store: Store) -> None:
    with store.transaction() as session:
        used, unused = shared(session), shared(session)
        to_all(session, used, (1,))
        record(session, Result(1, State.SENT, 1))
        retention.run(session, NOW + timedelta(days=29))
        assert set(messages(session, [used, unused])) == {used}
        retention.run(session, NOW + timedelta(days=31))
        assert set(messages(session, [used, unused])) == set()
