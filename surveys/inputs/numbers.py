"""Numbers as people type them: "12,5", "1.234,5", "1 234", "٣٫٥"."""

from __future__ import annotations

import re
from decimal import Decimal

from surveys.form import Question
from surveys.inputs.hearing import Hearing
from surveys.inputs.letters import plain_digits
from surveys.slip import SlipKind

POINT_LANGUAGES = frozenset({"en", "ar", "fa"})
"""Languages that write one and a half as 1.5; the others that Lotse speaks write 1,5."""

_WHOLE_LIMIT = 2**31
_DIGITS = 20
_BLANKS = re.compile(r"[\s'_]")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")


def read_integer(_question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """A whole number of 32 bits, as XForms' int."""
    found = number(text, hearing.language)
    if found is None:
        return SlipKind.NOT_A_NUMBER
    if found != found.to_integral_value():
        return SlipKind.NOT_WHOLE
    return spelled(found) if abs(found) < _WHOLE_LIMIT else SlipKind.OUT_OF_RANGE


def read_decimal(_question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """A number of at most 20 digits."""
    found = number(text, hearing.language)
    if found is None:
        return SlipKind.NOT_A_NUMBER
    return spelled(found) if len(found.as_tuple().digits) <= _DIGITS else SlipKind.OUT_OF_RANGE


def number(text: str, language: str) -> Decimal | None:
    """The number that is typed; None where it is none."""
    bare = _BLANKS.sub("", plain_digits(text))
    plain = _with_point(bare, "." if language in POINT_LANGUAGES else ",")
    return Decimal(plain) if _PLAIN.fullmatch(plain) and len(plain) < 60 else None


def spelled(value: Decimal) -> str:
    """A number in its XForms spelling: without exponent, without zeros at its end."""
    if value == value.to_integral_value():
        return str(int(value))
    return format(value, "f").rstrip("0")


def _with_point(bare: str, decimal: str) -> str:
    """The number with a point at most; what cannot be a number stays none."""
    points, commas = bare.count("."), bare.count(",")
    if points and commas:
        decimal = max(".,", key=bare.rfind)
    elif points + commas == 1:
        decimal = _only_sign(bare, decimal)
    else:
        decimal = "," if points else "."
    group = "," if decimal == "." else "."
    return _ungrouped(bare, group, decimal).replace(",", ".")


def _only_sign(bare: str, decimal: str) -> str:
    """Which sign is the decimal one where just one stands: "1.234" depends on the language."""
    sign = "." if "." in bare else ","
    if sign == decimal or not re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", bare):
        return sign
    return decimal


def _ungrouped(bare: str, group: str, decimal: str) -> str:
    whole, found, fraction = bare.partition(decimal)
    if group in fraction or (group in whole and not _grouped(whole, group)):
        return "?"
    return whole.replace(group, "") + found + fraction


def _grouped(whole: str, group: str) -> bool:
    first, *others = whole.lstrip("+-").split(group)
    return 1 <= len(first) <= 3 and all(len(other) == 3 for other in others)
