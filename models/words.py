"""All words of the locales' files by which questions are understood."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from shutil import rmtree
from sqlite3 import OperationalError

from models.emergencies import load_detector
from models.kept import keep, kept, older
from models.lexicon import load_topics
from models.likeness import likeness_of
from models.needs import load_needs
from models.situations import SentenceFiles
from models.understanding import digest_of_words, load_understanding
from models.vocabulary import load_vocabulary
from search.document import Topic
from search.emergency import EmergencyDetector
from search.engine import TextIndex
from search.nearest import NearConcepts
from search.translating.word_translations import WordTranslations
from search.understanding import Understanding


class Words:
    """What the files say, each part read when it is first needed. Raises BadLexicon then."""

    def __init__(self, kept_in: Path | None) -> None:
        """What is dear to work out is kept in a folder; None: nowhere."""
        self._kept_in = kept_in

    @property
    def digest(self) -> str:
        """A short text that is another one when the words are."""
        return digest_of_words()

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by their codes."""
        return {topic.code: topic for topic in load_topics()}

    @cached_property
    def emergencies(self) -> EmergencyDetector:
        """What recognises that somebody is in danger."""
        return load_detector(self._kept_in)

    @cached_property
    def understanding(self) -> Understanding:
        """What understands questions."""
        return load_understanding(self._kept_in)

    @cached_property
    def near(self) -> NearConcepts:
        """The concepts by all their terms, for what nearly names one."""
        known = self.understanding.thesaurus.concepts
        likeness = likeness_of(SentenceFiles(known), "situations", self._kept_in)
        needs = load_needs(self._kept_in)
        return NearConcepts(self.understanding, _near(self._kept_in), likeness, needs)

    @cached_property
    def lists(self) -> WordTranslations:
        """Word lists, for what a town's own translations do not teach."""
        path = self._kept_in and self._kept_in / f"vocabulary-{self.digest}"
        found = kept(path, _translations)
        if found is None:
            found = load_vocabulary()
            keep(path, found.to_json().encode())
        return found


@cache
def load_words(kept_in: Path | None = None) -> Words:
    """The words, the same for all who ask."""
    return Words(kept_in)


def _translations(data: bytes) -> WordTranslations:
    return WordTranslations.from_json(data.decode())


def _near(kept_in: Path | None) -> TextIndex:
    """The index of the terms of just these words, older ones thrown away."""
    if kept_in is None:
        return TextIndex()
    folder = kept_in / f"near-{digest_of_words()}"
    for other in older(folder):
        rmtree(other, ignore_errors=True)
    try:
        return TextIndex(folder)
    except (OSError, OperationalError):
        return TextIndex()
