"""All words of the locales' files by which questions are understood."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from shutil import rmtree
from sqlite3 import OperationalError

from models.answering import Words
from models.lexicon import load_emergencies, load_topics
from models.understanding import digest_of_words, load_understanding
from models.vocabulary import load_vocabulary
from search.emergency import EmergencyDetector
from search.engine import TextIndex
from search.nearest import NearConcepts

_NEAR = "near-"


@cache
def load_words(kept_in: Path | None = None) -> Words:
    """What the files say; what is dear to work out is kept in a folder. Raises BadLexicon."""
    understanding = load_understanding(kept_in)
    return Words(
        topics={topic.code: topic for topic in load_topics()},
        emergencies=EmergencyDetector(load_emergencies()),
        understanding=understanding,
        near=NearConcepts(understanding, _near(kept_in)),
        lists=load_vocabulary(),
        digest=digest_of_words(),
    )


def _near(kept_in: Path | None) -> TextIndex:
    """The index of the terms of just these words, older ones thrown away."""
    if kept_in is None:
        return TextIndex()
    folder = kept_in / f"{_NEAR}{digest_of_words()}"
    try:
        for other in kept_in.glob(f"{_NEAR}*"):
            if other != folder:
                rmtree(other, ignore_errors=True)
        return TextIndex(folder)
    except (OSError, OperationalError):
        return TextIndex()
