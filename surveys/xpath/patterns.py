"""Regular expressions of forms, written for Java or JavaScript, in Python's dialect."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import lru_cache

from surveys.xpath.code import Code
from surveys.xpath.errors import ExpressionError, Reason
from surveys.xpath.scope import Frame

# `[\w-\.]`: a hyphen beside a class of characters can begin no range, yet Python refuses it.
_LOOSE_HYPHEN = re.compile(r"(\\[wdsWDS])-(?=[^\]])")
_SCRIPT = {r"\p{L}": r"[^\W\d_]", r"\p{N}": r"\d", r"\p{Alpha}": "[A-Za-z]", r"\p{Digit}": "[0-9]"}


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str] | None:
    """A form's pattern, or None for one that cannot be read."""
    text = _LOOSE_HYPHEN.sub(r"\1\\-", pattern)
    for theirs, ours in _SCRIPT.items():
        text = text.replace(theirs, ours)
    try:
        with warnings.catch_warnings():
            # "[[" and "--" may become set operations in Python one day; today they are letters.
            warnings.simplefilter("ignore", FutureWarning)
            return re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return None


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
    search = fixed.search
    return lambda _frame, text: search(text) is not None


def _occurs(pattern: str, text: str) -> bool:
    found = compiled(pattern)
    return found is not None and found.search(text) is not None
