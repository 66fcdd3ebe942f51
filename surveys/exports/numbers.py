"""Numbers and days in cells, only where the spelling comes back exactly."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

EXACT = re.compile(r"(?!-0$)-?(?=[\d.]{1,15}$)(?:0|[1-9]\d*)(?:\.\d*[1-9])?", re.ASCII)
"""What a double keeps and spells the same: Excel shows 15 figures."""
FIRST_YEAR = 1901
"""Excel counts days from 1900, and that year wrongly."""


def number(raw: str) -> int | float | None:
    """The number that spells itself as `raw`; nothing for 007, 1.50 or 1e5."""
    if not EXACT.fullmatch(raw):
        return None
    return figure(raw)


def figure(raw: str) -> int | float:
    """The number of an exact spelling."""
    return float(raw) if "." in raw else int(raw)


def shortest(part: str) -> str:
    """A part of a position as a number is spelled: 50.9 for 50.90, 0 for -0.00."""
    bare = part.rstrip("0").rstrip(".") if "." in part else part
    return "0" if bare == "-0" else bare


def spelled(figure: float) -> str:
    """A number in XForms' spelling: 12, 0.5, never 12.0 or 1e-05."""
    if float(figure).is_integer():
        return str(int(figure))
    return format(Decimal(repr(figure)), "f")


def day(raw: str) -> date | None:
    """The day that spells itself as `raw`, as far as Excel knows it."""
    try:
        found = date.fromisoformat(raw)
    except ValueError:
        return None
    extended = len(raw) == 10 and raw[7] == "-"  # not 20260503, and no week
    return found if extended and found.year >= FIRST_YEAR else None
