"""Writing systems: which script a word is in, and which one a language uses."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    """ISO 15924 codes of the scripts that are normalised each in its own way."""

    LATIN = "Latn"
    ARABIC = "Arab"
    CYRILLIC = "Cyrl"
    ETHIOPIC = "Ethi"
    OTHER = "Zyyy"


TOWN_LANGUAGE = "de"
_WORDS_KEPT = 1 << 12
_OF_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ps", "ckb", "ur"), Script.ARABIC),
    **dict.fromkeys(("uk", "ru", "bg", "sr", "mk"), Script.CYRILLIC),
    **dict.fromkeys(("ti", "am"), Script.ETHIOPIC),
    **dict.fromkeys(("el", "ka", "hy", "hi", "zh", "ja", "ko", "he"), Script.OTHER),
}

# What someone may have written in who used another script than that of the language they chose.
_LIKELY = {
    Script.LATIN: ("en",),
    Script.ARABIC: ("ar", "fa"),
    Script.CYRILLIC: ("uk", "ru"),
    Script.ETHIOPIC: ("ti",),
    Script.OTHER: (),
}


def searched_languages(language: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return the languages that words may be in, of someone who chose ``language``.

    That language itself comes first, then the town's, then what another script suggests.
    """
    own = script_of_language(language)
    others = [script for script in dict.fromkeys(map(script_of, words)) if script is not own]
    likely = [code for script in others for code in _LIKELY[script]]
    return tuple(dict.fromkeys((language, TOWN_LANGUAGE, *likely)))


def script_of_language(language: str) -> Script:
    """Return the script of a BCP 47 language code; Latin where nothing else is known."""
    return _OF_LANGUAGE.get(language.partition("-")[0], Script.LATIN)


@lru_cache(maxsize=_WORDS_KEPT)
def script_of(text: str) -> Script:
    """Return the script of the first letter that belongs to one of the scripts handled here."""
    return next(filter(None, map(_script_of_letter, text)), Script.OTHER)


def _script_of_letter(letter: str) -> Script | None:
    point = ord(letter)
    if point < 0x250 or 0x1E00 <= point < 0x1F00:
        return Script.LATIN if letter.isalpha() else None
    if 0x400 <= point < 0x530:
        return Script.CYRILLIC
    if 0x600 <= point < 0x780 or 0xFB50 <= point < 0xFF00:
        return Script.ARABIC
    if 0x1200 <= point < 0x13A0:
        return Script.ETHIOPIC
    return None
