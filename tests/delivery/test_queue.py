"""A row is queued once, claimed by one, and ends in a state one can see."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest

from jobs import retention
from models import delivery
from models.delivery import Kind, State
from models.delivery_channel import after_crash, held, hold, move, next_due
from models.delivery_claim import Outgoing
from models.delivery_wake import on_queued
from models.delivery_work import Result
from models.engine import engine_for
from models.store import Store
from tests.delivery.queued import LEASE, NOW, all_rows, claimed, leave, put, record, row_of, to

MINUTE = timedelta(minutes=1)


def test_the_same_key_is_queued_once(store: Store) -> None:
    with store.transaction() as session:
        assert put(session, to(1), to(2)) == 2
        assert put(session, to(2), to(3), to(3)) == 1
        assert [row.key for row in all_rows(session)] == ["reminder:1", "reminder:2", "reminder:3"]


def test_a_key_that_was_sent_is_not_queued_again(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1))
        record(session, Result(1, State.SENT, parts=1))
        assert put(session, to(1)) == 0
        assert claimed(session) == []


def test_nothing_to_queue_is_no_mistake(store: Store) -> None:
    with store.transaction() as session:
        assert put(session) == 0


def test_a_claimed_row_is_nobody_elses_until_its_time_is_over(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1))
        (mine,) = claimed(session, "one")
        assert mine.address == "1"
        assert claimed(session, "two") == []
        (taken,) = claimed(session, "two", now=NOW + LEASE)
        assert taken.id == mine.id
        assert leave(session, mine.id, worker="one") == set()
        assert leave(session, mine.id, worker="two") == {mine.id}


def test_what_is_not_due_stays(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, not_before=NOW + MINUTE), to(2))
        assert [row.address for row in claimed(session)] == ["2"]
        assert next_due(session, "telegram", NOW) == NOW + MINUTE
        assert next_due(session, "web", NOW) is None
        assert [row.address for row in claimed(session, now=NOW + MINUTE)] == ["1"]


def test_what_was_queued_before_quiet_hours_does_not_leave_in_them(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, not_after=NOW + MINUTE), to(2, not_after=NOW + 2 * MINUTE), to(3))
        assert [row.address for row in claimed(session, now=NOW + MINUTE)] == ["2", "3"]
        assert next_due(session, "telegram", NOW) == NOW
        after_crash(session, "telegram", NOW + 3 * MINUTE)
        assert [row.address for row in claimed(session, now=NOW + 3 * MINUTE)] == ["3"]


def test_a_row_whose_hours_are_over_wakes_nobody(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, not_after=NOW + MINUTE))
        assert next_due(session, "telegram", NOW + MINUTE) is None


def test_a_row_that_was_claimed_in_time_and_waited_too_long_does_not_leave(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, not_after=NOW + MINUTE))
        (row,) = claimed(session)
        assert leave(session, row.id, now=NOW + MINUTE) == set()
        assert leave(session, row.id) == {row.id}


def test_a_message_of_which_a_part_has_arrived_is_finished(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, not_after=NOW + MINUTE))
        (row,) = claimed(session)
        leave(session, row.id)
        record(session, Result(row.id, State.QUEUED, parts=1))
        assert leave(session, row.id, now=NOW + MINUTE) == {row.id}


def test_urgent_kinds_go_first_then_the_oldest(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, Kind.NEWS), to(2), to(3, Kind.HANDOFF), to(4), to(5, priority=9))
        assert [row.address for row in claimed(session, limit=2)] == ["3", "2"]
        assert [row.address for row in claimed(session)] == ["4", "1", "5"]


def test_other_channels_rows_are_left_alone(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, channel="mail"))
        assert claimed(session) == []


def test_a_row_leaves_once(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1))
        (row,) = claimed(session)
        assert leave(session, row.id) == {row.id}
        assert leave(session, row.id) == set()
        assert row_of(session, 1).attempts == 1


@pytest.mark.parametrize("state", [State.SENT, State.FAILED, State.GONE])
def test_a_finished_row_forgets_who_and_what(store: Store, state: State) -> None:
    with store.transaction() as session:
        put(session, to(1), to(2))
        record(session, Result(1, state, parts=2, reason="why"))
        row = row_of(session, 1)
        assert (row.state, row.reason, row.parts_sent) == (state, "why", 2)
        assert (row.message, row.address, row.finished) == (b"", "", NOW)
        assert row_of(session, 2).state == State.QUEUED


def test_many_results_are_recorded_together(store: Store) -> None:
    with store.transaction() as session:
        put(session, *(to(n) for n in range(1, 8)))
        leaving = [row.id for row in claimed(session)]
        leave(session, *leaving)
        again = Result(4, State.QUEUED, reason="trouble", not_before=NOW + MINUTE)
        sent = [Result(n, State.SENT, parts=1) for n in (1, 2, 3)]
        record(session, *sent, again, Result(5, State.GONE, reason="blocked"))
        assert delivery.counts(session) == {
            ("reminder", "sent"): 3,
            ("reminder", "gone"): 1,
            ("reminder", "queued"): 1,
            ("reminder", "sending"): 2,
        }
        assert [row.id for row in claimed(session, now=NOW + MINUTE)] == [4]


def test_between_two_parts_a_row_is_queued_but_still_claimed(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1))
        (row,) = claimed(session)
        leave(session, row.id)
        record(session, Result(row.id, State.QUEUED, parts=1))
        assert row_of(session, 1).parts_sent == 1
        assert claimed(session, "two") == []
        assert leave(session, row.id) == {row.id}


def test_after_a_crash_only_what_was_in_flight_is_in_doubt(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1, Kind.NEWS), to(2), to(3, channel="mail"))
        ids = {row.address: row.id for row in claimed(session)}
        leave(session, ids["1"])
        assert after_crash(session, "telegram", NOW) == 1
        assert [row.address for row in claimed(session, "two")] == ["2", "1"]  # again, once
        leave(session, ids["1"], worker="two")
        assert after_crash(session, "telegram", NOW) == 1
        row = row_of(session, 1)
        assert (row.state, row.reason, row.finished) == (State.UNKNOWN, "crash", NOW)


def test_what_was_sent_again_can_be_seen(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1), to(2, Kind.NEWS))
        leave(session, *(row.id for row in claimed(session)))
        record(session, *(Result(n, State.UNKNOWN, reason="timeout") for n in (1, 2)))
        assert delivery.sent_again(session) == 1
        assert delivery.counts(session)["news", "unknown"] == 1


def test_a_result_nobody_knows_is_tried_once_more_later(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1), to(2, Kind.NEWS))
        leave(session, *(row.id for row in claimed(session)))
        silent = [Result(n, State.UNKNOWN, 1, "timeout", NOW + MINUTE) for n in (1, 2)]
        record(session, *silent)
        assert row_of(session, 2).state == State.UNKNOWN
        assert claimed(session) == []
        (again,) = claimed(session, now=NOW + MINUTE)
        assert (again.address, again.parts_sent, again.attempts) == ("1", 1, 1)


def test_a_chat_that_moved_is_followed(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(-5), to(-5, Kind.NEWS), to(-5, Kind.DIGEST, channel="mail"))
        record(session, Result(2, State.SENT, parts=1))
        assert move(session, "telegram", "-5", "-100") == 1
        assert [row.address for row in claimed(session)] == ["-100"]


def test_a_hold_is_remembered(store: Store) -> None:
    with store.transaction() as session:
        assert held(session, "telegram") is None
        hold(session, "telegram", NOW)
        hold(session, "telegram", NOW + MINUTE)
        assert held(session, "telegram") == NOW + MINUTE
        assert held(session, "web") is None


def test_finished_rows_go_after_their_time(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1), to(2), to(3))
        record(session, Result(1, State.SENT), now=NOW - MINUTE)
        record(session, Result(2, State.SENT), now=NOW)
        assert delivery.forget_finished(session, NOW) == 1
        assert [row.id for row in all_rows(session)] == [2, 3]


def test_very_many_go_in_parts(store: Store) -> None:
    with store.transaction() as session:
        put(session, *(to(n) for n in range(1, 6)))
        record(session, *(Result(n, State.SENT) for n in range(1, 6)), now=NOW - MINUTE)
        assert [delivery.forget_finished(session, NOW, most=2) for _ in range(4)] == [2, 2, 1, 0]


def test_the_retention_job_keeps_that_time(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1), to(2), to(3))
        record(session, Result(1, State.SENT), now=NOW - timedelta(days=31))
        record(session, Result(2, State.SENT), now=NOW - timedelta(days=29))
        assert retention.run(session, NOW) == 1
        assert [row.id for row in all_rows(session)] == [2, 3]


def test_after_a_commit_that_queued_something_it_is_told(store: Store) -> None:
    calls: list[int] = []
    on_queued(store.engine, lambda: calls.append(1))
    with store.transaction() as session:
        put(session, to(1))
        assert calls == []
    with store.transaction() as session:
        claimed(session)
    assert calls == [1]


def test_two_workers_never_get_the_same_row(url: str) -> None:
    """Each with an engine of its own, as two processes would have, both at once."""
    taken: dict[str, list[Outgoing]] = {"one": [], "two": []}
    start = Barrier(2)

    def work(worker: str) -> None:
        mine = Store(engine_for(url))
        start.wait()
        for _ in range(40):
            with mine.transaction() as session:
                taken[worker] += claimed(session, worker, limit=10)
        mine.close()

    first = Store(engine_for(url))
    with first.transaction() as session:
        put(session, *(to(n) for n in range(400)))
    first.close()
    workers = [Thread(target=work, args=[worker]) for worker in taken]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()
    ids = [row.id for rows in taken.values() for row in rows]
    assert sorted(ids) == sorted(set(ids))
    assert len(ids) == 400
