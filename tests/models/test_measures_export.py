"""What is exported is imported as the same, in every format."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from models import measures
from models.exports.files import write
from models.exports.measures import measures_table
from models.imports.measure_columns import SHEETS
from models.imports.measure_words import SPOKEN, meanings
from models.imports.measures import apply, plan, report
from models.imports.measures_table import read_measures
from models.imports.problems import Unreadable
from models.imports.table import Table, read
from models.measure_changes import assign
from models.measure_record import Measure
from models.store import Store
from tests.models.measure_tables import (
    CAFE,
    CALL,
    DEPARTMENTS,
    KNOWN,
    imports,
    reading,
    table,
    whole,
)
from tests.models.measure_towns import TODAY, account, by
from tests.models.test_measures_table import NAMES

ENDINGS = (".xlsx", ".csv", ".json", "")
WHOLE = (".xlsx", ".json", "")
"""The formats that hold all sheets."""


def exported(session: Session) -> Table:
    return measures_table(session, "table", TODAY)


def through(path: Path, wanted: Table) -> Table:
    """The table as it comes back from a file."""
    write(path, wanted)
    return read(path, SHEETS)


def plain(measure: Measure) -> Measure:
    """A measure without the ids that another database gives it."""
    steps = tuple(replace(step, id=0) for step in measure.steps)
    indicators = tuple(replace(indicator, id=0) for indicator in measure.indicators)
    return replace(measure, id=0, department_id=0, steps=steps, indicators=indicators)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_export_changes_nothing_where_it_comes_from(
    store: Store, tmp_path: Path, ending: str
) -> None:
    imports(store, whole(CAFE | {"end": "laufend", "department": "51"}, CALL))
    with store.transaction() as session:
        again = through(tmp_path / f"out{ending}", exported(session))
    assert not imports(store, again).anything


@pytest.mark.parametrize("ending", WHOLE)
def test_an_export_makes_the_same_town_elsewhere(
    store: Store, shared: Engine, tmp_path: Path, ending: str
) -> None:
    imports(store, whole(CAFE, CALL | {"department": "51", "deputy": None}))
    with store.transaction() as session:
        table = through(tmp_path / f"out{ending}", exported(session))
        before = [plain(measure) for measure in measures.load(session, TODAY)]
        history = list(measures.all_date_changes(session).values())
    with Session(shared) as session:
        found = read_measures(table, KNOWN)
        apply(session, plan(session, reading(session, table), "table", by()), by())
        assert [plain(measure) for measure in measures.load(session, TODAY)] == before
        assert list(measures.all_date_changes(session).values()) == history
        session.rollback()
    assert found.problems == ()


def test_accounts_are_found_again(store: Store, tmp_path: Path) -> None:
    with store.transaction() as session:
        owners = [
            account(session, "Amt <Mitte>"),
            account(session, "Amt <Mitte>"),
            account(session, "Jugendamt", email="jugend@example.org"),
            account(session, "Schulamt", email="schule@example.org", source_id="A7"),
        ]
        deputies = ["#1", "jugend@example.org", "A7", "#2"]
    rows = [CAFE | {"number": f"M{n}", "deputy": deputies[n]} for n in range(4)]
    imports(store, table(*rows))
    with store.transaction() as session:
        for measure, owner in zip(measures.load(session, TODAY), owners, strict=True):
            assign(session, measure.id, owner, by())
        again = through(tmp_path / "out.xlsx", exported(session))
        before = measures.load(session, TODAY)
    assert not imports(store, again).anything
    with store.transaction() as session:
        assert measures.load(session, TODAY) == before
    responsible = [
        row[again.sheets[0].rows[0].index("responsible")] for row in again.sheets[0].rows
    ]
    assert responsible[3:] == ["Volkshochschule <jugend@example.org>", "Volkshochschule <A7>"]


def test_only_one_source_is_exported_and_nothing_inactive(store: Store) -> None:
    imports(store, table(CAFE, CALL))
    imports(store, table(CAFE | {"title": "Anders"}), "other")
    imports(store, table(CALL))
    with store.transaction() as session:
        assert [row[0] for row in exported(session).sheets[0].rows] == ["number", "F-01"]


def test_a_workbook_is_pleasant_to_work_in(store: Store, tmp_path: Path) -> None:
    imports(store, whole(CAFE | {"title": "=1+1"}, CALL))
    with store.transaction() as session:
        write(tmp_path / "out.xlsx", exported(session))
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == list(SHEETS)
    page = book["measures"]
    assert page.freeze_panes == "B2"
    assert page["A1"].font.bold
    cells = {name.value: cell for name, cell in zip(page[1], page[3], strict=True)}
    assert cells["title"].value == "=1+1"
    assert cells["title"].data_type == "s"
    assert cells["status"].value == "in Umsetzung"
    assert cells["last_news"].number_format == "DD.MM.YYYY"
    assert cells["start"].value == "1. Quartal 2026"


def test_a_lone_csv_file_is_one_for_german_excel(store: Store, tmp_path: Path) -> None:
    imports(store, whole())
    with store.transaction() as session:
        write(tmp_path / "out.csv", exported(session))
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    call, cafe = csv.DictReader(text.splitlines(), delimiter=";")
    assert (call["end"], call["due_time"], call["statutory"]) == ("01.12.2026", "12:00", "ja")
    assert (cafe["cost_plan"], cafe["cost_actual"], cafe["completion"]) == ("12500", "1200,5", "40")


def test_an_ending_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"expected \.xlsx, \.csv, \.json, or none"):
        write(tmp_path / "out.pdf", Table("", ()))


READABLE = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
LETTERS = st.text(READABLE | st.sampled_from("\n\t;\"'"), max_size=40) | st.sampled_from(
    ["_x000D_", "=1", "True", "1.5", "a<b>"]
)
FILLED = LETTERS.map(lambda text: f"x{text}")
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
POINTS = st.sampled_from(["März 2027", "2. Halbjahr 2028", "2031", "4. Quartal 2027", "offen"])
FIGURES = st.floats(-1e9, 1e9) | st.integers(-10, 10**9)
CELLS = {
    **dict.fromkeys(NAMES["measures"], LETTERS),
    **dict.fromkeys(("start", "end"), DAYS | POINTS),
    **dict.fromkeys(("cost_plan", "cost_actual"), st.integers(0, 10**8).map(lambda x: x / 100)),
    **dict.fromkeys(("endangered", "statutory", "running"), st.booleans()),
    **dict.fromkeys(("decision_date", "last_news", "evaluation"), st.dates()),
    **dict.fromkeys(("binding_since", "submitted_on"), st.dates()),
    **{name: st.sampled_from(sorted(meanings(words))) for name, words in SPOKEN.items()},
    "title": FILLED,
    "field": st.sampled_from(["SPR", "Bildung"]),
    "department": st.sampled_from(["51", "Dezernat Soziales"]),
    "due_time": st.times(),
    "merged_into": st.just("F-01"),
    "link": st.just("https://www.example.org/a?b=1&c=ü"),
    "completion": st.integers(0, 100),
    "review_months": st.integers(1, 60),
}
STEP = st.fixed_dictionaries(
    {
        "name": FILLED,
        "due": DAYS | POINTS,
        "begun": st.booleans(),
        "done_on": st.dates(),
        "comment": LETTERS,
    }
)
INDICATOR = st.fixed_dictionaries(
    {"name": FILLED, "unit": LETTERS, "baseline": FIGURES, "target": FIGURES}
)


MOVE = st.fixed_dictionaries(
    {
        "changed_on": st.dates(),
        "old": DAYS | POINTS,
        "new": DAYS | POINTS,
        "reason": FILLED | st.sampled_from(["staff", "Geld fehlt", "zeit fehlt"]),
    }
)
SET_ELSEWHERE = ("number", "period", "light", "deputy")
CHANGED = [name for name in NAMES["measures"] if name not in SET_ELSEWHERE]
CHANGES = st.sampled_from(CHANGED).flatmap(lambda name: st.tuples(st.just(name), CELLS[name]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    st.lists(CHANGES, max_size=6).map(dict),
    st.fixed_dictionaries(
        {
            "steps": st.lists(STEP, max_size=3),
            "indicators": st.lists(INDICATOR, max_size=2),
            "date_changes": st.lists(MOVE, max_size=2),
        }
    ),
    st.sampled_from(WHOLE),
)
def test_importing_what_was_exported_is_the_identity(
    shared: Engine,
    tmp_path: Path,
    cells: dict[str, Any],
    sheets: dict[str, list[dict[str, Any]]],
    ending: str,
) -> None:
    ours = {"number": "SPR-01"}
    filled = {name: tuple(ours | row for row in rows) for name, rows in sheets.items() if rows}
    given_table = table(CAFE | cells, CALL, departments=DEPARTMENTS, **filled)
    with Session(shared) as session:
        found = read_measures(given_table, KNOWN)
        if not found.problems:
            apply(session, plan(session, found, "table", by()), by())
            again = read_measures(through(tmp_path / f"out{ending}", exported(session)), KNOWN)
            assert [str(problem) for problem in again.problems] == []
            assert [x for x in report(plan(session, again, "table", by())).rows if x.changed] == []
        session.rollback()
