"""What waits to be delivered is taken back when it is not true any more."""

from datetime import date

import pytest

from analysis.measures.point import Precision, point_around
from models import accounts, measure_changes, reminders
from models.measure_changes import By, News
from models.reminders import LATER, Reminder, State
from models.role import Role
from models.store import Store
from tests.jobs.reminding import HALF_YEAR, Town, blocks, change, ends, her, leaves, wall


@pytest.fixture
def town(store: Store) -> Town:
    return Town(store)


def test_a_changed_date_takes_back_what_waits(town: Town) -> None:
    owner = town.somebody("Amt")
    moved = town.measure("M1", responsible_id=owner, **HALF_YEAR)
    town.measure("M2", responsible_id=owner, **HALF_YEAR)
    town.halted = True
    town.tick("2026-06-30 09:00")
    (first,) = town.queue()
    point = point_around(date(2026, 12, 31), Precision.DAY)
    with town.store.transaction() as session:
        by = By(owner, wall("2026-06-30 09:01"))
        measure_changes.move_date(session, moved, point, "Personal fehlt", by)
    assert [(row.state, row.reason) for row in town.queue()] == [("failed", "superseded")]
    assert not leaves(town, first.id)
    town.halted = False
    town.tick("2026-06-30 09:05")
    assert town.messages() == ["M2 „Maßnahme M2“ ist heute fällig."]


def test_a_date_changed_by_the_towns_table_is_seen_too(town: Town) -> None:
    owner = town.somebody("Amt")
    id = town.measure("M1", responsible_id=owner, **HALF_YEAR)
    town.halted = True
    town.tick("2026-06-30 09:00")
    change(town, id, version=2)
    town.halted = False
    town.tick("2026-06-30 09:05")
    assert [row.state for row in town.queue()] == ["failed", "sent"]
    assert len(town.messages()) == 1


def test_what_did_not_leave_in_time_waits_for_the_next_hour(town: Town) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt"), **HALF_YEAR)
    town.halted = True
    town.tick("2026-07-01 19:58")
    town.tick("2026-07-01 20:03")
    assert [row.reason for row in town.queue()] == ["superseded"]
    town.halted = False
    town.tick("2026-07-02 08:00")
    assert town.sent() == [("2026-07-02", "after_1")]
    assert len(town.messages()) == 1


def test_after_a_restart_at_night_nothing_leaves_before_the_job_has_looked(town: Town) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt"), **HALF_YEAR)
    town.halted = True
    town.tick("2026-06-30 19:58")
    town.halted = False
    town.deliver(wall("2026-06-30 20:00"))
    town.deliver(wall("2026-07-01 07:00"))
    assert town.messages() == []
    town.tick("2026-07-01 08:00")
    (said,) = town.messages()
    assert "ist seit 1 Tag überfällig" in said  # and not "ist heute fällig", as it was
    assert [row.state for row in town.queue()] == ["failed", "sent"]


def test_ones_own_hour_ends_a_message_too(town: Town) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt", hour=15), **HALF_YEAR)
    town.halted = True
    town.tick("2026-06-30 15:59")
    town.halted = False
    town.deliver(wall("2026-06-30 16:00"))
    assert town.messages() == []


def test_what_the_coordination_should_hear_waits_for_the_next_hours(town: Town) -> None:
    owner = town.somebody("Amt")
    town.somebody("Leitung", Role.MANAGER, hour=15)
    id = town.measure("M1", responsible_id=owner)
    with town.store.transaction() as session:
        by = By(owner, wall("2026-06-30 15:40"))
        measure_changes.report(session, id, News("help"), by)
    town.halted = True
    town.tick("2026-06-30 15:55")
    town.tick("2026-06-30 16:00")
    town.halted = False
    for moment in ("2026-06-30 16:05", "2026-07-01 14:55"):
        town.tick(moment)
        assert town.messages() == []
    town.tick("2026-07-01 15:00")
    assert len(town.messages("Leitung")) == 1


def test_what_has_no_reader_any_more_is_given_up(town: Town) -> None:
    owner = town.somebody("Amt")
    town.somebody("Leitung", Role.MANAGER)
    id = town.measure("M1", responsible_id=owner)
    with town.store.transaction() as session:
        by = By(owner, wall("2026-06-30 19:40"))
        measure_changes.report(session, id, News("help"), by)
    town.halted = True
    town.tick("2026-06-30 19:55")
    with town.store.transaction() as session:
        accounts.link(session, her(session, "Leitung").id, None)
    town.tick("2026-06-30 20:00")
    assert [(row.state, row.address) for row in town.queue()] == [("failed", "")]


def test_an_answer_stops_the_message_that_waits(town: Town) -> None:
    owner = town.somebody("Amt")
    id = town.measure("M1", responsible_id=owner, **HALF_YEAR)
    town.halted = True
    town.tick("2026-06-30 09:00")
    with town.store.transaction() as session:
        reminders.answered(session, id, 0)
        by = By(owner, wall("2026-06-30 09:01"))
        measure_changes.report(session, id, News("on_track"), by)
    town.halted = False
    assert town.tick("2026-06-30 09:05") == 0
    assert (town.messages(), town.tick("2026-07-01 09:00")) == ([], 1)


def test_in_three_days_again_for_her_alone(town: Town) -> None:
    owner = town.somebody("Amt")
    town.somebody("Leitung", Role.MANAGER)
    id = town.measure("M1", responsible_id=owner, **HALF_YEAR)
    town.tick("2026-07-06 09:00")
    later = Reminder(
        id, 0, LATER, date(2026, 7, 9), 1, owner, State.PLANNED, date(2026, 7, 6), "owner"
    )
    with town.store.transaction() as session:
        reminders.plan(session, later)
    town.days("2026-07-07", "2026-07-10", "08:05")
    assert len(town.messages("Leitung")) == 1
    assert len(town.messages("Amt")) == 2
    assert ("2026-07-09", "later") in town.sent()


def test_what_found_a_closed_door_goes_another_way(town: Town) -> None:
    owner = town.somebody("Amt", email="amt@mittelstadt.example")
    town.measure("M1", responsible_id=owner, **HALF_YEAR)
    town.halted = True
    town.tick("2026-06-30 09:00")
    ends(town, "gone")
    blocks(town, "Amt")
    town.tick("2026-06-30 09:05")
    assert [(row.channel, row.state) for row in town.queue()] == [
        ("telegram", "gone"),
        ("mail", "queued"),
    ]


@pytest.mark.parametrize("state", ["gone", "failed"])
def test_where_there_is_no_other_way_the_coordination_hears_of_it_once(
    town: Town, state: str
) -> None:
    owner = town.somebody("Amt")
    town.somebody("Leitung", Role.MANAGER)
    town.measure("M1", responsible_id=owner, **HALF_YEAR)
    town.halted = True
    town.tick("2026-06-29 09:00")
    ends(town, state)
    town.halted = False
    blocks(town, "Amt")
    town.days("2026-06-29", "2026-07-03", "09:05")
    assert len(town.messages("Leitung")) == 1
    assert "Lotse erreicht Amt nicht" in town.messages("Leitung")[0]
