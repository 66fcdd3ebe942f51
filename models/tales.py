"""What people say in danger, and in none with the same words: sentences to learn from."""

from __future__ import annotations

from pathlib import Path

from models.situations import SentenceFiles
from search.thesaurus import Situations

DANGERS = "dangers.txt"
HARMLESS = "harmless"
KINDS = ("fire", "violence", "suicide", "poison", "medical")


def load_dangers(directory: Path | None = None) -> Situations:
    """What people say in danger, and in none, by language and kind. Raises BadLexicon."""
    return dict(SentenceFiles({*KINDS, HARMLESS}, directory, DANGERS))
