"""A figure as people type it: "1.234,5", "3.5", "42 Plätze", "60 %", "٤٢"."""

from __future__ import annotations

import re
import unicodedata

LARGEST = 10**11
PLACES = 3
_SPACES = "' \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{RIGHT SINGLE QUOTATION MARK}"
_SIGNS = str.maketrans({"٫": ",", "٬": "'", "−": "-", "\N{EN DASH}": "-"})
_NUMBER = re.compile(rf"\s*([+-]?)\s*(\d[\d.,{_SPACES}]*)([^\d]*)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,]\d{3})+")


def figure_of(text: str, *, point: bool = False) -> float | None:
    """Return the number that a line begins with, None when it holds none or more than one.

    A comma is decimal and a dot groups thousands, as in German; with `point` it is the other way
    round. A separator that can only be one of both is read so: "3.5" is never 35.
    """
    found = _NUMBER.fullmatch(_plain(text))
    number = _number(found[2], "." if point else ",") if found else None
    if found is None or number is None or number >= LARGEST:
        return None
    return round(-number if found[1] == "-" else number, PLACES)


def _plain(text: str) -> str:
    """Digits of every script as 0 to 9."""
    digits = (str(unicodedata.decimal(x, x)) for x in text.translate(_SIGNS))
    return "".join(digits).strip()


def _number(written: str, decimal: str) -> float | None:
    bare = written.translate(str.maketrans("", "", _SPACES)).rstrip(".,")
    separators = [x for x in bare if x in ".,"]
    if len(set(separators)) > 1:
        decimal = separators[-1]
    elif separators and decimal not in separators:
        decimal = "" if _THOUSANDS.fullmatch(bare) else separators[0]
    elif len(separators) > 1:
        decimal = ""
    return _float(bare, decimal)


def _float(bare: str, decimal: str) -> float | None:
    whole, _, part = bare.partition(decimal) if decimal else (bare, "", "")
    grouped = _THOUSANDS.fullmatch(whole) is not None
    if not (part.isdecimal() or not part) or not (whole.isdecimal() or grouped):
        return None
    return float(f"{re.sub('[.,]', '', whole)}.{part or 0}")
