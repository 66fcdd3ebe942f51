"""Who is asked while somebody is away, and who leads a department."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from models import absences, accounts, departments, groups
from models.base import Session
from models.imports.unit_writing import department_ids, write_departments, write_groups
from models.store import Store
from tests.people import account

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as opened:
        yield opened


def chain(session: Session, deputies: list[int | None]) -> list[int]:
    """Accounts; `deputies` are numbers in this list."""
    made = [account(session) for _ in deputies]
    for mine, deputy in zip(made, deputies, strict=True):
        accounts.change(session, mine, deputy_id=None if deputy is None else made[deputy])
    return made


def test_the_deputy_is_asked_from_the_first_to_the_last_day(session: Session) -> None:
    she, deputy = chain(session, [1, None])
    absences.add(session, she, MONDAY, MONDAY + DAY)
    days = [MONDAY - DAY, MONDAY, MONDAY + DAY, MONDAY + 2 * DAY]
    asked = [absences.acting_for(session, she, day) for day in days]
    assert asked == [she, deputy, deputy, she]


def test_the_deputys_deputy_stands_in_for_both(session: Session) -> None:
    she, deputy, third = chain(session, [1, 2, None])
    for away in (she, deputy):
        absences.add(session, away, MONDAY, MONDAY)
    assert absences.acting_for(session, she, MONDAY) == third


@pytest.mark.parametrize("deputies", [[None], [0], [1, 0], [1, 2, 0], [1, 2, 1], [1, None]])
def test_when_all_are_away_she_is_asked_herself(
    session: Session, deputies: list[int | None]
) -> None:
    made = chain(session, deputies)
    for away in made:
        absences.add(session, away, MONDAY, MONDAY)
    assert absences.acting_for(session, made[0], MONDAY) == made[0]


def test_the_same_absence_twice_is_one_and_a_longer_one_swallows_it(session: Session) -> None:
    (she,) = chain(session, [None])
    for last in (MONDAY, MONDAY, MONDAY + 4 * DAY, MONDAY + DAY):
        absences.add(session, she, MONDAY, last)
    (one,) = absences.of(session, she, MONDAY)
    assert (one.first, one.last) == (MONDAY, MONDAY + 4 * DAY)
    assert not absences.remove(session, she + 1, one.id)
    assert absences.remove(session, she, one.id)


def test_absences_go_when_their_last_day_is_over(session: Session) -> None:
    (she,) = chain(session, [None])
    absences.add(session, she, MONDAY, MONDAY)
    assert absences.forget_past(session, MONDAY) == 0
    assert absences.forget_past(session, MONDAY + DAY) == 1


SPANS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)


@given(st.lists(SPANS, max_size=6))
def test_she_is_away_on_the_days_of_all_her_absences(
    shared: Engine, spans: list[list[int]]
) -> None:
    with Session(shared) as session:
        she = account(session)
        for first, last in spans:
            absences.add(session, she, MONDAY + first * DAY, MONDAY + last * DAY)
        away = {n for n in range(12) if absences.is_away(session, she, MONDAY + n * DAY)}
        session.rollback()
    assert away == {n for first, last in spans for n in range(first, last + 1)}


def units(session: Session) -> dict[str, int]:
    rows = [
        {"code": "D2", "name": "Dezernat II", "kind": "dezernat", "parent": ""},
        {"code": "50", "name": "Amt für Soziales", "kind": "amt", "parent": "D2"},
        {"code": "50.1", "name": "Sachgebiet Integration", "kind": "other", "parent": "50"},
    ]
    write_departments(session, rows)
    return department_ids(session)


def test_the_head_is_the_nearest_one_above_and_never_herself(session: Session) -> None:
    ids = units(session)
    she, head, top = (account(session) for _ in range(3))
    accounts.change(session, she, department_id=ids["50.1"])
    assert departments.head_of(session, ids["50.1"]) is None
    accounts.change(session, top, department_id=ids["D2"], leads=True)
    assert departments.head_of(session, ids["50.1"]) == top
    accounts.change(session, head, department_id=ids["50"], leads=True)
    assert departments.head_of(session, ids["50.1"]) == head
    assert departments.head_of(session, ids["50"], besides=head) == top
    assert departments.head_of(session, ids["D2"], besides=top) is None


def test_departments_in_a_circle_end(session: Session) -> None:
    ids = units(session)
    row = departments.TABLE
    circle = row.update().where(row.c.code == "D2").values(parent_id=ids["50.1"])
    session.execute(circle)
    assert departments.head_of(session, ids["50"]) is None
    assert session.scalar(select(row.c.parent_id).where(row.c.code == "D2")) == ids["50.1"]


def test_the_steering_group_is_each_member_once(session: Session) -> None:
    write_groups(
        session,
        [
            {"code": "SG", "name": "Steuerungsgruppe", "kind": "steering", "field": ""},
            {"code": "LR", "name": "Lenkungsrunde", "kind": "steering", "field": ""},
            {"code": "AG1", "name": "AG Sprache", "kind": "working", "field": ""},
        ],
    )
    by_code = {group.code: group.id for group in groups.everyone(session)}
    one, two = account(session), account(session)
    groups.put(session, one, [by_code["SG"], by_code["LR"]])
    groups.put(session, two, [by_code["SG"], by_code["AG1"]])
    assert groups.members_of_kind(session, groups.STEERING) == [one, two]
    assert groups.members(session, by_code["AG1"]) == [two]
    assert [group.name for group in groups.of(session, one)] == [
        "Lenkungsrunde",
        "Steuerungsgruppe",
    ]
    groups.put(session, two, [])
    assert groups.members_of_kind(session, groups.STEERING) == [one]
