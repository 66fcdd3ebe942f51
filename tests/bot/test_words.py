"""Texts in a language: plurals, digits, dates, directions, and never a bare id."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogs import MissingMessage, catalog, find
from bot.words import line, warm, words
from models.customs import latin
from models.language import shipped
from models.text import Fixed, LanguageName, Listed, N, T, Verbatim, Weekday

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("de", 1, "1 weiteres"),
        ("de", 4, "4 weitere"),
        ("en", 4, "4 more"),
    ],
)
def test_plurals(language: str, count: int, said: str) -> None:
    assert words(N("answer.more", count), language) == said


@pytest.mark.parametrize("language", shipped())
@pytest.mark.parametrize("count", [0, 1, 2, 3, 11, 21, 100, 1_000_000])
def test_every_language_counts_in_latin_digits(language: str, count: int) -> None:
    said = words(N("answer.more", count), language)
    digits = [character for character in said if character.isdecimal()]
    assert "".join(digits) == str(count)
    assert all(character.isascii() for character in digits)


@pytest.mark.parametrize("language", shipped())
def test_dates_and_times_are_in_latin_digits(language: str) -> None:
    dated = words(T("mydata.last_seen", day=DAY), language)
    timed = words(T("open.today", at=time(9, 5)), language)
    assert "2026" in dated
    assert "09:05" in timed
    assert all(c.isascii() for c in dated + timed if c.isdecimal())


def test_a_number_to_call_is_isolated_left_to_right_in_arabic() -> None:
    said = words(T("emergency.police", number=Fixed("116 016")), "ar")
    assert "\u2066116 016\u2069" in said


def test_arabic_words_are_isolated_in_a_german_sentence_and_latin_ones_are_not() -> None:
    arabic = Verbatim("دورة", "ar")
    assert "\u2068دورة\u2069" in words(T("offer.source", source=arabic), "de")
    assert "\u2068" not in words(T("offer.source", source=Verbatim("Stadt", "de")), "de")


def test_a_sentence_inside_an_arabic_one_runs_as_its_own_language_does() -> None:
    """Its parts are isolated, so that no letter is left that would tell its direction."""
    choice = T("survey.choice", number=Fixed("1"), name=Verbatim("أين تسكنون؟", "ar"))
    said = words(T("survey.line", name=choice, said=Verbatim("هنا", "ar")), "ar")
    assert said.startswith("\u2067\u20661\u2069")


def test_the_towns_words_stay_as_they_are_and_keep_their_language() -> None:
    shown = line(Verbatim("{0} <b>", "de"), "ar")
    assert (shown.text, shown.lang) == ("{0} <b>", "de")


def test_braces_in_a_value_are_only_text() -> None:
    source = Verbatim("{day} {0}", "de")
    assert words(T("offer.source", source=source), "de") == "Quelle: {day} {0}"


def test_names_and_lists_are_in_the_readers_language() -> None:
    both = Listed((LanguageName("ar"), LanguageName("de")))
    assert words(T("mydata.filters", filters=both), "de") == "Filter: Arabisch und Deutsch"
    at = time(9)
    later = T("open.later", day=Weekday(0), at=at)
    assert words(later, "en") == "Opens on Monday at 09:00"


def test_a_message_that_no_catalog_has_is_our_mistake_and_never_shown() -> None:
    with pytest.raises(MissingMessage):
        words(T("no.such.message"), "de")


@given(st.text())
def test_digits_of_all_scripts_become_latin(text: str) -> None:
    assert all(c.isascii() for c in latin(text) if c.isdecimal())


@pytest.mark.parametrize("language", shipped())
def test_every_language_can_be_loaded_beforehand(language: str) -> None:
    catalog.cache_clear()
    find.cache_clear()
    warm([language])
    assert catalog.cache_info().currsize >= 1
