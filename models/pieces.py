"""What tales are made of, in all languages: pieces with a code, and each language's words for them.

A kind of pieces has a table of codes with definitions, and in each language a file of words.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from models.language import LOCALES
from models.terms_file import BadLexicon, all_terms
from search.coded_terms import CodedTerms


class PieceFiles(NamedTuple):
    """The names of the files of one kind of pieces: the table, and those of the languages."""

    codes: str
    words: str


DANGER = PieceFiles("danger_pieces.csv", "danger_words.txt")
DAILY = PieceFiles("daily_pieces.csv", "daily_words.txt")


def load_pieces(files: PieceFiles, directory: Path | None = None) -> CodedTerms:
    """The words of each piece, in all languages that have them. Raises BadLexicon."""
    folder = directory or LOCALES
    codes = load_codes(files, folder)
    words = all_terms(folder, name=files.words)
    for language, by_code in words.items():
        if strays := by_code.keys() - set(codes):
            raise BadLexicon(f"{language}/{files.words}: {min(strays)} is not in {files.codes}")
    owned = [(x, {language: own.get(x, ()) for language, own in words.items()}) for x in codes]
    return CodedTerms.of(owned, stemmed=True)


def load_codes(files: PieceFiles, directory: Path | None = None) -> tuple[str, ...]:
    """The codes of the pieces."""
    with ((directory or LOCALES) / files.codes).open(encoding="utf-8", newline="") as file:
        return tuple([row["code"] for row in csv.DictReader(file)])
