"""One form, in every format that it may come in."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest

from surveys.xlsform.reading import read
from surveys.xlsform.sheets import MOST_CELLS, letters, written
from surveys.xlsform.workbook import UNPACKED
from tests.surveys.xlsform.forms import Rows, places, xlsx
from tests.surveys.xlsform.old_excel import xls

SHEETS: dict[str, Rows] = {
    "survey": [
        ["type", "name", "label", "required"],
        ["integer", "age", "How old are you?", True],
        [None, None, None, None],
        ["select_one size", "size", "How many are you?", None],
    ],
    "choices": [["list_name", "name", "label"], ["size", 1, "one"], ["size", 2.0, "two"]],
}
MARKDOWN = """
| survey  |                 |      |                   |          |
|         | type            | name | label             | required |
|         | integer         | age  | How old are you?  | yes      |
|         | select_one size | size | How many are you? |          |
| choices |                 |      |                   |
|         | list_name       | name | label             |
|         | size            | 1    | one               |
|         | size            | 2    | two               |
"""
CSV = """survey
,type,name,label,required
,integer,age,How old are you?,TRUE
,select_one size,size,How many are you?,
choices
,list_name,name,label
,size,1,one
,size,2,two
"""
BROKEN: Rows = [["type", "name", "label", "relevant"], ["text", "a", "A?", "#REF!"]]
FORMATS = {
    "xlsx": xlsx(SHEETS),
    "xls": xls(SHEETS),
    "md": MARKDOWN.encode(),
    "csv": CSV.encode(),
    "csv of a spreadsheet": CSV.replace(",", ";").encode("utf-8-sig"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_form(name: str) -> None:
    found = read(FORMATS[name], "household.xlsx")
    assert found.problems == ()
    assert found.form is not None
    age, size = found.form.questions()
    assert (age.path, age.label, age.required) == ("/age", {"": "How old are you?"}, "true()")
    assert [choice.name for choice in found.form.lists[size.list]] == ["1", "2"]
    assert found.form.id == "household"


def test_what_a_file_holds_counts_and_not_its_name(tmp_path: Path) -> None:
    misnamed = tmp_path / "form.xlsx"
    misnamed.write_bytes(xls(SHEETS))
    assert read(misnamed, misnamed.name).form is not None


def test_a_single_sheet_is_the_survey_whatever_it_is_called() -> None:
    rows = [["type", "name", "label"], ["text", "a", "A?"]]
    assert read(xlsx({"Tabelle1": rows}), "x").form is not None
    assert read(b"type,name,label\ntext,a,A?\n", "x").form is not None


def test_empty_rows_keep_the_numbers_of_those_below() -> None:
    head, wrong = ["type", "name", "label"], ["texxt", "b", "B?"]
    rows: Rows = [head, [None], ["text", "a", "A?"], [None], wrong]
    assert places(read(xlsx({"survey": rows}), "x").problems) == [("type_unknown", "survey!A5")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable"),
        (b"PK\x03\x04 nothing more", "unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing more", "unreadable"),
        (b"\x89PNG\r\n\x1a\n\xff", "unreadable"),
        (b"a letter, with commas, and more", "unreadable"),
        (xlsx({"choices": [["list_name"]], "settings": [["version"]]}), "sheet_missing"),
        (xlsx({"survey": [], "choices": []}), "sheet_missing"),
        (b"x" * (21 << 20), "too_large"),
    ],
)
def test_what_is_no_form_is_said_to_be_none(data: bytes, code: str) -> None:
    found = read(data, "x")
    assert (found.form, [each.code for each in found.problems]) == (None, [code])


def test_text_in_an_older_encoding_is_said_to_be_that_with_its_row_and_word() -> None:
    text = "type,name,label\ntext,a,Name?\ntext,b,Grüße an wen?\n"
    (problem,) = read(text.encode("cp1252"), "x.csv").problems
    assert (problem.code, problem.row, problem.values) == ("encoding", 3, {"value": "Gr��e"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_unicode_may_begin_with_a_mark(encoding: str) -> None:
    found = read("type\tname\tlabel\ntext\ta\tGrüße\n".encode(encoding), "x.csv")
    assert found.form is not None
    assert [each.label for each in found.form.questions()] == [{"": "Grüße"}]


@pytest.mark.parametrize("wide", [True, False])
def test_a_sheet_without_measure_is_refused_before_it_is_read_to_its_end(wide: bool) -> None:
    rows, columns = (2, MOST_CELLS // 2 + 1) if wide else (MOST_CELLS // 2 + 1, 2)
    text = f"type{',x' * (columns - 1)}\n" * rows
    (problem,) = read(text.encode(), "x.csv").problems
    assert (problem.code, problem.sheet) == ("too_many", "survey")


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(5):
            archive.writestr(f"xl/worksheets/sheet{part}.xml", b" " * (UNPACKED // 4))
    (problem,) = read(packed.getvalue(), "x.xlsx").problems
    assert (problem.code, problem.values) == ("too_large", {"value": "400"})


@pytest.mark.parametrize("data", [xlsx({"survey": BROKEN}), xls({"survey": BROKEN})])
def test_a_formula_that_broke_is_found_in_its_cell(data: bytes) -> None:
    found = read(data, "x")
    assert ("cell_error", "survey!D2") in places(found.problems)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "TRUE"),
        (3.0, "3"),
        (0.1, "0.1"),
        (date(2026, 5, 3), "2026-05-03"),
        (datetime(2026, 5, 3), "2026-05-03"),  # noqa: DTZ001  a spreadsheet knows no zones
        (time(9, 30), "09:30:00"),
        ("  a\r\nb ", "a\nb"),
    ],
)
def test_cells_are_written_as_xlsform_writes_them(value: object, text: str) -> None:
    assert written(value) == text


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [letters(x) for x in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
