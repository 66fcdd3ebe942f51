"""Patterns of forms: other dialects, and those that would try for ever."""

from __future__ import annotations

import pytest

from surveys.xpath import compile
from surveys.xpath.backtracking import is_risky
from surveys.xpath.patterns import compiled, occurs
from tests.surveys.xpath.seeing import scope as seen


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"^[\w-\.]+$", "a-b.c", True),
        (r"^\p{L}+$", "Ärztin", True),
        (r"^\p{L}+$", "a1", False),
        (r"^\p{Alpha}+$", "Ä", False),
        (r"^\p{IsArabic}+$", "سلام", True),
        (r"^[0-9]{5}$", "99423", True),
        (r"^(?=.*\d)\w{4}$", "ab1c", True),
    ],
)
def test_patterns_of_other_dialects(pattern: str, text: str, found: bool) -> None:
    read = compiled(pattern)
    assert read is not None
    assert occurs(read, text) is found


def test_a_pattern_that_would_try_for_ever_is_not_found() -> None:
    endless = f"regex('{'a' * 60}b', concat('^(a|a)*', '$'))"
    assert compile(endless).boolean(seen()) is False
    assert compile(f"regex('{'a' * 60}', '^(a|a)*$')").boolean(seen()) is True


@pytest.mark.parametrize(
    "pattern",
    ["(a+)+$", r"^(\w+\s?)+$", r"^(\d+,?)*$", "(x+x+)+y", "(.*)*", "((ab)*c*)+", "(?:[a-z]{2,})+"],
)
def test_what_is_repeated_twice_over_is_risky(pattern: str) -> None:
    assert is_risky(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"^[\w-\.]+@([\w-]+\.)+[\w-]{2,4}$", r"^\d{5}$", r"^(\d+,)*\d+$", r"^\d+(,\d+)*$"),
        *("(a{1,3})+", "(a+b)+", "[(a+)+]", r"\(a+\)+", "(", ")", "[", "", "a||b"),
    ],
)
def test_what_has_an_end_or_a_mark_between_rounds_is_not(pattern: str) -> None:
    assert not is_risky(pattern)
