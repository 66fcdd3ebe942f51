"""What is wrong with a table of people is said with sheet, row, column and what is expected."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Session
from models.imports.measure_known import Known
from models.imports.people_columns import PEOPLE_FORM, ROLES
from models.imports.people_table import read_people
from models.imports.table import Table
from models.role import Role
from models.store import Store
from tests.house.project import ROOT
from tests.models.offer_tables import sheet
from tests.models.people_tables import BOSS, SCHOOL, reading, table
from tests.people import account


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.transaction() as opened:
        yield opened


ALONE = SCHOOL | {"deputy": ""}
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "id": ({"id": "a b"}, "“a b” is no id"),
    "no id": ({"id": ""}, "expected an id that stays the same for good"),
    "no name": ({"name": ""}, "expected what the post is called"),
    "email": ({"email": "a@b"}, "“a@b” is no e-mail address"),
    "role": ({"role": "Masnahmen"}, "“Masnahmen” is no role; did you mean “Maßnahmen”?"),
    "department": ({"department": "Sozialampt"}, "did you mean “sozialamt”?"),
    "leads": ({"leads": "manchmal"}, "neither yes nor no"),
    "deputy": ({"deputy": "vsh"}, "there is nobody “vsh”; did you mean “vhs”?"),
    "own deputy": ({"deputy": "ib"}, "nobody stands in for herself"),
    "language": ({"language": "Vulkanisch"}, "unknown language"),
    "languages": ({"language": "de; ar"}, "“de; ar” is not one language"),
    "groups": ({"groups": "STG; AGX"}, "unknown code “AGX”"),
}


@pytest.mark.parametrize(("cells", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_cell_is_named_with_its_place(
    session: Session, cells: dict[str, Any], sentence: str
) -> None:
    (problem,) = reading(session, BOSS | cells, ALONE).problems
    assert str(problem).startswith("angebote.xlsx, sheet people, row 2, column ")
    assert problem.column.endswith(f"({next(iter(cells))})")
    assert sentence in problem.sentence


def test_who_leads_nothing_is_asked_what(session: Session) -> None:
    (problem,) = reading(session, ALONE | {"leads": "ja"}).problems
    assert "a department that she leads" in problem.sentence


@pytest.mark.parametrize("column", ["id", "email"])
def test_no_two_rows_are_alike(session: Session, column: str) -> None:
    twin = ALONE | {column: BOSS[column]}
    (problem,) = reading(session, BOSS, twin).problems
    assert (problem.row, problem.column[-len(column) - 2 :]) == (3, f"({column})")
    assert "already stands in row 2" in problem.sentence


def test_a_deputy_may_be_somebody_who_is_stored_already(session: Session) -> None:
    there = account(session, name="Jugendamt")
    found = reading(session, BOSS | {"deputy": "Jugendamt"}, SCHOOL)
    assert found.problems == ()
    assert [entry.values.get("deputy") for entry in found.people] == [there, "ib"]


def test_a_table_without_people_is_refused(session: Session) -> None:
    empty = Table("x.xlsx", (sheet("people", {"id": "", "name": ""}),))
    (problem,) = read_people(empty, Known(), {}).problems
    assert "at least one row" in problem.sentence
    (problem,) = read_people(Table("x.xlsx", (sheet("offers", {"id": "1"}),)), Known(), {}).problems
    assert "there is no sheet “people”" in problem.sentence


@pytest.mark.parametrize("role", Role)
def test_each_role_has_german_words(session: Session, role: Role) -> None:
    for word in (str(role), *ROLES[role].split("|")):
        found = reading(session, {"id": "x", "name": "x", "role": word.upper()})
        assert [entry.roles for entry in found.people] == [(role,)]


@given(st.dictionaries(st.sampled_from(sorted(PEOPLE_FORM.plain)), st.text() | st.integers()))
def test_whatever_stands_in_cells_is_read_or_refused(cells: dict[str, Any]) -> None:
    found = read_people(table(BOSS | cells), Known(), {})
    assert found.problems or found.people


def test_the_documentation_has_every_column() -> None:
    page = Path(ROOT / "docs" / "people-table.md").read_text("utf-8")
    written = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    assert written == set(PEOPLE_FORM.plain)
    assert [words for words in ROLES.values() if f"`{words.split('|')[0]}`" not in page] == []
