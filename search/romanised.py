"""Words as they sound, for those who type their language in the letters of another.

The skeleton of a word is its consonants in Latin letters, so that «kors almani» meets كورس الماني
and «nemeckogo» meets немецкого. Vowels are left out because Arabic and Persian do not write them;
the digits of Arabizi (Yaghan 2008) stand for the letters that they look like.
"""

import re
from functools import lru_cache

_SHORTEST = 3  # a shorter skeleton is that of too many words
_KEPT = 1 << 12

# Each consonant with the letters of Arabic, Cyrillic and Arabizi that are written for it.
_SOUNDS = {
    "b": "بپбпp",
    "t": "تطт6",
    "d": "دضд",
    "j": "ج",
    "h": "حهخхx75",
    "r": "رр",
    "z": "زذظз",
    "s": "سثصс9",
    "S": "شшщ",
    "f": "فф",
    "k": "قكкq",
    "g": "غگг8",
    "l": "لл",
    "m": "мم",
    "n": "نн",
    "v": "вw",
    "c": "ц",
    "C": "чچ",
    "Z": "жژ",
    "": "عاويаеиоуюя23",
}
_LETTERS = {ord(letter): sound for sound, letters in _SOUNDS.items() for letter in letters}
_PAIRS = (
    *(("shch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("kh", "h"), ("gh", "g"), ("zh", "Z")),
    *(("ts", "c"), ("tz", "c"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("dj", "j")),
)
_NO_CONSONANT = re.compile("[^a-zSCZ]|[aeiouy]")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=_KEPT)
def skeleton(word: str) -> str:
    """Return the consonants of a normalised word; "" when too few are left to tell it by."""
    for pair, letter in _PAIRS:
        word = word.replace(pair, letter)
    bare = _NO_CONSONANT.sub("", word.translate(_LETTERS))
    short = _DOUBLED.sub(r"\1", bare).rstrip("h")  # the feminine ending is not heard
    return short if len(short) >= _SHORTEST else ""
