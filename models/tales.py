"""What tales of danger are made of: pieces by language, and sentences to learn from."""

from __future__ import annotations

import csv
from pathlib import Path

from models.language import LOCALES
from models.situations import SentenceFiles
from models.terms_file import BadLexicon, all_terms
from search.coded_terms import CodedTerms
from search.thesaurus import Situations

PIECES = "danger_pieces.csv"
WORDS = "danger_words.txt"
DANGERS = "dangers.txt"
HARMLESS = "harmless"
KINDS = ("fire", "violence", "suicide", "poison", "medical")


def load_pieces(directory: Path | None = None) -> CodedTerms:
    """The words of each piece, in all languages that have them. Raises BadLexicon."""
    folder = directory or LOCALES
    codes = load_codes(folder)
    words = all_terms(folder, name=WORDS)
    for language, by_code in words.items():
        if strays := by_code.keys() - set(codes):
            raise BadLexicon(f"{language}/{WORDS}: {min(strays)} is not in {PIECES}")
    owned = [(x, {language: own.get(x, ()) for language, own in words.items()}) for x in codes]
    return CodedTerms.of(owned, stemmed=True)


def load_codes(folder: Path) -> tuple[str, ...]:
    """The codes of the pieces."""
    with (folder / PIECES).open(encoding="utf-8", newline="") as file:
        return tuple([row["code"] for row in csv.DictReader(file)])


def load_dangers(directory: Path | None = None) -> Situations:
    """What people say in danger, and in none, by language and kind. Raises BadLexicon."""
    return dict(SentenceFiles({*KINDS, HARMLESS}, directory, DANGERS))
