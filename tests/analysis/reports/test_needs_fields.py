"""The report on a survey by field of action, by week, and with what was named most."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from analysis.needs.release import Release, released
from analysis.needs.variables import Kind, Respondent, Variable
from analysis.reports.document import Document
from analysis.reports.html import html
from analysis.reports.needs.building import needs_report
from analysis.reports.needs.facts import About, Facts
from analysis.reports.needs.ranking import MOST, most_named
from bot.cli.needs import groupings
from bot.voice import Speaker
from tests.analysis.needs.towns import COURSE, LANGUAGE, NEEDS, ROOMS, choices, crowd
from tests.analysis.reports.test_html import Page

ABOUT = About("Was brauchen Sie?", "Mittelstadt", date(2026, 11, 21))
FIELDS = {"SPR": "Deutsch & Sprache", "WOH": "Wohnen"}
LIVING = replace(NEEDS, field_of_action="WOH")
LEARNING = Variable(
    "learning", "Was hilft beim Lernen?", Kind.SEVERAL, choices(3), field_of_action="SPR"
)
ASKED = (ROOMS, LIVING, replace(COURSE, field_of_action="SPR"), LEARNING)
PEOPLE = [
    *crowd(30, needs=("c0", "c1"), learning=("c1",), course=("c0",), rooms=2.0),
    *crowd(20, needs=("c0",), learning=("c0", "c1"), course=("c1",), rooms=3.0),
    *crowd(10, needs=("c2",), learning=("c0",), course=("c1",), rooms=3.0),
    *crowd(3, needs=("c1",), learning=("c2",), course=("c0",), rooms=3.0),
]


def release(questions: Sequence[Variable] = ASKED) -> Release:
    return released(questions, (LANGUAGE,), PEOPLE)


def report(language: str = "de", questions: Sequence[Variable] = ASKED) -> Document:
    untold = ("Wie heißt das Angebot?", "Für wen ist es?")
    return needs_report(
        Facts(ABOUT, release(questions), FIELDS, untold),
        Speaker(language),
    )


def test_questions_stand_in_chapters_in_the_forms_order() -> None:
    chapters = [x for x in report().sections if x.parts]
    assert [x.heading for x in chapters] == ["Allgemeines", "Wohnen", "Deutsch & Sprache"]
    assert [len(x.parts) for x in chapters] == [1, 1, 2]


def test_questions_and_captions_are_counted_through_all_chapters() -> None:
    document = report()
    names = [x.name for x in document.tables if x.name.removeprefix("Frage ").isdigit()]
    assert names == ["Frage 1", "Frage 2", "Frage 3", "Frage 4"]
    numbers = [x.caption.partition(":")[0] for x in document.tables]
    assert numbers == [f"Tab. {at}" for at in range(1, len(numbers) + 1)]


def test_chapters_and_questions_are_headings_of_two_levels() -> None:
    text = html(report())
    assert '<h2 id="field-3">6 Deutsch &amp; Sprache</h2>' in text
    assert '<h3 id="question-4">6.2 Was hilft beim Lernen?</h3>' in text
    page = Page(text)
    assert len(page.all("caption")) == len(page.all("table"))
    anchors = [x["href"][1:] for x in page.all("a")]
    there = [each["id"] for tag in ("h2", "h3", "figure") for each in page.all(tag) if "id" in each]
    assert set(anchors) <= set(there)


def test_a_code_that_the_town_has_not_names_itself() -> None:
    questions = (ROOMS, replace(COURSE, field_of_action="XYZ"))
    assert [x.heading for x in report(questions=questions).sections][-1] == "XYZ"


def test_a_form_without_fields_has_no_chapters() -> None:
    document = report(questions=(ROOMS, COURSE))
    assert [x.name for x in document.sections][-2:] == ["question-1", "question-2"]
    assert [x for x in document.sections if x.parts] == []


def test_what_was_named_most_is_in_the_order_of_published_shares() -> None:
    table = next(x for x in report().tables if x.name == "Am häufigsten genannt")
    rows = [(row[0].text, row[1].text, row[5].value) for row in table.rows]
    assert rows == [
        ("Choice 0", "Wohnen", 50 / 63),
        ("Choice 1", "Deutsch & Sprache", 50 / 63),
        ("Choice 1", "Wohnen", 33 / 63),
        ("Choice 0", "Deutsch & Sprache", 30 / 63),
    ]


def test_withheld_figures_and_none_of_these_are_not_named() -> None:
    facts = Facts(ABOUT, release(), FIELDS)
    named = {(one.question.name, one.label) for one in most_named(facts)}
    assert ("learning", "Choice 2") not in named
    assert ("needs", "Choice 2") not in named


def test_questions_about_no_field_are_not_ranked() -> None:
    questions = (ROOMS, NEEDS, replace(COURSE, field_of_action="SPR"))
    assert "Am häufigsten genannt" not in [x.heading for x in report(questions=questions).sections]


def test_no_more_are_named_than_can_be_looked_at() -> None:
    long = Variable("long", "Was?", Kind.SEVERAL, choices(20), field_of_action="WOH")
    names = tuple(one.name for one in long.categories)
    people = [*crowd(30, long=names), *crowd(30, long=("c0",))]
    assert len(most_named(Facts(ABOUT, released((long,), (), people)))) == MOST


def test_what_stands_in_repeats_is_said() -> None:
    said = " ".join(report().sections[0].paragraphs)
    assert "nur im Export: Wie heißt das Angebot? · Für wen ist es?" in said.translate(ISOLATES)


def test_in_arabic() -> None:
    document = report("ar")
    assert document.direction == "rtl"
    headings = [x.heading for x in document.sections]
    assert headings[2:4] == ["الأكثر ذكرًا", "عام"]
    assert "ليست في هذا التقرير" in " ".join(document.sections[0].paragraphs)


ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def weeks(language: str) -> Document:
    people = [
        Respondent({"course": (answer,)}, {"language": "de", "mode": "chat", "week": week})
        for week, answer, many in (
            ("2026-W44", "c0", 20),
            ("2026-W45", "c0", 25),
            ("2026-W45", "c1", 12),
            ("2026-W46", "c1", 6),
            ("2026-W53", "c1", 5),
        )
        for _ in range(many)
    ]
    speaker = Speaker(language)
    made = released((COURSE,), groupings(people, speaker, (COURSE,)), people)
    return needs_report(Facts(ABOUT, made), speaker)


@pytest.mark.parametrize(
    ("language", "heading", "first"),
    [
        ("de", "Woche der Antwort", "Woche ab 26.10.2026"),
        ("ar", "أسبوع الإجابة", "الأسبوع بدءًا من"),
    ],
)
def test_by_week_only_how_many_took_part_is_told(language: str, heading: str, first: str) -> None:
    document = weeks(language)
    there = [x for x in document.tables if heading in (x.name, *(y.heading for y in x.groups))]
    assert [x.name for x in there] == [heading]
    assert [row[1].value for row in there[0].rows] == [20, 37, 11]
    assert there[0].rows[0][0].text.translate(ISOLATES).startswith(first)
