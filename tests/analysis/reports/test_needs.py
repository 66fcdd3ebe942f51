"""The report on a survey: signs, shares, and nothing that should not be there."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from analysis.needs.release import released
from analysis.needs.rules import Rules
from analysis.needs.variables import Respondent
from analysis.reports.document import Document
from analysis.reports.html import html
from analysis.reports.needs.building import needs_report
from analysis.reports.needs.cells import both, share
from analysis.reports.needs.facts import About, Facts
from analysis.reports.xlsx import xlsx
from bot.voice import Speaker
from tests.analysis.needs.towns import DISTRICT, LANGUAGE, QUESTIONS, crowd
from tests.analysis.reports.test_html import Page

ABOUT = About(
    "Was brauchen Sie?", "Mittelstadt", date(2026, 11, 21), date(2026, 10, 1), date(2026, 10, 31)
)
ASKED = [
    *crowd(30, "c0", "c0", course=("c0",), needs=("c0", "c1"), rooms=3.0, order=("c0", "c1", "c2")),
    *crowd(25, "c1", "c1", course=("c1",), needs=("c0",), rooms=2.0, order=("c1", "c0", "c2")),
    *crowd(3, "c1", "c0", course=("c2",), needs=("c2",), rooms=9.0, wish=()),
    *crowd(4, "c0", "c1", course=None, rooms=None),
    *crowd(12, "c2", "c2", course=("c0",), rooms=1.0),
]


def report(asked: list[Respondent], language: str = "de") -> Document:
    release = released(QUESTIONS, (LANGUAGE, DISTRICT), asked)
    return needs_report(Facts(ABOUT, release), Speaker(language))


@pytest.fixture(scope="module")
def document() -> Document:
    """A small town's survey."""
    return report(ASKED)


def test_it_says_what_it_is_not_before_the_first_figure(document: Document) -> None:
    method = " ".join(document.sections[0].paragraphs)
    assert "nicht repräsentativ" in method
    assert "01.10.2026" in method
    assert "Abweichungen in den Summen entstehen durch Runden." in method


def test_every_caption_has_its_number_and_n(document: Document) -> None:
    assert document.tables[0].caption == "Tab. 1: Abgegebene Fragebögen: Sprache (n = 74)"
    assert all("(n = " in block.caption for block in document.blocks)


def test_a_few_are_a_point_in_the_table_and_in_the_chart(document: Document) -> None:
    table = next(x for x in document.tables if x.name == "Frage 1")
    texts = {row[0].text: (row[1].text, row[2].text) for row in table.rows}
    assert texts["Choice 2"] == (".", ".")
    assert html(document).count("Choice 2: .") == 2


def test_nothing_small_is_anywhere_in_the_files() -> None:
    asked = [
        person
        for district, few in (("c0", 3), ("c1", 12), ("c2", 14))
        for answer, many in (("c0", 40), ("c1", 30), ("c2", few))
        for person in crowd(many, "c0", district, course=(answer,))
    ]
    sheet = load_workbook(io.BytesIO(xlsx(report(asked))))["Frage 1 nach Gruppen"]
    whole = [cell.value for row in sheet.iter_rows(min_row=5) for cell in row[2:6]]
    assert [x for x in whole if isinstance(x, int) and 0 < x < 5] == []
    assert "." in whole
    assert 40 in whole


def test_the_page_is_whole_and_the_chart_has_words(document: Document) -> None:
    page = Page(html(document))
    assert len(page.all("caption")) == len(page.all("table"))
    assert len(page.all("desc")) == 3
    assert "Zahlenwert unbekannt oder geheim zu halten" in page.texts
    assert any(text.startswith("Antworten in eigenen Worten") for text in page.texts)


def test_no_row_is_without_a_figure(document: Document) -> None:
    tables = [x for x in document.tables if x.name.endswith("nach Gruppen")]
    rows = [row for table in tables for row in table.rows]
    assert [row[0].text for row in rows if all(cell.text == "." for cell in row[2:])] == []
    assert any("keine Zeile" in text for text in document.sections[0].paragraphs)


def test_too_few_answers_give_a_report_without_results() -> None:
    alone = report(ASKED[:9])
    assert alone.blocks == ()
    assert "erst ab 10" in " ".join(alone.sections[0].paragraphs)


def test_it_runs_from_right_to_left_in_arabic() -> None:
    assert '<html lang="ar" dir="rtl">' in html(report(ASKED, "ar"))


@pytest.mark.parametrize(
    ("figure", "base", "text"),
    [
        (None, 50, "."),
        (20, None, "."),
        (0, 50, "–"),
        (6, 19, "/"),
        (10, 20, "50,0\N{NO-BREAK SPACE}%"),
        (5, 20_000, "0"),
    ],
)
def test_shares_have_the_signs_of_official_statistics(
    figure: float | None, base: float | None, text: str
) -> None:
    assert share(figure, base, Rules(), Speaker("de")).text == text


def test_without_a_base_there_is_a_number_alone() -> None:
    assert both(12, None, Rules(), Speaker("de")).text == "12"
