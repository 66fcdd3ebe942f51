"""Answers on paper, typed into a table: what is understood, and what is wrong where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from surveys.inputs.hearing import Hearing
from surveys.responses_in.problems import Unreadable
from surveys.responses_in.reading import Reading, read
from tests.surveys.exports.forms import NEEDS

Typed = Callable[..., Reading]
HEARING = Hearing("de", datetime(2026, 11, 21, 12, tzinfo=UTC))


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """`typed([header, row, …], children=[…])`: a workbook, read."""

    def typing(responses: list[list[Any]], **sheets: list[list[Any]]) -> Reading:
        book = Workbook()
        for name, rows in {"responses": responses, **sheets}.items():
            page = book.create_sheet(name)
            for row in rows:
                page.append(row)
        book.remove(book.worksheets[0])
        book.save(tmp_path / "paper.xlsx")
        return read(tmp_path / "paper.xlsx", (NEEDS,), HEARING)

    return typing


def values(reading: Reading) -> list[dict[str, str]]:
    assert reading.problems == ()
    return [dict(one.values) for one in reading.responses]


def wrong(reading: Reading) -> list[tuple[Any, ...]]:
    return [(x.code, x.sheet, x.row, x.column, x.values.get("value")) for x in reading.problems]


def test_people_type_names_labels_and_dates_as_they_like(typed: Typed) -> None:
    found = typed(
        [
            ["age", "speaks", "born", "share", "at"],
            ["18 oder älter", "Arabisch, de", "3.5.1990", "12,5", "14:30"],
            [1, "العربية", date(1990, 5, 3), 12.5, time(14, 30)],
        ]
    )
    same = {"/born": "1990-05-03", "/share": "12.5", "/at": "14:30:00"}
    assert values(found) == [
        {**same, "/age": "2", "/speaks": "de ar"},
        {**same, "/age": "1", "/speaks": "ar"},
    ]


def test_choices_may_be_ticked_in_their_own_columns(typed: Typed) -> None:
    found = typed([["speaks/de", "speaks/ar"], [None, 1], ["x", "x"], [None, None]])
    assert values(found) == [{"/speaks": "ar"}, {"/speaks": "de ar"}]


def test_what_is_not_given_is_filled_in(typed: Typed) -> None:
    (one,) = typed([["words"], ["viel"]]).responses
    assert (one.id, one.version, one.mode) == ("", "2", "")


def test_every_problem_says_sheet_row_and_column(typed: Typed) -> None:
    found = typed(
        [
            ["_id", "count", "speaks", "born", "speaks/de", "_week"],
            ["1", "vier", "Englisch", "31.2.2020", None, "2026-W47"],
            ["1", 1.5, "ar", None, 1, "gestern"],
        ]
    )
    assert wrong(found) == [
        ("not_a_number", "responses", 2, "B (count)", "vier"),
        ("no_such_day", "responses", 2, "D (born)", "31.2.2020"),
        ("choice", "responses", 2, "C (speaks)", "Englisch"),
        ("not_whole", "responses", 3, "B (count)", "1.5"),
        ("parts", "responses", 3, "C (speaks)", "de"),
        ("id_twice", "responses", 3, "A (_id)", "1"),
        ("week", "responses", 3, "F (_week)", "gestern"),
    ]


def test_columns_and_sheets_that_the_form_does_not_have(typed: Typed) -> None:
    found = typed([["wrods", "words", "words"], ["a", "b", "c"]], pets=[["name"], ["Rex"]])
    assert [(x.code, x.sheet, x.column) for x in found.problems] == [
        ("sheet_unknown", "pets", ""),
        ("column_unknown", "responses", "A"),
        ("column_twice", "responses", "C (words)"),
    ]
    assert found.problems[1].values["nearest"] == "; did you mean “words”?"


def test_rows_of_repeats_find_their_response(typed: Typed) -> None:
    found = typed(
        [["_index", "words"], [7, "a"], [8, "b"]],
        children=[["_parent_index", "age"], [8, 3], [7, 4], [8, 5]],
    )
    assert values(found) == [
        {"/words": "a", "/house/children[1]/age": "4"},
        {"/words": "b", "/house/children[1]/age": "3", "/house/children[2]/age": "5"},
    ]
    assert found.responses[1].rows == {"/house/children": 2}


def test_a_row_of_a_repeat_without_a_response(typed: Typed) -> None:
    found = typed([["words"], ["a"]], children=[["_parent_index", "age"], [9, 3]])
    assert wrong(found) == [("parent", "children", 2, "A (_parent_index)", "9")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"no workbook", "workbook"),
        ("a.zip", b"no zip", "zip"),
        ("a.csv", "wörter".encode("cp1252"), "encoding"),
        ("a.json", b"{", "json"),
        ("a.json", b"[]", "json"),
        ("a.doc", b"", "format"),
    ],
)
def test_files_that_hold_no_responses(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=code):
        read(tmp_path / name, (NEEDS,), HEARING)


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ('{"values": {"/nowhere": "x"}}', "path_unknown"),
        ('{"rows": {"/nowhere": 1}}', "path_unknown"),
        ('{"version": "77"}', "version_unknown"),
        ('{"values": {"/words": 1}}', "record"),
        ('{"person": "Amal"}', "record"),
        ("7", "record"),
    ],
)
def test_json_that_is_no_response(tmp_path: Path, record: str, code: str) -> None:
    (tmp_path / "a.json").write_text(f'{{"responses": [{record}]}}')
    found = read(tmp_path / "a.json", (NEEDS,), HEARING)
    assert [(x.code, x.row) for x in found.problems] == [(code, 1)]
