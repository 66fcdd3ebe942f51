"""What the report on news says, and that it tells nobody apart."""

from dataclasses import replace
from datetime import date, datetime
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reports.document import Document
from analysis.reports.html import html
from analysis.reports.news.building import news_report
from analysis.reports.news.facts import FEWEST, Became, Clicks, Facts, Issue, Told
from analysis.reports.news.few import together
from analysis.reports.xlsx import xlsx
from bot.voice import Speaker
from tests.analysis.reports.towns import GERMAN, table, texts

TODAY = date(2026, 12, 7)
FIRST = Issue(
    number=1,
    due=datetime(2026, 12, 1, 10),  # noqa: DTZ001  wall time
    state="sent",
    became={
        ("de", "telegram"): Became(sent=40, failed=2, gone=1),
        ("ar", "telegram"): Became(sent=9, unknown=1),
        ("uk", "mail"): Became(sent=3),
        ("fa", "web"): Became(sent=2),
    },
    reasons={"BadRequest": 2},
    clicks=(
        Clicks(1, "Programm", "de", "telegram", 12),
        Clicks(1, "Programm", "ar", "telegram", 2),
        Clicks(2, "", "de", "web", 7),
    ),
    weekly=4,
)
FEST = Told("Nikolausfest", (FIRST,), public=True)
FACTS = Facts(
    town="Mittelstadt",
    today=TODAY,
    news=(FEST,),
    languages={"de": "Deutsch", "ar": "Arabisch", "uk": "Ukrainisch", "fa": "Persisch"},
    channels={"telegram": "Telegram", "mail": "E-Mail", "web": "Web-Chat"},
)


def report(facts: Facts = FACTS) -> Document:
    return news_report(facts, GERMAN)


def test_each_sending_has_a_row_with_what_became_of_it() -> None:
    found = table("Was gesendet wurde", report())
    assert texts(found) == [
        ["Nikolausfest", "01.12.2026", "58", "54", "2", "1", "1", "–", "4", "21"]
    ]
    assert found.total is not None
    assert [cell.value for cell in found.total][2:] == [58, 54, 2, 1, 1, 0, 4, 21]


def test_few_people_are_not_told_apart() -> None:
    found = table("Nachrichten nach Sprache", report())
    assert [row[:3] for row in texts(found)] == [
        ["Deutsch", "Telegram", "43"],
        ["Arabisch", "Telegram", "10"],
        ["andere", "andere", "5"],
    ]
    assert found.groups[0].heading == "Nikolausfest (01.12.2026)"


def test_a_sending_to_very_few_has_no_figures_at_all() -> None:
    tiny = replace(FIRST, number=2, became={("de", "web"): Became(sent=3)}, clicks=())
    facts = replace(FACTS, news=(replace(FEST, issues=(FIRST, tiny)),))
    found = table("Was gesendet wurde", report(facts))
    assert set(texts(found)[1][2:]) == {"."}
    assert found.total is not None
    assert found.total[2].value == 58, "nor can they be reckoned from the sum"
    assert len(table("Nachrichten nach Sprache", report(facts)).groups) == 1


def test_of_staff_everything_is_told() -> None:
    staff = replace(FACTS, news=(replace(FEST, public=False),))
    found = texts(table("Nachrichten nach Sprache", report(staff)))
    assert ["Persisch", "Web-Chat", "2"] in [row[:3] for row in found]


def test_presses_are_numbers_by_button() -> None:
    found = table("Knopfdrücke nach", report())
    assert texts(found) == [
        ["Programm", "andere", "andere", "14"],
        ["Knopf 2", "Deutsch", "Web-Chat", "7"],
    ]


def test_reasons_are_counted() -> None:
    assert texts(table("Warum Nachrichten", report())) == [["BadRequest", "2"]]


@pytest.mark.parametrize("language", ["de", "ar"])
def test_without_news_it_says_so(language: str) -> None:
    document = news_report(replace(FACTS, news=()), Speaker(language))
    assert [block.name for block in document.blocks if not getattr(block, "empty", "x")] == []
    assert len(document.sections) == 3


@pytest.mark.parametrize("language", ["de", "ar"])
def test_it_is_written_as_a_page_and_as_a_workbook(language: str) -> None:
    document = news_report(FACTS, Speaker(language))
    assert "Nikolausfest" in html(document)
    assert xlsx(document).startswith(b"PK")


numbers = st.dictionaries(st.integers(0, 30), st.integers(1, 12), max_size=12)


@given(numbers)
def test_no_row_is_of_few_people_unless_all_are(rows: dict[int, int]) -> None:
    large, rest = together(rows, int, add)
    assert sum(large.values()) + (rest or 0) == sum(rows.values())
    assert all(number >= FEWEST for number in large.values())
    assert rest is None or rest >= FEWEST or not large
