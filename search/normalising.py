"""From a text to words that can be compared, whatever keyboard they were typed on."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from search.geez import FOLDED
from search.letters import ARABIC, CYRILLIC, DROPPED, LATIN
from search.scripts import Script, script_of

# A word is letters and digits with what may stand within them; an apostrophe belongs to a word
# only between Cyrillic letters (сім'я), elsewhere it divides (l'aide, Ankara'da).
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{DROPPED}]|(?<=[\u0400-\u04ff])['’ʼ`´](?=[\u0400-\u04ff]))*")
_DROPPED = re.compile(rf"[{DROPPED}'’ʼ`´]")
# ae, oe and ue for ä, ö and ü; but Frauen, neue and Quelle have no ü.
_UMLAUT = re.compile(r"([ao])e|(?<![aeoq])(u)e")
_WORDS_KEPT = 1 << 13  # a few: a full garbage collection walks over them all


def words(text: str) -> list[str]:
    """Return the normalised words of a text in their order."""
    return [word for word in map(normalise_word, _WORD.findall(text)) if word]


@lru_cache(maxsize=_WORDS_KEPT)
def normalise_word(word: str) -> str:
    """Fold case, digits, marks and spelling variants of one word, by its script."""
    plain = unicodedata.normalize("NFKC", word).casefold()
    if plain.isascii():
        return _latin(plain)
    return _FOLDS[script_of(plain)](_digits(plain))


def _digits(word: str) -> str:
    if not any(letter.isdecimal() for letter in word):
        return word
    return "".join(str(unicodedata.decimal(x)) if x.isdecimal() else x for x in word)


def _unmarked(word: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFD", word))


def _latin(word: str) -> str:
    return _UMLAUT.sub(r"\1\2", _unmarked(word).translate(LATIN))


def _cyrillic(word: str) -> str:
    return _unmarked(word).translate(CYRILLIC)


def _arabic(word: str) -> str:
    return _DROPPED.sub("", word.translate(ARABIC))


_FOLDS: Mapping[Script, Callable[[str], str]] = {
    Script.LATIN: _latin,
    Script.CYRILLIC: _cyrillic,
    Script.ARABIC: _arabic,
    Script.ETHIOPIC: lambda word: _DROPPED.sub("", word.translate(FOLDED)),
    Script.OTHER: lambda word: _DROPPED.sub("", word),
}
