"""Who is reminded, who hears of what is overdue, and by which way."""

import pytest

from models import measure_changes
from models.answers import ShowMeasure
from models.measure_changes import By, News
from models.role import Role
from models.store import Store
from tests.jobs.reminding import HALF_YEAR, Town, away, blocks, in_department, wall


@pytest.fixture
def town(store: Store) -> Town:
    return Town(store)


def test_the_deputy_is_asked_while_somebody_is_away(town: Town) -> None:
    deputy = town.somebody("Vertretung")
    owner = town.somebody("Amt", deputy_id=deputy)
    town.measure("M1", responsible_id=owner, **HALF_YEAR)
    away(town, owner, "2026-06-23", "2026-06-29")
    town.days("2026-06-22", "2026-07-01", "08:05")
    assert [rung for _, rung in town.sent()] == ["before_7", "before_1", "due", "after_1"]
    assert (len(town.messages("Vertretung")), len(town.messages("Amt"))) == (2, 2)


def test_whoever_returns_is_not_asked_again(town: Town) -> None:
    deputy = town.somebody("Vertretung")
    owner = town.somebody("Amt", deputy_id=deputy)
    town.measure("M1", responsible_id=owner, **HALF_YEAR)
    away(town, owner, "2026-06-23", "2026-06-23")
    town.days("2026-06-23", "2026-06-25", "08:05")
    assert (len(town.messages("Vertretung")), len(town.messages("Amt"))) == (1, 0)


def test_what_is_long_overdue_climbs_up_with_tact(town: Town) -> None:
    amt = in_department(town)
    town.somebody("Amtsleitung", department_id=amt, leads=True)
    town.somebody("Leitung", Role.MANAGER)
    deputy = town.somebody("Vertretung")
    town.measure(
        "M1",
        responsible_id=town.somebody("Amt", department_id=amt),
        deputy_id=deputy,
        **HALF_YEAR,
    )
    town.days("2026-07-02", "2026-08-20", "08:05")
    heard = [(f"{row.decided}", row.rung, row.part) for row in town.rows() if row.part]
    assert heard == [
        ("2026-07-02", "after_1", "owner"),
        ("2026-07-07", "after_7", "owner"),
        ("2026-07-07", "after_7", "deputy"),
        ("2026-07-07", "after_7", "coordinator"),
        ("2026-07-14", "after_14", "owner"),
        ("2026-07-14", "after_14", "department_head"),
    ]
    assert "Zuständig: Amt" in town.messages("Amtsleitung")[0]
    arrived = dict(town.arrived)
    show = ShowMeasure(measure=1).pack()
    assert [key.data for row in arrived["Amtsleitung"].keys for key in row] == [show]


def test_where_nobody_is_responsible_the_coordination_hears_of_it(town: Town) -> None:
    town.somebody("Leitung", Role.MANAGER)
    town.measure("M1", **HALF_YEAR)
    town.tick("2026-06-30 09:00")
    assert "noch niemand zuständig" in town.messages("Leitung")[0]


def test_who_blocked_lotse_gets_an_e_mail(town: Town) -> None:
    owner = town.somebody("Amt", email="amt@mittelstadt.example")
    town.measure("M1", responsible_id=owner, **HALF_YEAR)
    blocks(town, "Amt")
    town.tick("2026-06-30 09:00")
    assert [(row.channel, row.address) for row in town.queue()] == [
        ("mail", "amt@mittelstadt.example")
    ]


def test_somebody_without_any_channel_is_reported_once(town: Town) -> None:
    owner = town.somebody("Amt", telegram=False)
    town.somebody("Leitung", Role.MANAGER, hour=15)
    town.measure("M1", responsible_id=owner, **HALF_YEAR)
    town.days("2026-06-29", "2026-07-02", "08:05", "15:05")
    assert len(town.messages()) == 1
    assert {row.state for row in town.rows() if row.account_id == owner} == {"unreachable"}


def test_several_without_a_channel_are_named_in_one_message(town: Town) -> None:
    town.somebody("Leitung", Role.MANAGER)
    for number in range(3):
        owner = town.somebody(f"Amt {number}", telegram=False)
        town.measure(f"M{number}", responsible_id=owner, **HALF_YEAR)
    assert town.tick("2026-06-30 09:00") == 1
    assert "Lotse erreicht Amt 0, Amt 1 und Amt 2 nicht" in town.messages("Leitung")[0]


@pytest.mark.parametrize(("answer", "said"), [("help", "braucht Hilfe"), ("fixed", "nicht halten")])
def test_the_coordination_hears_of_an_answer_with_its_reason(
    town: Town, answer: str, said: str
) -> None:
    owner = town.somebody("Amt")
    town.somebody("Leitung", Role.MANAGER)
    id = town.measure("M1", responsible_id=owner)
    with town.store.transaction() as session:
        by = By(owner, wall("2026-06-29 10:00"))
        note = measure_changes.report(session, id, News(answer), by)
        measure_changes.explain(session, note, "staff")
    assert town.tick("2026-06-29 10:05") == 0
    assert town.tick("2026-06-29 10:10") == 1
    assert town.tick("2026-06-29 10:15") == 0
    (words,) = town.messages("Leitung")
    assert said in words
    assert "Dazu: Personal fehlt" in words


def test_who_is_responsible_from_now_on_hears_of_it(town: Town) -> None:
    first, second = town.somebody("Amt"), town.somebody("Jobcenter")
    manager = town.somebody("Leitung", Role.MANAGER)
    id = town.measure("M1", responsible_id=first)
    with town.store.transaction() as session:
        measure_changes.assign(session, id, second, By(manager, wall("2026-06-29 10:00")))
    town.tick("2026-06-29 10:15")
    assert town.messages() == ["Sie sind jetzt zuständig für M1 „Maßnahme M1“."]
    assert [address for address, _ in town.arrived] == ["Jobcenter"]
