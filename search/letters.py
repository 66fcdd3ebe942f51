"""Letters that are written in several ways, each folded to one (data only)."""

from collections.abc import Mapping


def _fold(groups: Mapping[str, str]) -> dict[int, str]:
    return {ord(letter): target for target, letters in groups.items() for letter in letters}


# Letters that carry no meaning for finding: vowel marks, tatweel, joiners, bidi and soft hyphens.
DROPPED = (
    "\u00ad\u0640\u0670\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff"
    "\u0300-\u036f\u064b-\u065f\u06d6-\u06ed"
)

# Orthographic variants of Arabic, with the Persian, Kurdish and Urdu code points for the same
# letters; alef, yeh and teh marbuta as in Larkey, Ballesteros & Connell 2002.
ARABIC = _fold({"ا": "أإآٱ", "ي": "ىیېۍئ", "ك": "ک", "ه": "ةۀھہەۃ", "و": "ؤ", "": "ء"})

# Ukrainian and Russian letters that stand for one another in mixed or careless writing.
CYRILLIC = _fold({"и": "іїый", "е": "ёєэ", "г": "ґ", "у": "ў", "": "ьъ"})

LATIN = _fold({"i": "ı", "l": "ł", "d": "đð", "o": "øœ", "a": "æ", "e": "ə", "th": "þ"})
