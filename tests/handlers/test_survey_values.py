"""Answers as people write them, inside the sentences of a form."""

import pytest

from handlers.survey_values import told
from models.language import direction, shipped
from surveys.form import QuestionType

ISOLATES = {**dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200f")), 0xA0: " ", 0x202F: " "}


@pytest.mark.parametrize(
    ("language", "day", "number", "moment"),
    [
        ("de", "3. Mai 1990", "12,5", "3. Mai 1990, 14:30"),
        ("en", "May 3, 1990", "12.5", "May 3, 1990, 14:30"),
        ("ar", "3 مايو 1990", "12.5", "3 مايو 1990، 14:30"),
        ("fa", "3 مهٔ 1990", "12.5", "3 مهٔ 1990، 14:30"),
        ("uk", "3 травня 1990 р.", "12,5", "3 травня 1990 р., 14:30"),
        ("tr", "3 Mayıs 1990", "12,5", "3 Mayıs 1990 14:30"),
    ],
)
def test_values_in_a_sentence(language: str, day: str, number: str, moment: str) -> None:
    said = [
        told(QuestionType.DATE, "1990-05-03", language),
        told(QuestionType.DECIMAL, "12.5", language),
        told(QuestionType.DATETIME, "1990-05-03T14:30:00.000+02:00", language),
    ]
    assert [one.translate(ISOLATES) for one in said] == [day, number, moment]


@pytest.mark.parametrize("language", shipped())
def test_digits_are_latin_and_thousands_are_not_marked(language: str) -> None:
    for kind, value in (("date", "1990-05-03"), ("time", "09:05:00"), ("integer", "1234567")):
        said = told(QuestionType(kind), value, language)
        assert all(letter.isascii() for letter in said if letter.isdecimal())
    assert told(QuestionType.INTEGER, "1990", language).translate(ISOLATES) == "1990"


@pytest.mark.parametrize("language", shipped())
def test_what_runs_the_other_way_is_isolated(language: str) -> None:
    latin, arabic = (told(QuestionType.TEXT, name, language) for name in ("Ali", "علي"))
    assert arabic == "\u2068علي\u2069"
    assert latin == ("\u2068Ali\u2069" if direction(language) == "rtl" else "Ali")


@pytest.mark.parametrize("value", ["", "NaN", "soon", "1990-13-45"])
@pytest.mark.parametrize("kind", ["date", "time", "decimal", "dateTime"])
def test_what_is_none_is_told_as_it_is(kind: str, value: str) -> None:
    assert told(QuestionType(kind), value, "de") == value


def test_a_language_without_customs_has_the_spelling() -> None:
    assert told(QuestionType.DATE, "1990-05-03", "Esperanza") == "1990-05-03"
    assert told(QuestionType.IMAGE, "file:7", "de") == ""
