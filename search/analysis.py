"""From a text to the terms that stand for it in an index: analysed alike when it is asked."""

from functools import lru_cache

from search import snowball
from search.geez import consonants
from search.grams import grams
from search.normalising import words
from search.scripts import Script, script_of, script_of_language
from search.stemming import stem as light_stem
from search.stopwords import STOP_WORDS

VERSION = 2  # to be raised whenever texts are analysed otherwise: indexes are then built anew
_TELLING_DIGITS = 3  # a shorter number says nothing by itself
_KEPT = 1 << 13


def terms(text: str, language: str) -> list[str]:
    """Return the stems of the words of a text that say something, in their order."""
    return [stem(word, language) for word in content(words(text), language)]


def content(normalised: list[str] | tuple[str, ...], language: str) -> list[str]:
    """Return normalised words without those that say nothing about what is looked for."""
    empty = STOP_WORDS.get(language, frozenset())
    return [word for word in normalised if word not in empty and _tells(word)]


@lru_cache(maxsize=_KEPT)
def stem(word: str, language: str) -> str:
    """Return what the forms of a normalised word have in common; in Ge'ez its consonants."""
    script = script_of(word)
    if script is Script.ETHIOPIC:
        return consonants(word)
    if script is not script_of_language(language):
        return word
    if language in snowball.LANGUAGES:
        return snowball.stemmed(word, language)
    return light_stem(word, language)


def pieces(normalised: list[str] | tuple[str, ...]) -> list[str]:
    """Return the 4-grams of normalised words."""
    return [gram for word in normalised for gram in grams(word)]


def _tells(word: str) -> bool:
    return len(word) >= _TELLING_DIGITS or not word.isdecimal()
