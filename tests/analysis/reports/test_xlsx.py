"""The report as a workbook: figures that calculate, dates that sort."""

import io
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from analysis.reports.measures.facts import Reported
from analysis.reports.sheets import tab
from analysis.reports.xlsx import xlsx
from tests.analysis.reports.towns import CAFES, cafes, report


def opened(*measures: Reported) -> Workbook:
    return load_workbook(io.BytesIO(xlsx(report(*measures))))


@pytest.fixture(scope="module")
def book() -> Workbook:
    """The whole report on the small town."""
    return opened()


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet by the headings of their columns."""
    heads = [cell.value for cell in sheet[4]]
    found = sheet.iter_rows(min_row=5, values_only=True)
    return [{str(head): value for head, value in zip(heads, row, strict=True)} for row in found]


def test_there_is_a_sheet_for_each_table_and_the_first_leads_to_all(book: Workbook) -> None:
    assert book.sheetnames == [
        *("Inhalt", "Ampel", "Stand", "Überfällig", "Steuerungsgruppe", "Fällig", "Maßnahmen"),
        *(
            "Weitere Pflichten",
            "Terminänderungen",
            "Indikatoren",
            "SMART-Prüfung",
            "Zeichenerklärung",
        ),
    ]
    first = book["Inhalt"]
    assert [first.cell(row, 1).value for row in (1, 3)] == ["Maßnahmenbericht", "Stand: 20.11.2026"]
    links = [cell.hyperlink.location for (cell,) in first.iter_rows() if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:-1]]


def test_above_a_table_stand_its_caption_and_its_source(book: Workbook) -> None:
    sheet = book["Maßnahmen"]
    assert sheet["A1"].value == "Tab. 6: Maßnahmen nach Handlungsfeld"
    assert str(sheet["A2"].value).startswith("Quelle: Maßnahmenplan Mittelstadt")


def test_dates_are_dates(book: Workbook) -> None:
    first = rows(book["Maßnahmen"])[0]
    assert (first["Beginn"], first["Ende"]) == (datetime(2026, 4, 1), datetime(2027, 1, 31))  # noqa: DTZ001
    (change,) = rows(book["Terminänderungen"])
    assert change["Geändert am"] == datetime(2026, 6, 1)  # noqa: DTZ001
    assert book["Terminänderungen"]["C5"].number_format == "dd.mm.yyyy"


def test_figures_are_figures(book: Workbook) -> None:
    (row,) = rows(book["Indikatoren"])
    assert (row["Ausgangswert"], row["Ist"], row["Soll"]) == (5, 1012.5, 2020)
    assert row["Zielerreichung"] == pytest.approx(0.5)
    assert book["Indikatoren"]["J5"].number_format == "0.0 %"
    assert rows(book["Überfällig"])[0]["Tage überfällig"] == 20


def test_counts_have_a_row_of_sums(book: Workbook) -> None:
    total = rows(book["Ampel"])[-1]
    assert (total["Handlungsfeld"], total["grün"], total["gelb"], total["Summe"]) == (
        "Summe",
        0,
        1,
        2,
    )


def test_each_row_has_its_field_so_that_rows_can_be_sorted(book: Workbook) -> None:
    fields = [row["Handlungsfeld"] for row in rows(book["Maßnahmen"])]
    assert fields == ["Deutsch & Sprache", "Bildung"]


def test_heads_stay_in_sight_and_print_on_every_page(book: Workbook) -> None:
    sheet = book["Maßnahmen"]
    assert sheet.freeze_panes == "D5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.auto_filter.ref == "A4:L6"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.column_dimensions["C"].width == 44


def test_sums_are_not_sorted_among_the_fields(book: Workbook) -> None:
    assert book["Ampel"].auto_filter.ref == "A4:G6"
    assert book["Ampel"]["A7"].value == "Summe"


@pytest.mark.parametrize("title", ["=1+1", "+49", "-5", "@SUM(A1)", '=HYPERLINK("x")'])
def test_words_are_never_a_formula(title: str) -> None:
    sheet = opened(cafes(title=title))["Maßnahmen"]
    assert (sheet["C5"].value, sheet["C5"].data_type) == (title, "s")


def test_letters_that_no_workbook_takes_are_left_out() -> None:
    sheet = opened(cafes(title="Sprach\x00café\x1b"))["Maßnahmen"]
    assert sheet["C5"].value == "Sprach café "


def test_an_empty_table_says_so() -> None:
    sheet = opened(cafes(changes=()))["Terminänderungen"]
    assert sheet["A5"].value == "Kein Termin wurde geändert."


@pytest.mark.parametrize(
    ("name", "made"), [("a/b: [c]", "a b   c"), ("x" * 40, "x" * 31), ("'Stand'", "Stand")]
)
def test_names_of_sheets_are_those_that_excel_takes(name: str, made: str) -> None:
    assert tab(name) == made


def test_the_legend_is_the_last_sheet(book: Workbook) -> None:
    sheet = book["Zeichenerklärung"]
    assert [cell.value for cell in sheet["A"]][1:4] == ["–", ".", "x"]
    assert CAFES.title not in [cell.value for cell in sheet["B"]]
