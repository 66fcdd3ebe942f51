"""What is wrong with a table of measures is said with sheet, row, column, and all at once."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from models.imports.measure_columns import FORMS
from models.imports.measure_known import Known
from models.imports.measure_words import SPOKEN, german
from models.imports.measures import apply, plan, report
from models.imports.measures_table import read_measures
from models.imports.table import Sheet, Table
from tests.models.measure_tables import (
    CAFE,
    CALL,
    DATE_CHANGES,
    DEPARTMENTS,
    GROUPS,
    INDICATORS,
    KNOWN,
    STEPS,
    VALUES,
    problems,
    table,
    whole,
)
from tests.models.measure_towns import by

CELLS: dict[str, Any] = {
    "number": "SPR 01",
    "kind": "Aufgabe",
    "title": "x" * 501,
    "field": "Sprach",
    "type": "Versuch",
    "origin": "alt",
    "priority": "egal",
    "status": "bald",
    "light": "lila",
    "endangered": "vielleicht",
    "start": "demnächst",
    "end": "31.02.2027",
    "running": "immer",
    "due_time": "25:00",
    "statutory": "wohl",
    "review_months": 0,
    "department": "99",
    "deputy": "niemand@example.org",
    "responsible": "niemand@example.org",
    "cost_plan": "viel",
    "cost_actual": "12,345",
    "decision_date": "im Mai",
    "visibility": "geheim",
    "completion": "140 %",
    "last_news": "gestern",
    "description": "a\x07b",
    "staff": True,
}


@pytest.mark.parametrize("name", CELLS)
def test_a_wrong_cell_is_named_by_row_and_column(name: str) -> None:
    wrong = CAFE | {"light_reason": "Grund", name: CELLS[name]}
    (problem,) = read_measures(table(CALL, wrong), KNOWN).problems
    assert (problem.file, problem.sheet, problem.row) == ("massnahmen.xlsx", "measures", 3)
    assert problem.column.endswith(f" ({name})")


def test_the_sentences_read_well() -> None:
    wrong = CAFE | {"end": "31.02.2027", "cost_plan": "12,345", "responsible": "Amt <x@y.de>"}
    places, sentences = zip(*(x.split(": ", 1) for x in problems(wrong)), strict=True)
    row = "massnahmen.xlsx, sheet measures, row 2, column"
    assert places == (f"{row} N (end)", f"{row} Q (cost_plan)", f"{row} P (responsible)")
    day, amount, account = sentences
    assert day.startswith("“31.02.2027” is a day that no calendar has; expected such as")
    assert amount == "“12,345” is no amount in euros; expected such as 12.500 or 12500,50"
    assert account.startswith("there is no account “x@y.de”; expected the e-mail address or")


AMOUNTS = {"12500": 12500, "12.500": 12500, "1.234.567,89": 1234567.89, "0": 0, "7,5 €": 7.5}


@pytest.mark.parametrize("written", AMOUNTS)
def test_amounts_are_read_as_germans_write_them(written: str) -> None:
    (entry,) = read_measures(table(CAFE | {"cost_plan": written}), KNOWN).measures
    assert entry.values["cost_plan"] == AMOUNTS[written]


PERIODS = {
    "2. Quartal 2027": ("2027-04-01", "2027-06-30", False),
    "bis Ende 2026": ("None", "2026-12-31", False),
    "laufend": ("None", "None", True),
    "seit 2024 laufend": ("2024-01-01", "None", True),
    "2026–2028": ("2026-01-01", "2028-12-31", False),
    "offen": ("None", "None", False),
}


@pytest.mark.parametrize("written", PERIODS)
def test_one_column_can_hold_the_whole_period(written: str) -> None:
    measure = CALL | {"end": None, "period": written}
    (entry,) = read_measures(table(measure), KNOWN).measures
    found = entry.values
    assert (str(found["start"]), str(found["end"]), found["running"]) == PERIODS[written]


def test_a_start_can_say_from_when() -> None:
    for written in ("seit 2024", "ab Januar 2024", "2024"):
        (entry,) = read_measures(table(CAFE | {"start": written}), KNOWN).measures
        assert str(entry.values["start"]) == "2024-01-01"


@pytest.mark.parametrize(
    ("column", "written", "said"),
    [
        ("start", "2024 bis 2026", "is no single date; expected one such as 2. Quartal 2027, or"),
        ("start", "bis 2026", "is no single date"),
        ("start", "2024, laufend", "expected “laufend” in the column “end”"),
        ("start", "laufend", "expected “laufend” in the column “end”"),
        ("start", "kurzfristig", "“kurzfristig” names no date; expected by when"),
        ("end", "mittelfristig", "“mittelfristig” names no date; expected by when"),
        ("end", "bis März", "“bis März” has no year"),
        ("end", "2024 bis 2026", "or both dates in the column “period”"),
        ("end", "31.02.2027", "a day that no calendar has"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(
    column: str, written: str, said: str
) -> None:
    assert said in problems(CAFE | {column: written})[0]


def test_an_end_can_be_that_there_is_none() -> None:
    (entry,) = read_measures(table(CAFE | {"end": "laufend"}), KNOWN).measures
    assert (entry.values["end"], entry.values["running"]) == (None, True)


def test_a_period_and_an_end_are_one_too_many() -> None:
    (problem,) = problems(CAFE | {"period": "2027"})
    assert "there is a period and a start or an end too" in problem


def test_a_measure_does_not_end_before_it_begins() -> None:
    (problem,) = problems(CAFE | {"start": "2027"})
    assert "column N (end): the measure ends before it begins" in problem


def test_a_measure_needs_its_field_and_an_obligation_does_not() -> None:
    assert problems(CALL) == []
    (problem,) = problems(CALL | {"kind": "Maßnahme"})
    assert "the cell is empty; expected the field of action" in problem


def test_a_light_needs_a_reason() -> None:
    (problem,) = problems(CAFE | {"light": "rot"})
    assert "light_reason: the cell is empty; expected why the light is set" in problem


def test_a_goal_stands_below_one_main_goal() -> None:
    other = CAFE | {"number": "SPR-02", "main_goal": "Etwas anderes"}
    (problem,) = problems(CAFE, other)
    assert "row 3, column D (main_goal): the goal stands below another main goal" in problem
    (alone,) = problems(CAFE | {"main_goal": None})
    assert "expected the main goal above the goal" in alone


def test_a_number_stands_once() -> None:
    (problem,) = problems(CAFE, CALL, CAFE)
    assert "row 4, column A (number): the id “SPR-01” already stands in row 2" in problem


SHEETS: list[tuple[str, dict[str, Any], str]] = [
    ("steps", {"number": "SPR-1"}, "no measure “SPR-1” in the sheet measures; did you mean"),
    ("steps", {"name": "Ehrenamtliche schulen"}, "already stands in row 2"),
    ("steps", {"name": None}, "expected what is to be done"),
    ("steps", {"due": "bald"}, "“bald” names no date"),
    ("indicators", {"name": "Gäste je Abend"}, "already stands in row 2"),
    ("indicators", {"target": "viele"}, "is no figure"),
    ("values", {"indicator": "Cafe"}, "has no indicator “Cafe” in the sheet indicators; did you"),
    ("values", {"day": "30.06.2026"}, "already stands in row 2"),
    ("values", {"value": None}, "expected the figure"),
    ("date_changes", {"new": "laufend"}, "is no single date; expected one such"),
    ("date_changes", {"reason": None}, "expected why the date was moved"),
    ("date_changes", {"step": "Raume finden"}, "no step “Raume finden” in the sheet steps; did"),
    ("date_changes", {"which": "Mitte"}, "is not one of Beginn, Ende"),
    ("departments", {"parent": "D9"}, "unknown code “D9”"),
    ("departments", {"code": "51", "parent": "51"}, "“51” stands below itself"),
    ("groups", {"kind": "Verein"}, "is not one of Steuerungsgruppe, Arbeitsgruppe, Netzwerk"),
    ("groups", {"field": "XYZ"}, "unknown code “XYZ”"),
]


@pytest.mark.parametrize(("name", "change", "said"), SHEETS)
def test_the_other_sheets_are_checked_as_well(name: str, change: dict[str, Any], said: str) -> None:
    sheets: dict[str, tuple[dict[str, Any], ...]] = {
        "steps": STEPS,
        "indicators": INDICATORS,
        "values": VALUES,
        "date_changes": DATE_CHANGES,
        "departments": (),
        "groups": GROUPS,
    }
    rows = {"departments": DEPARTMENTS[:1]}.get(name, sheets[name])
    first, *others = rows
    wrong = sheets | {name: (*others, first | change)}
    found = problems(CAFE, CALL, **{k: v for k, v in wrong.items() if v})
    assert any(f"sheet {name}, row " in problem and said in problem for problem in found)


def test_a_circle_of_departments_is_found() -> None:
    circle = ({"code": "A", "name": "a", "parent": "B"}, {"code": "B", "name": "b", "parent": "A"})
    assert len(problems(CAFE, departments=circle)) == 2


def test_a_table_without_measures_takes_nothing_away() -> None:
    header = Sheet("x.csv", "measures", (("number", "title"),))
    (problem,) = read_measures(Table("x.csv", (header,)), KNOWN).problems
    assert problem.code == "no_measures"


def test_a_workbook_without_the_sheet_is_a_problem() -> None:
    sheets = (Sheet("x.xlsx", "Tabelle1", ()), Sheet("x.xlsx", "Tabelle2", ()))
    (problem,) = read_measures(Table("x.xlsx", sheets), KNOWN).problems
    assert str(problem) == "x.xlsx: there is no sheet “measures”; found Tabelle1, Tabelle2"


def test_without_fields_of_action_any_code_is_one() -> None:
    assert read_measures(table(CAFE | {"field": "HF3"}), Known()).problems == ()
    (problem,) = read_measures(table(CAFE | {"field": "x" * 17}), Known()).problems
    assert "expected at most 16" in str(problem)


NAMES = {name: list(form.plain) for name, form in FORMS.items()}
TEXT = st.text(max_size=30)
GIVEN = [str(value) for row in (CAFE, CALL, *STEPS, *INDICATORS, *VALUES) for value in row.values()]
CELL = st.one_of(
    TEXT,
    st.sampled_from([*GIVEN, "laufend", "nan", "1e999", "-0", "#1", "a<b>", "<#1>", "00"]),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.none(),
)
SHEET_NAMES = st.sampled_from(list(FORMS))


@given(st.data())
def test_any_table_gives_measures_or_problems_with_their_places(data: st.DataObject) -> None:
    sheets = []
    for name in data.draw(st.lists(SHEET_NAMES, unique=True, min_size=1)):
        header = data.draw(st.lists(st.sampled_from(NAMES[name]) | TEXT, max_size=6))
        rows = data.draw(st.lists(st.lists(CELL, max_size=7), max_size=3))
        sheets.append(Sheet("x.csv", name, tuple(map(tuple, [header, *rows]))))
    reading = read_measures(Table("x.csv", tuple(sheets)), KNOWN)
    for problem in reading.problems:
        assert str(problem).startswith("x.csv")
        assert "\n" not in str(problem)
    if not reading.problems:
        assert all(x.number and x.values["title"] for x in reading.measures)


@given(st.dictionaries(st.sampled_from(NAMES["measures"]), CELL, max_size=5))
def test_what_comes_through_the_checks_is_stored_as_it_was_read(
    shared: Engine, changes: dict[str, Any]
) -> None:
    with Session(shared) as session:
        reading = read_measures(whole(CAFE | changes, CALL), Known())
        if not reading.problems:
            apply(session, plan(session, reading, "table", by()), by())
            assert not report(plan(session, reading, "table", by())).anything
        session.rollback()


DOCUMENTATION = (Path(__file__).parents[2] / "docs" / "measures-table.md").read_text("utf-8")


@pytest.mark.parametrize("name", FORMS)
def test_every_column_is_explained(name: str) -> None:
    section = DOCUMENTATION.partition(f"## Sheet `{name}`")[2].partition("\n## ")[0]
    assert [column for column in FORMS[name].plain if f"`{column}`" not in section] == []


@pytest.mark.parametrize("name", SPOKEN)
def test_every_word_that_a_column_may_hold_is_explained(name: str) -> None:
    words = {german(SPOKEN[name], meaning) for meaning in SPOKEN[name]}
    assert [word for word in words if f"`{word}`" not in DOCUMENTATION] == []


def test_the_spellings_of_dates_that_are_explained_are_read() -> None:
    section = DOCUMENTATION.partition("## Dates")[2].partition("## Sheet")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")]
    named = {row.split("|")[1].strip(): re.findall(r"`([^`]+)`", row) for row in rows[1:]}
    for precision, written in named.items():
        for example in written:
            (entry,) = read_measures(table(CAFE | {"start": None, "end": example}), KNOWN).measures
            assert entry.values["end_precision"].replace("_", "-") == precision
    assert len(named) == 6
