"""The rhythm of reports: how does it stand when a quarter is over, and what do indicators do?"""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert

from models.answers import Answer, ChooseFigure
from models.measure_parts import INDICATOR, VALUE
from models.store import Store
from tests.jobs.reminding import HALF_YEAR, Town, change, tap


@pytest.fixture
def town(store: Store) -> Town:
    return Town(store)


def indicator(town: Town, measure: int, name: str, *values: date, **others: Any) -> None:
    row = {"measure_id": measure, "name": name, "unit": "Personen", "target": 30, **others}
    with town.store.transaction() as session:
        query = insert(INDICATOR).values(**row).returning(INDICATOR.c.id)
        id = session.execute(query).scalar_one()
        for day in values:
            session.execute(insert(VALUE).values(indicator_id=id, day=day, value=12))


def test_at_the_end_of_a_quarter_its_owner_is_asked_and_asked_once_more(town: Town) -> None:
    owner = town.somebody("Amt")
    id = town.measure("M1", responsible_id=owner, last_news=date(2026, 9, 1))
    town.days("2026-12-28", "2027-02-15", "08:05")
    assert town.sent() == [("2027-01-04", "update_1"), ("2027-01-15", "update_10")]
    assert town.messages()[0] == (
        "Wie stand es Ende des Zeitraums (31. Dezember 2026) um M1 „Maßnahme M1“?"
        " Bitte melden Sie es bis zum 15. Januar 2027."
    )
    keys = [key.data for row in town.arrived[0][1].keys for key in row]
    assert keys == [tap(id, 0, answer) for answer in Answer]


def test_who_has_just_told_is_not_asked(town: Town) -> None:
    owner = town.somebody("Amt")
    town.measure("M1", responsible_id=owner, last_news=date(2026, 12, 18))
    town.measure("M2", responsible_id=owner, last_news=date(2026, 12, 17))
    town.tick("2027-01-04 09:00")
    (said,) = town.messages()
    assert ("M1" in said, "M2" in said) == (False, True)


def test_an_answer_ends_the_asking(town: Town) -> None:
    id = town.measure("M1", responsible_id=town.somebody("Amt"), last_news=date(2026, 9, 1))
    town.tick("2027-01-04 09:00")
    change(town, id, last_news=date(2027, 1, 5))
    town.days("2027-01-05", "2027-01-29", "08:05")
    assert len(town.messages()) == 1


@pytest.mark.parametrize(
    ("others", "asked"),
    [
        ({}, ["2027-01-04"]),
        ({"review_months": 6}, ["2027-01-04"]),
        ({"review_months": 12}, ["2027-01-04"]),
        ({"start": date(2026, 12, 31)}, ["2027-01-04"]),
        ({"start": date(2027, 1, 1)}, []),  # had not begun by then
        ({"known_since": date(2027, 1, 2)}, []),  # Lotse did not know of it
        ({"kind": "evidence"}, []),
        ({"status": "draft", "start": None}, []),
        ({"status": "postponed"}, []),
    ],
)
def test_of_whom_news_are_expected(town: Town, others: dict[str, Any], asked: list[str]) -> None:
    usual = {"last_news": date(2026, 11, 1), "responsible_id": town.somebody("Amt")}
    town.measure("M1", **usual | others)
    town.days("2027-01-01", "2027-01-08", "08:05")
    assert [day for day, _ in town.sent()] == asked


def test_a_longer_period_is_asked_of_at_its_own_end(town: Town) -> None:
    usual = {"responsible_id": town.somebody("Amt"), "last_news": date(2026, 1, 1)}
    town.measure("M1", review_months=12, **usual)
    town.days("2026-09-28", "2026-10-20", "08:05")
    assert town.messages() == []


def test_indicators_without_a_value_are_asked_for_together(town: Town) -> None:
    id = town.measure("M1", responsible_id=town.somebody("Amt"))
    indicator(town, id, "Teilnehmende", date(2026, 6, 30))
    indicator(town, id, "Kurse")
    indicator(town, id, "Ehrenamtliche", date(2026, 12, 15))
    town.days("2026-12-28", "2027-02-15", "08:05")
    assert town.sent() == [("2027-01-04", "value_1"), ("2027-01-15", "value_10")]
    assert town.messages()[0] == (
        "Zu M1 „Maßnahme M1“ fehlen Werte zum 31. Dezember 2026: Teilnehmende und Kurse."
    )
    first = town.arrived[0][1].keys[0][0]
    assert (first.label, first.data) == (
        "Wert eintragen",
        ChooseFigure(measure=id, day=date(2026, 12, 31)).pack(),
    )


def test_a_value_is_due_on_the_day_of_its_target(town: Town) -> None:
    id = town.measure("M1", responsible_id=town.somebody("Amt"))
    indicator(town, id, "Kurse", date(2026, 12, 31), target_date=date(2027, 3, 15))
    town.days("2027-03-10", "2027-03-20", "08:05")
    assert town.sent() == [("2027-03-16", "value_1")]
    assert "fehlen Werte zum 15. März 2027: Kurse." in town.messages()[0]


def test_a_date_a_report_and_a_value_come_as_one_message(town: Town) -> None:
    owner = town.somebody("Amt")
    due = HALF_YEAR | {"end": date(2027, 1, 4), "last_news": date(2026, 10, 1)}
    id = town.measure("M1", responsible_id=owner, **due)
    indicator(town, id, "Kurse")
    assert town.tick("2027-01-04 09:00") == 1
    lines = town.messages()[0].splitlines()
    assert [line[:3] for line in lines] == ["2 E", "1. ", "2. "]  # the date says that news are due
    assert "heute fällig" in lines[1]
    assert "fehlen Werte" in lines[2]


def test_later_is_about_what_was_asked_and_not_about_an_end_years_away(town: Town) -> None:
    owner = town.somebody("Amt")
    end = {"end": date(2029, 12, 31), "end_precision": "year", "last_news": date(2026, 9, 1)}
    id = town.measure("M1", responsible_id=owner, **end)
    town.tick("2027-01-04 09:00")
    town.later(id, owner, date(2027, 1, 4), date(2027, 1, 7))
    town.tick("2027-01-07 09:00")
    assert [said[:10] for said in town.messages()] == ["Wie stand ", "Wie stand "]


def test_while_a_long_silence_is_asked_about_the_report_is_not(town: Town) -> None:
    town.measure("M1", responsible_id=town.somebody("Amt"), last_news=date(2026, 7, 2))
    town.days("2027-01-01", "2027-02-26", "08:05")
    assert [rung for _, rung in town.sent()] == ["no_news"]
    town.days("2027-03-29", "2027-04-20", "08:05")
    assert [rung for _, rung in town.sent()[1:]] == ["update_1", "update_10"]


def test_in_a_list_a_report_has_no_button_that_seems_to_say_reported(town: Town) -> None:
    owner = town.somebody("Amt")
    for number in ("M1", "M2"):
        town.measure(number, responsible_id=owner, last_news=date(2026, 9, 1))
    town.tick("2027-01-04 09:00")
    labels = [[key.label for key in row] for row in town.message().keys]
    assert labels == [["1: läuft", "1: anderes …"], ["2: läuft", "2: anderes …"]]
