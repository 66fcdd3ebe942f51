"""Months and days in words are those of the language in which somebody is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from babel import Locale

from models.language import shipped
from surveys.xpath import compile
from surveys.xpath.calendar_names import DAYS, MONTHS, days_in, months_in
from tests.surveys.xpath.seeing import scope as seen


def test_every_shipped_language_has_names() -> None:
    assert set(MONTHS) == set(DAYS) == set(shipped())


@pytest.mark.parametrize("language", shipped())
def test_the_names_are_those_of_cldr(language: str) -> None:
    locale = Locale.parse(language)
    months, days = locale.months["format"]["abbreviated"], locale.days["format"]["abbreviated"]
    assert months_in(language) == [months[at] for at in range(1, 13)]
    assert days_in(language) == [days[at] for at in range(7)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Mo. 2 März 2026"),
        ("de-AT", "Mo. 2 März 2026"),
        ("ru", "пн 2 мар. 2026"),
        ("", "Mon 2 Mar 2026"),
        ("sw", "Mon 2 Mar 2026"),
    ],
)
def test_a_date_in_words(language: str, said: str) -> None:
    scope = replace(seen(), language=language)
    assert compile("format-date('2026-03-02', '%a %e %b %Y')").string(scope) == said
