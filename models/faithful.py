"""Whether a translation still has what has to be exact: numbers, addresses and telephone numbers.

A machine that loses a digit of a telephone number does more harm than no translation; so what does
not come back as it was makes the translation worthless.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

ADDRESS = re.compile(r"(?i)\b(?:https?://|www\.)[^\s<>\"'،؛]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
THOUSANDS = re.compile(r"(?<=\d)[.,'’٬\u00a0\u202f ](?=\d{3}(?!\d))")
NUMBER = re.compile(r"\d+")
SHORT = 2
"""Digits of an hour, a day, minutes: «9 Uhr» may become 9:00, and 09 may become 9."""


def is_faithful(text: str, translation: str) -> bool:
    """Whether every number and every address came back as often as it was there, and no long
    number that was not.
    """
    if _addresses(text) != _addresses(translation):
        return False
    wanted, found = _numbers(text), _numbers(translation)
    added = found - wanted
    return wanted <= found and all(len(number) <= SHORT for number in added)


def _addresses(text: str) -> Counter[str]:
    return Counter(found.rstrip(".,;:!?)").lower() for found in ADDRESS.findall(text))


def _numbers(text: str) -> Counter[str]:
    """Runs of digits of any script, without what only divides thousands."""
    bare = ADDRESS.sub(" ", text)
    western = "".join(_western(letter) for letter in bare)
    return Counter(map(_short, NUMBER.findall(THOUSANDS.sub("", western))))


def _western(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    return letter if digit is None else str(digit)


def _short(number: str) -> str:
    return number.lstrip("0") or "0" if len(number) <= SHORT else number
