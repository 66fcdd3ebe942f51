"""What stands in exported tables, seen as an analyst opens them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from surveys.exports import spreadsheet
from surveys.exports.dataset import Dataset, Response
from surveys.exports.headings import AXES
from surveys.exports.merging import Table
from surveys.exports.options import CannotExport, Options
from surveys.exports.sheets import sheet_names
from surveys.exports.writing import write
from surveys.form import Choice, Form, QuestionType
from tests.surveys.exports.forms import AGES, LANGUAGES, NEEDS, form, question, response

Write = Callable[..., Path]


@pytest.fixture
def write_to(tmp_path: Path) -> Write:
    """`write_to("out.csv", response, …)` is where it went."""

    def writing(
        name: str, *found: Response, of: tuple[Form, ...] = (NEEDS,), **options: Any
    ) -> Path:
        write(tmp_path / name, Dataset(of, found), Options(**options))
        return tmp_path / name

    return writing


def rows(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet by their headings, as Excel shows them."""
    header, *found = openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)
    return [{str(k): v for k, v in zip(header, row, strict=True) if v is not None} for row in found]


PLAIN = form(
    question("/age", QuestionType.SELECT_ONE, "Alter", "ages"),
    question("/speaks", QuestionType.SELECT_MULTIPLE, "Sprachen", "languages"),
    question("/words", QuestionType.TEXT, "Was noch?"),
    question("/share", QuestionType.DECIMAL, "Anteil"),
    ages=AGES,
    languages=LANGUAGES,
)


def test_choices_are_a_summary_and_a_column_each_blank_when_unanswered(write_to: Write) -> None:
    path = write_to("out.xlsx", response(speaks="ar de"), response("b2"))
    answered, unanswered = rows(path, "responses")
    shown = {name: cell for name, cell in answered.items() if name.startswith("speaks")}
    assert shown == {"speaks": "ar de", "speaks/de": 1, "speaks/ar": 1, "speaks/none": 0}
    assert not [name for name in unanswered if name.startswith("speaks")]


def test_ranks_say_the_place_of_each_choice(write_to: Write) -> None:
    (row,) = rows(write_to("out.xlsx", response(order="none de ar")), "responses")
    assert (row["order/none"], row["order/de"], row["order/ar"]) == (1, 2, 3)


def test_labels_are_those_of_a_language(write_to: Write) -> None:
    found = response(speaks="de ar", age="2")
    german = rows(write_to("de.xlsx", found, labels=True), "responses")[0]
    assert german["Sprachen"] == "Deutsch, gut; Arabisch"
    assert german["Alter"] == "18 oder älter"
    assert german["Sprachen/Arabisch"] == 1
    arabic = rows(write_to("ar.xlsx", found, labels=True, language="ar"), "responses")[0]
    assert arabic["Sprachen"] == "الألمانية; العربية"


def test_numbers_and_days_are_what_they_are(write_to: Write) -> None:
    found = response(count="12", share="0.5", born="1990-05-03", words="007")
    (row,) = rows(write_to("out.xlsx", found), "responses")
    assert (row["count"], row["share"], row["words"]) == (12, 0.5, "007")
    assert row["born"] == datetime(1990, 5, 3)  # noqa: DTZ001  a day in a cell has no zone


def test_the_parts_of_a_position_are_numbers_however_it_is_spelled(write_to: Write) -> None:
    path = write_to("out.xlsx", response(where="50.90 -0.00 0 12.5"))
    (shown,) = rows(path, "responses")
    assert shown["where"] == "50.90 -0.00 0 12.5"
    assert [shown[f"_where_{axis}"] for axis in AXES] == [50.9, 0, 0, 12.5]


def test_a_number_that_excel_would_round_is_text(write_to: Write) -> None:
    (row,) = rows(write_to("out.xlsx", response(count="12345678901234567")), "responses")
    assert row["count"] == "12345678901234567"


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_a_formula_is_never_executed(write_to: Write, text: str) -> None:
    book = openpyxl.load_workbook(write_to("out.xlsx", response(words=text)))
    (cell,) = [x for x in book["responses"][2] if x.value == text]
    assert cell.data_type == "s"
    plain = write_to("out.csv", response(words=text), of=(PLAIN,)).read_text("utf-8-sig")
    quoted = text.replace('"', '""')
    assert f"'{quoted}" in plain


def test_repeats_have_sheets_of_their_own_that_know_their_parents(write_to: Write) -> None:
    rows_of = {"/house/children": 2, "/house/children[2]/toys": 1}
    values = {"/house/children[1]/age": "4", "/house/children[2]/toys[1]/name": "Ball"}
    path = write_to("out.xlsx", response(), replace(response("b2"), values=values, rows=rows_of))
    assert rows(path, "children") == [
        {"_index": 1, "_parent_index": 2, "_id": "b2", "age": 4},
        {"_index": 2, "_parent_index": 2, "_id": "b2"},
    ]
    assert rows(path, "toys") == [{"_index": 1, "_parent_index": 2, "_id": "b2", "name": "Ball"}]


def test_a_question_is_called_by_its_path_when_another_has_its_name(write_to: Write) -> None:
    (row,) = rows(write_to("out.xlsx", response(words="a", house__words="b")), "responses")
    assert (row["words"], row["house/words"]) == ("a", "b")


def test_the_codebook_explains_columns_and_choices(write_to: Write) -> None:
    book = rows(write_to("out.xlsx"), "codebook")
    (column,) = [
        x
        for x in book
        if x.get("column") == "age" and "choice" not in x and x["sheet"] == "responses"
    ]
    assert (column["question"], column["type"], column["label::de"]) == (
        "/age",
        "select_one",
        "Alter",
    )
    (choice,) = [x for x in book if x.get("column") == "speaks" and x.get("choice") == "ar"]
    assert choice["label::ar"] == "العربية"


def test_a_sheet_without_rows_has_its_header(write_to: Write) -> None:
    sheet = openpyxl.load_workbook(write_to("out.xlsx"))["toys"]
    assert [cell.value for cell in sheet[1]] == ["_index", "_parent_index", "_id", "name"]


def test_csv_for_german_excel_and_for_others(write_to: Write) -> None:
    found = response(share="0.5", words='a;b "c"')
    german = write_to("de.csv", found, of=(PLAIN,)).read_bytes()
    assert german.startswith(b"\xef\xbb\xbf")
    assert b'"a;b ""c""";0,5\r\n' in german
    other = write_to("en.csv", found, of=(PLAIN,), separator=",", bom=False).read_bytes()
    assert other.startswith(b"_index,_id")
    assert other.endswith(b',"a;b ""c""",0.5\r\n')


def test_one_csv_refuses_to_leave_repeats_out(write_to: Write) -> None:
    with pytest.raises(CannotExport, match="repeats"):
        write_to("out.csv", response())


def test_a_refused_file_leaves_nothing_behind(write_to: Write, tmp_path: Path) -> None:
    with pytest.raises(CannotExport, match="ending"):
        write_to("out.doc", response())
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_excel_cannot_hold_is_refused(tmp_path: Path) -> None:
    too_many = (b"<c/>" for _ in range(spreadsheet.MOST_ROWS))
    with pytest.raises(CannotExport, match="rows"):
        spreadsheet.write(tmp_path / "out.xlsx", [("a", ["b"], too_many)])


def test_sheets_are_called_as_excel_lets_them() -> None:
    names = ["a/b[c]:d", "x" * 40, "X" * 40, "codebook", "History", "'", "responses"]
    tables = tuple(Table(f"/{name}", name, {}, ()) for name in names)
    found = sheet_names((Table("", "", {}, ()), *tables))
    assert found == [
        "responses",
        "a_b_c__d",
        "x" * 31,
        "X" * 29 + "_2",
        "codebook_2",
        "History_2",
        "_",
        "responses_2",
    ]


def test_json_is_exact(write_to: Write) -> None:
    found = response(count="007", words="=1")
    record = json.loads(write_to("out.json", found).read_text())["responses"][0]
    assert record["values"] == {"/count": "007", "/words": "=1"}
    assert (record["id"], record["week"], record["district"]) == ("a1", "2026-W47", "Nord")
    assert "organization" not in record


OLDER = form(
    question("/age", QuestionType.SELECT_ONE, "Wie alt?", "ages"),
    question("/gone", QuestionType.TEXT, "Nicht mehr gefragt"),
    question("/share", QuestionType.DECIMAL, "Anteil"),
    version="0",
    ages=[Choice("1", {"de": "jung", "ar": "صغير"}), Choice("9", {"de": "uralt"})],
)


def test_versions_merge_and_nothing_is_lost_or_shifted(write_to: Write) -> None:
    old = replace(response(gone="was da war", age="9"), version="0")
    path = write_to("out.xlsx", response("b2", age="1"), old, of=(PLAIN, OLDER), labels=True)
    header = [cell.value for cell in openpyxl.load_workbook(path)["responses"][1]]
    asked = [x for x in header if not str(x).startswith("_") and "/" not in str(x)]
    assert asked == ["Alter", "Nicht mehr gefragt", "Sprachen", "Was noch?", "Anteil"]
    new_row, old_row = rows(path, "responses")
    assert (new_row["Alter"], old_row["Alter"]) == ("unter 18", "uralt")
    assert old_row["Nicht mehr gefragt"] == "was da war"


def test_the_codebook_says_which_versions_offered_a_choice(write_to: Write) -> None:
    book = rows(write_to("out.xlsx", of=(PLAIN, OLDER)), "codebook")
    offered = {x["choice"]: x["versions"] for x in book if x["column"] == "age" and "choice" in x}
    assert offered == {"1": "1; 0", "2": "1", "3": "1", "9": "0"}
