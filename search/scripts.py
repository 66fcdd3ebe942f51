"""Writing systems: which script a word is in, and which one a language uses."""

from enum import StrEnum


class Script(StrEnum):
    """ISO 15924 codes of the scripts that are normalised each in its own way."""

    LATIN = "Latn"
    ARABIC = "Arab"
    CYRILLIC = "Cyrl"
    OTHER = "Zyyy"


_OF_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ps", "ckb", "ur"), Script.ARABIC),
    **dict.fromkeys(("uk", "ru", "bg", "sr", "mk"), Script.CYRILLIC),
    **dict.fromkeys(("ti", "am", "el", "ka", "hy", "hi", "zh", "ja", "ko", "he"), Script.OTHER),
}


def script_of_language(language: str) -> Script:
    """Return the script of a BCP 47 language code; Latin where nothing else is known."""
    return _OF_LANGUAGE.get(language.partition("-")[0], Script.LATIN)


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
    return None
