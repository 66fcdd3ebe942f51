"""What finds offers: an index of them, and the words by which questions are understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from models import accepted_terms, learned_words, search_index
from models.words import Words
from search.catalogue import Catalogue
from search.concept_tags import concepts_of
from search.engine import TextIndex
from search.parts import CONCEPTS, Parts, concepts

MAIN, FURTHER = 0.2, 0.4
"""How surely words have to tell of a topic, and of more: on the demo town's offers, whose topics
are known, 92 % of the main ones are right then, and nearly every offer has one.
"""
MOST = 3


@dataclass(frozen=True, slots=True, eq=False)
class Answering:
    """An index, and the words it is asked with."""

    index: TextIndex
    words: Words

    def follow(self, session: Session, today: date) -> None:
        """Let the index hold what stands on `today`; what did not change is not looked at."""
        search_index.follow(session, self.index, self.parts, today)

    def stands(self, session: Session, today: date) -> bool:
        """Whether the index holds what stands on `today`."""
        wanted = search_index.stand(session, self.parts, today)
        return self.index.revision == str(wanted)

    def catalogue(self, session: Session) -> Catalogue:
        """The index, ready to be asked, with what was learned of words by now."""
        understanding = self.words.understanding.with_terms(accepted_terms.accepted(session))
        translations = learned_words.known(session).beside(self.words.lists)
        return Catalogue(self.index, understanding, translations, self.words.near)

    def told(self, ids: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
        """The topics that offers tell of by their words, for those that no editor gave any."""
        held = self.index.held(CONCEPTS, ids)
        return {id: tuple(self._surest(concepts(payload))) for id, payload in held.items()}

    def _surest(self, strengths: Mapping[str, float]) -> Iterator[str]:
        ranked = sorted(strengths, key=lambda code: (-strengths[code], code))
        of_town = [code for code in ranked if code in self.words.topics][:MOST]
        for place, code in enumerate(of_town):
            if strengths[code] >= (FURTHER if place else MAIN):
                yield code

    @property
    def parts(self) -> Parts:
        """What the index is to hold of an offer."""
        tag = partial(concepts_of, understanding=self.words.understanding)
        return Parts(tag, self.words.digest)
