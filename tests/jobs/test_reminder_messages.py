"""What reminders say: one message for all that somebody is to hear of."""

from datetime import date, time
from typing import Any

import pytest

from models.answers import Answer, MyMeasures
from models.role import Role
from models.store import Store
from tests.jobs.reminding import HALF_YEAR, Town, a_step, item, tap


@pytest.fixture
def town(store: Store) -> Town:
    return Town(store)


def test_several_things_come_as_one_message(town: Town) -> None:
    owner = town.somebody("Amt")
    first = town.measure("M1", responsible_id=owner, **HALF_YEAR)
    second = town.measure("M2", responsible_id=owner)
    step = a_step(town, second, date(2026, 6, 29))
    assert town.tick("2026-06-30 09:00") == 1
    message = town.message()
    assert town.messages() == [
        (
            "2 Erinnerungen für heute:\n"
            "1. Schritt „Raum finden“ aus M2 „Maßnahme M2“ ist seit 1 Tag überfällig,"
            " der Termin war am 29. Juni 2026.\n"
            "2. M1 „Maßnahme M1“ ist heute fällig."
        )
    ]
    rows = [[key.data for key in row] for row in message.keys]
    assert rows == [
        [tap(second, step, Answer.DONE), tap(second, step, Answer.ON_TRACK), item(second, step)],
        [tap(first, 0, Answer.DONE), tap(first, 0, Answer.ON_TRACK), item(first, 0)],
    ]


def test_more_than_five_things_are_a_list(town: Town) -> None:
    owner = town.somebody("Amt")
    for number in range(6):
        town.measure(f"M{number}", responsible_id=owner, **HALF_YEAR)
    assert town.tick("2026-06-30 09:00") == 1
    (row,) = town.message().keys
    assert [key.data for key in row] == [MyMeasures(at=0).pack()]
    assert "6. M5" in town.messages()[0]


def test_one_thing_has_all_the_answers(town: Town) -> None:
    id = town.measure("M1", responsible_id=town.somebody("Amt"), **HALF_YEAR)
    town.tick("2026-06-30 09:00")
    keys = [key.data for row in town.message().keys for key in row]
    assert keys == [tap(id, 0, answer) for answer in Answer]


def test_a_call_closes_at_an_hour_and_does_not_move(town: Town) -> None:
    call(town, responsible_id=town.somebody("Amt"))
    town.tick("2026-06-30 09:00")
    assert town.messages() == [
        (
            "A1 „Maßnahme A1“ ist heute um 12:00 Uhr fällig.\n"
            "Diese Frist ist von außen vorgegeben. Lotse verschiebt sie nicht."
        )
    ]


def call(town: Town, **others: Any) -> int:
    """A call that closes at noon on the 30th."""
    noon = {"due_time": time(12), "statutory": True}
    return town.measure("A1", kind="call", **HALF_YEAR | noon | others)


def test_the_hour_is_said_wherever_the_date_is(town: Town) -> None:
    owner = town.somebody("Amt")
    call(town, responsible_id=owner)
    town.measure("M2", responsible_id=owner, **HALF_YEAR)
    town.tick("2026-06-23 09:00")
    assert (
        "1. A1 „Maßnahme A1“ ist in 7 Tagen fällig, am 30. Juni 2026 um 12:00 Uhr."
        in (town.messages()[0])
    )


def test_after_the_hour_it_is_not_said_to_lie_ahead(town: Town) -> None:
    call(town, responsible_id=town.somebody("Amt"))
    town.tick("2026-06-30 12:00")
    assert "Die Frist ist heute um 12:00 Uhr abgelaufen." in town.messages()[0]


def test_what_closes_at_noon_does_not_wait_for_an_hour_in_the_afternoon(town: Town) -> None:
    owner = town.somebody("Amt", hour=15)
    call(town, responsible_id=owner)
    town.measure("M2", responsible_id=owner, **HALF_YEAR)
    assert town.tick("2026-06-30 08:00") == 1
    assert town.tick("2026-06-30 08:05") == 0
    assert town.tick("2026-06-30 15:00") == 1
    first, second = town.messages()
    assert ("A1" in first, "M2" in first) == (True, False)
    assert second == "M2 „Maßnahme M2“ ist heute fällig."


def test_an_hour_before_that_is_kept(town: Town) -> None:
    call(town, responsible_id=town.somebody("Amt", hour=11))
    assert (town.tick("2026-06-30 08:00"), town.tick("2026-06-30 11:00")) == (0, 1)


def test_why_an_internal_date_counts_earlier_is_said(town: Town) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt"), end=date(2026, 11, 1))
    town.tick("2026-10-29 09:00")
    assert town.messages() == [
        (
            "M1 „Maßnahme M1“ ist in 1 Tag fällig, am 30. Oktober 2026."
            " Der 1. November 2026 selbst ist arbeitsfrei, deshalb zählt der Arbeitstag davor."
        )
    ]


def test_what_the_law_may_do_to_a_free_day_is_said_and_not_assumed(town: Town) -> None:
    owner = town.somebody("Amt")
    town.measure("N1", statutory=True, responsible_id=owner, end=date(2026, 10, 31))
    town.tick("2026-10-30 09:00")
    said = town.messages()[0]
    assert "in 1 Tag fällig, am 31. Oktober 2026." in said
    assert "erst am nächsten Werktag, dem 2. November 2026 (§ 193 BGB, § 31 VwVfG)" in said


@pytest.mark.parametrize("status", ["realised", "established", "postponed", "rejected", "merged"])
def test_what_is_over_needs_no_reminder(town: Town, status: str) -> None:
    town.measure("M1", status=status, responsible_id=town.somebody("Amt"), **HALF_YEAR)
    assert town.tick("2026-06-30 09:00") == 0


def test_silence_for_two_periods_is_asked_about_once(town: Town) -> None:
    owner = town.somebody("Amt")
    town.somebody("Leitung", Role.MANAGER)
    town.measure("M1", responsible_id=owner, last_news=date(2026, 1, 15))
    town.days("2026-07-16", "2026-09-30", "08:05")
    (said,) = town.messages("Amt")
    assert "seit dem 15. Januar 2026 keine Rückmeldung" in said
    assert len(town.messages("Leitung")) == 1
    assert town.sent()[0] == ("2026-07-16", "no_news")


def test_a_date_says_more_than_silence(town: Town) -> None:
    owner = town.somebody("Amt")
    town.measure("M1", responsible_id=owner, **HALF_YEAR | {"last_news": date(2025, 12, 29)})
    town.tick("2026-06-30 09:00")
    assert town.messages() == ["M1 „Maßnahme M1“ ist heute fällig."]
    assert sorted(rung for _, rung in town.sent()) == ["due", "no_news"]
    assert town.tick("2026-06-30 09:05") == 0
