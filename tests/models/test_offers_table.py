"""What is wrong with a table is said with sheet, row, column and what is expected, all at once."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from models.imports.offer_columns import FIELD_FORM, OFFER_FORM
from models.imports.offer_part_columns import FORMS
from models.imports.offers import apply, plan, report
from models.imports.offers_table import read_offers
from models.imports.problems import SENTENCES
from models.imports.table import Sheet, Table
from models.taxonomy import KNOWN_TARGET_GROUPS
from tests.models.offer_tables import CAFE, COURSE, TOPICS, sheet, table


def problems(*offers: dict[str, Any]) -> list[str]:
    return [str(problem) for problem in read_offers(table(*offers), TOPICS).problems]


CELLS: dict[str, Any] = {
    "id": "a b",
    "organization_url": "www.example.org",
    "cost_amount": "viel",
    "topics": "german_curse",
    "target_groups": "woman",
    "postal_code": "1234",
    "wheelchair": "vielleicht",
    "online": "manchmal",
    "opening_hours": "Mo 9",
    "phone": 361123456,
    "email": "a@b",
    "website": "ftp://example.org/x",
    "languages": "Arabish",
    "status": "zu",
    "kind": "Dings",
    "minimum_age": "-1",
    "open_on_holidays": "manchmal",
    "keeper_email": "a@b",
    "page::de": "seite",
    "organization_id": "a b",
    "valid_until": "31.2.2027",
    "title::de": "x" * 301,
    "short_answer::de": "x" * 301,
    "title::ar": "a\x07b",
    "source": True,
    "keeper": "#N/A",
}


@pytest.mark.parametrize("name", CELLS)
def test_a_wrong_cell_is_named_by_row_and_column(name: str) -> None:
    found = read_offers(table(CAFE, COURSE | {name: CELLS[name]}), TOPICS).problems
    (problem,) = found
    assert (problem.file, problem.sheet, problem.row) == ("angebote.xlsx", "offers", 3)
    assert problem.column.endswith(f" ({name})")
    assert (
        "expected" in problem.sentence
        or "not one of" in problem.sentence
        or name
        in (
            "topics",
            "target_groups",
            "title::ar",
            "minimum_age",
        )
    )


def test_the_sentence_reads_well() -> None:
    (problem,) = problems(COURSE | {"online": "manchmal"})
    place, _, sentence = problem.partition(": ")
    assert place == "angebote.xlsx, sheet offers, row 2, column AA (online)"
    assert sentence == (
        "“manchmal” is neither yes nor no; expected ja, nein, yes, no or an empty cell"
    )


def test_the_nearest_name_is_offered() -> None:
    (unknown,) = problems(COURSE | {"titel::de": "x"})
    assert "unknown column “titel::de”; did you mean “title::de”?" in unknown
    (language,) = problems(COURSE | {"title::arb-": "x"})
    assert "unknown language “arb-”" in language
    (topic,) = problems(COURSE | {"topics": "german_curse"})
    assert "did you mean “german_course”?" in topic
    (spoken,) = problems(COURSE | {"languages": "Arabish"})
    assert "did you mean “arabisch”?" in spoken


def test_several_problems_come_at_once() -> None:
    bad = (COURSE | {"phone": "-", "email": "-"}, CAFE | {"title::de": "", "id": "kurs"})
    found = read_offers(table(*bad), TOPICS).problems
    assert [(problem.row, problem.column) for problem in found] == [
        (2, "T (phone)"),
        (2, "U (email)"),
        (3, "D (title::de)"),
        (3, "A (id)"),
    ]


def test_a_missing_column_is_one_problem_not_one_a_row() -> None:
    without = {name: value for name, value in COURSE.items() if name != "title::de"}
    assert [p.code for p in read_offers(table(without, without), TOPICS).problems] == [
        "required_column",
        "id_twice",
    ]


def test_columns_are_counted_in_letters_as_spreadsheets_do() -> None:
    many = {f"title::{language}": "x" for language in ("en", "uk", "ru", "tr", "pl", "ro", "fr")}
    (problem,) = read_offers(table(COURSE | many | {"online": "?"}), TOPICS).problems
    assert problem.column == "AH (online)"


def test_the_same_column_twice_is_refused() -> None:
    header, row = sheet("offers", CAFE).rows
    twice = Sheet("x.csv", "offers", ((*header, "id"), (*row, "neu")))
    assert [x.code for x in read_offers(Table("x.csv", (twice,)), TOPICS).problems] == [
        "column_twice"
    ]


def test_a_value_without_a_column_is_refused() -> None:
    header, row = sheet("offers", CAFE).rows
    beside = Sheet("x.csv", "offers", (header, (*row, "oh")))
    (problem,) = read_offers(Table("x.csv", (beside,)), TOPICS).problems
    assert (problem.code, problem.row, problem.column) == ("column_unnamed", 2, "J")


def test_an_organization_has_one_address() -> None:
    other = COURSE | {"id": "zwei", "organization_url": "https://other.example.org"}
    (problem,) = problems(COURSE, other)
    assert "the organization has another address in row 2: https://vhs.example.org" in problem


def test_an_organization_needs_its_address_only_once() -> None:
    second = COURSE | {"id": "zwei", "organization_url": ""}
    first, other = read_offers(table(COURSE, second), TOPICS).offers
    assert first.maker == other.maker
    assert first.maker.website == "https://vhs.example.org"


def test_an_offer_without_words_to_answer_with_is_told_of_and_taken() -> None:
    reading = read_offers(table(COURSE | {"short_answer::de": ""}), TOPICS)
    (notice,) = reading.notices
    assert "row 2, column F (short_answer::de): neither a short_answer::de nor" in str(notice)
    assert (reading.problems, len(reading.offers)) == ((), 1)


def test_half_a_coordinate_is_none() -> None:
    (problem,) = problems(COURSE | {"longitude": None})
    assert "latitude and longitude belong together" in problem


def test_empty_rows_are_left_out() -> None:
    empty = {"id": None, "title::de": "  "}
    assert len(read_offers(table(COURSE, empty, CAFE), TOPICS).offers) == 2


def test_an_empty_sheet_is_a_problem() -> None:
    assert "expected the names of the columns in row 1" in str(
        read_offers(Table("x.xlsx", (Sheet("x.xlsx", "offers", ()),)), TOPICS).problems[0]
    )


def test_a_table_without_offers_is_a_problem_and_takes_nothing_away() -> None:
    header, _ = sheet("offers", CAFE).rows
    (problem,) = read_offers(
        Table("x.csv", (Sheet("x.csv", "offers", (header,)),)), TOPICS
    ).problems
    assert problem.code == "no_rows"


def test_a_workbook_without_the_sheet_is_a_problem() -> None:
    sheets = (Sheet("x.xlsx", "Tabelle1", ()), Sheet("x.xlsx", "Tabelle2", ()))
    (problem,) = read_offers(Table("x.xlsx", sheets), TOPICS).problems
    assert str(problem) == "x.xlsx: there is no sheet “offers”; found Tabelle1, Tabelle2"


HEADERS = st.sampled_from([*OFFER_FORM.plain, *(f"{x}::de" for x in OFFER_FORM.translated)])
TEXT = st.text(max_size=40)
VALUES = st.sampled_from([str(value) for value in COURSE.values()])
CELL = TEXT | VALUES | st.sampled_from(["9-12", "Mo 9-12", "nan", "inf", "-0", "1e999", "٣", "00"])


@given(
    st.lists(HEADERS | TEXT, max_size=8),
    st.lists(st.lists(CELL, max_size=9), max_size=4),
)
def test_any_table_gives_offers_or_problems_with_their_places(
    header: list[str], rows: list[list[str]]
) -> None:
    sheets = (Sheet("x.csv", "offers", tuple(map(tuple, [header, *rows]))),)
    reading = read_offers(Table("x.csv", sheets), TOPICS)
    for problem in reading.problems:
        assert str(problem).startswith("x.csv, sheet offers")
        assert "\n" not in str(problem)
    if not reading.problems:
        assert all(x.source_id and x.organization and x.texts["de"] for x in reading.offers)


@given(st.dictionaries(HEADERS | TEXT, CELL, max_size=4))
def test_what_comes_through_the_checks_is_stored_as_it_was_read(
    shared: Engine, changes: dict[str, str]
) -> None:
    reading = read_offers(table(COURSE | changes, CAFE), TOPICS)
    if reading.problems:
        return
    with Session(shared) as session:
        apply(session, plan(session, reading, "table"))
        assert not report(plan(session, reading, "table")).anything
        session.rollback()


def test_every_sentence_ends_without_a_full_stop_and_begins_in_the_middle() -> None:
    assert [x for x in SENTENCES.values() if x.endswith(".") and not x.endswith("org")] == []


def test_every_column_is_explained() -> None:
    explained = (Path(__file__).parents[2] / "docs" / "offers-table.md").read_text("utf-8")
    forms = {"offers": OFFER_FORM, "fields": FIELD_FORM, **FORMS}
    sheets = {
        name: explained.partition(f"## Sheet `{name}`")[2].partition("\n## ")[0] for name in forms
    }
    for name, form in forms.items():
        text = sheets[name]
        names = [*form.plain, *(f"{name}::xx" for name in form.translated)]
        assert [name for name in names if f"`{name}`" not in text] == []
        assert [name for name in form.required if f"`{name}`" not in text.replace("xx", "de")] == []


def test_every_target_group_is_explained() -> None:
    explained = (Path(__file__).parents[2] / "docs" / "offers-table.md").read_text("utf-8")
    assert [code for code in KNOWN_TARGET_GROUPS if f"`{code}`" not in explained] == []
