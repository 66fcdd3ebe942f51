"""Regular expressions of forms, written for Java or JavaScript, in Python's dialect."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import lru_cache

import regex

from surveys.xpath.code import Code
from surveys.xpath.errors import ExpressionError, Reason
from surveys.xpath.scope import Frame

LONGEST = 0.25
"""Seconds for one text. What takes longer tries ever more ways to match and might never end."""

# `[\w-\.]`: a hyphen beside a class of characters can begin no range, yet Python refuses it.
_LOOSE_HYPHEN = regex.compile(r"(\\[wdsWDS])-(?=[^\]])")
_ASCII = {r"\p{Alpha}": "[A-Za-z]", r"\p{Digit}": "[0-9]"}
"""In Java these mean ASCII."""


@lru_cache(maxsize=512)
def compiled(pattern: str) -> regex.Pattern[str] | None:
    """A form's pattern, or None for one that cannot be read."""
    text = _LOOSE_HYPHEN.sub(r"\1\\-", pattern)
    for theirs, ours in _ASCII.items():
        text = text.replace(theirs, ours)
    try:
        with warnings.catch_warnings():
            # "[[" and "--" may become set operations in Python one day; today they are letters.
            warnings.simplefilter("ignore", FutureWarning)
            return regex.compile(text)
    except (regex.error, OverflowError, RecursionError, ValueError):
        return None


def occurs(pattern: regex.Pattern[str], text: str) -> bool:
    """Whether a pattern is found in a text; one that takes too long is not."""
    try:
        return pattern.search(text, timeout=LONGEST) is not None
    except TimeoutError:
        return False


def matcher(pattern: Code) -> Callable[[Frame, str], bool]:
    """Whether a pattern occurs in a text. A pattern that cannot be read occurs nowhere.

    Raises:
        ExpressionError: the pattern is written out and cannot be read.
    """
    if pattern.constant is None:
        string = pattern.string
        return lambda frame, text: _occurs(string(frame), text)
    fixed = compiled(pattern.constant)
    if fixed is None:
        raise ExpressionError(Reason.PATTERN, 0, pattern.constant)
    return lambda _frame, text: occurs(fixed, text)


def _occurs(pattern: str, text: str) -> bool:
    found = compiled(pattern)
    return found is not None and occurs(found, text)
