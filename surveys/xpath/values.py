"""Conversions between XPath's types (https://www.w3.org/TR/1999/REC-xpath-19991116/#section-
String-Functions, 4.2 to 4.4), with dates as ODK has them: a date is a number of days.
"""

from __future__ import annotations

import math
import re
from datetime import tzinfo
from decimal import Decimal

from surveys.xpath.moments import days_of

NAN = math.nan
INFINITY = math.inf
BLANKS = " \t\r\n"  # XML's blanks: no-break spaces and the like are text
_NUMBER = re.compile(r"[ \t\r\n]*-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?[ \t\r\n]*")
_EXACT = 1e15  # below it, a whole number prints as an int prints


def number_of(text: str, zone: tzinfo | None) -> float:
    """A text as a number: digits, or days since 1970 for a date in ISO 8601, or NaN."""
    if text.isdecimal() and text.isascii():  # most answers are counts: the quick way
        return float(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    if "-" in text:
        return days_of(text, zone)
    return NAN


def text_of(number: float) -> str:
    """A number as XPath prints it: never with an exponent, whole numbers without a point."""
    if number != number:  # noqa: PLR0124  the quickest test for NaN
        return "NaN"
    if -_EXACT < number < _EXACT and number == int(number):
        return str(int(number))
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    shortest = repr(number)
    if "e" not in shortest:
        return shortest.removesuffix(".0")
    return f"{Decimal(shortest):f}"


def truth_of(number: float) -> bool:
    """A number as a boolean."""
    return number != 0 and number == number  # noqa: PLR0124
