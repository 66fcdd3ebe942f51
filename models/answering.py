"""What finds offers: an index of them, and the words by which questions are understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from models import learned_words, search_index
from search.catalogue import Catalogue
from search.concept_tags import concepts_of
from search.document import Topic
from search.emergency import EmergencyDetector
from search.engine import TextIndex
from search.parts import Parts
from search.translating.word_translations import WordTranslations
from search.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the locales' files; `digest` is another one when they are.

    `lists` are word lists, for what a town's own translations do not teach.
    """

    topics: Mapping[str, Topic]
    emergencies: EmergencyDetector
    understanding: Understanding
    lists: WordTranslations
    digest: str


@dataclass(frozen=True, slots=True)
class Answering:
    """An index, and the words it is asked with."""

    index: TextIndex
    words: Words

    def follow(self, session: Session, today: date) -> None:
        """Let the index hold what stands on `today`; what did not change is not looked at."""
        search_index.follow(session, self.index, self._parts, today)

    def stands(self, session: Session, today: date) -> bool:
        """Whether the index holds what stands on `today`."""
        wanted = search_index.stand(session, self._parts, today)
        return self.index.revision == str(wanted)

    def catalogue(self, session: Session) -> Catalogue:
        """The index, ready to be asked, with what was learned of words by now."""
        translations = learned_words.known(session).beside(self.words.lists)
        return Catalogue(self.index, self.words.understanding, translations)

    @property
    def _parts(self) -> Parts:
        tag = partial(concepts_of, understanding=self.words.understanding)
        return Parts(tag, self.words.digest)
