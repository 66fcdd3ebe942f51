"""All words of the locales' files by which questions are understood."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from models.answering import Words
from models.lexicon import load_emergencies, load_topics
from models.understanding import digest_of_words, load_understanding
from models.vocabulary import load_vocabulary
from search.emergency import EmergencyDetector


@cache
def load_words(kept_in: Path | None = None) -> Words:
    """What the files say; what is dear to work out is kept in a folder. Raises BadLexicon."""
    return Words(
        topics={topic.code: topic for topic in load_topics()},
        emergencies=EmergencyDetector(load_emergencies()),
        understanding=load_understanding(kept_in),
        lists=load_vocabulary(),
        digest=digest_of_words(),
    )
