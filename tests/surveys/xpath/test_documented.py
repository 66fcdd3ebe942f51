"""Whoever adds a function says what it does."""

from __future__ import annotations

import re
from pathlib import Path

from surveys.xpath import KNOWN

PAGE = Path(__file__).parents[3] / "docs" / "xpath.md"


def test_every_function_is_documented() -> None:
    """In docs/xpath.md, in backticks."""
    marked = " ".join(re.findall(r"`([^`]+)`", PAGE.read_text(encoding="utf-8")))
    names = set(re.findall(r"[a-z][\w:-]*", marked))
    assert KNOWN - names == set()
