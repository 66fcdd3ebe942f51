"""Typed letters and digits in one plain spelling, whatever keyboard they come from."""

from __future__ import annotations

import re
import unicodedata

_DIGIT = re.compile(r"[^\W\D0-9]")
_BLANKS = re.compile(r"\s+")
_SIGNS = str.maketrans({"−": "-", "–": "-", "٫": ".", "٬": "'", "،": ",", "؛": ";", "’": "'"})
_ALIKE = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe"})
_ALIKE |= str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ـ": "", "\u200c": "", "\u200f": ""})


def plain_digits(text: str) -> str:
    """Digits of any script as 0 to 9, with the signs that go with them."""
    return _DIGIT.sub(lambda found: str(unicodedata.decimal(found.group())), text).translate(_SIGNS)


def folded(text: str) -> str:
    """Without case, marks and doubled blanks, so that "Märchen" and "MARCHEN" are the same."""
    spread = unicodedata.normalize("NFKD", plain_digits(text).casefold())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return _BLANKS.sub(" ", bare.translate(_ALIKE)).strip()
