"""What German words are called in other languages: `vocabulary.txt` of the locales.

A word list in general terms; what a town's own translations teach (`models.learned_words`) comes
first, this helps where they say nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from models.language import LOCALES
from models.terms_file import BadLexicon
from search.analysis import terms
from search.scripts import TOWN_LANGUAGE
from search.translating.word_translations import WordTranslations

VOCABULARY = "vocabulary.txt"
Shares = dict[str, dict[str, float]]


def load_vocabulary(directory: Path | None = None) -> WordTranslations:
    """The word lists of every language that has one. Raises BadLexicon.

    Of a word with several German ones each is as likely.
    """
    found = {}
    for path in sorted((directory or LOCALES).glob(f"*/{VOCABULARY}")):
        found[path.parent.name] = _shares(path, path.parent.name)
    return WordTranslations(found)


def _shares(path: Path, language: str) -> Shares:
    german: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for here, there in _pairs(path, language):
        german[here].update(dict.fromkeys(there))
    return {word: dict.fromkeys(into, 1 / len(into)) for word, into in german.items()}


def _pairs(path: Path, language: str) -> Iterator[tuple[str, list[str]]]:
    """A stem of the language, and the stems of the German word; phrases are left out."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        german, colon, translations = line.partition(":")
        if not colon or not translations.strip():
            raise BadLexicon(f"{language}/{path.name}, line {number}: no word and its translations")
        into = terms(german, TOWN_LANGUAGE)
        analysed = (terms(x, language) for x in translations.split("|"))
        yield from ((only[0], into) for only in analysed if len(only) == 1 and into)
