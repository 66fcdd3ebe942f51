"""Numbers and dates as readers of a language write them."""

from datetime import date

import pytest

from analysis.measures.period import parse_point
from bot.voice import Speaker
from models.language import shipped

NBSP = "\N{NO-BREAK SPACE}"


def test_german_figures() -> None:
    german = Speaker("de")
    assert german.number(1234.5) == "1.234,5"
    assert german.number(30) == "30"
    assert german.percent(0.061) == f"6,1{NBSP}%"
    assert german.percent(1) == f"100,0{NBSP}%"
    assert german.day(date(2026, 3, 5)) == "05.03.2026"


@pytest.mark.parametrize(
    ("language", "share"), [("en", "6.1%"), ("tr", "%6,1"), ("fr", f"6,1{NBSP}%"), ("ar", "6.1%")]
)
def test_a_percentage_elsewhere(language: str, share: str) -> None:
    assert Speaker(language).percent(0.061).strip("\u200e\u200f") == share


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("05.03.2026", "05.03.2026"),
        ("März 2026", f"März{NBSP}2026"),
        ("4. Quartal 2026", f"4.{NBSP}Quartal{NBSP}2026"),
        ("1. Halbjahr 2027", "1. Halbjahr 2027"),
        ("2. Halbjahr 2027", "2. Halbjahr 2027"),
        ("2027", "2027"),
    ],
)
def test_a_point_is_as_exact_as_it_is_meant(written: str, said: str) -> None:
    point = parse_point(written)
    assert point is not None
    assert Speaker("de").point(point) == said


@pytest.mark.parametrize("language", shipped())
def test_every_language_writes_latin_digits(language: str) -> None:
    speaker = Speaker(language)
    said = speaker.number(1234.5) + speaker.percent(0.5) + speaker.day(date(2026, 3, 5))
    assert all(letter.isascii() for letter in said if letter.isdecimal())
