"""Asking one language's documents: which come into question, and how each looks."""

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass

import numpy as np

from search.engine import TextIndex
from search.forward import GRAMS, STEMS
from search.ranking.asked import Asked, Word, asked
from search.ranking.batch import Batch
from search.ranking.features import Averages, features
from search.ranking.rows import Rows


@dataclass(frozen=True, slots=True)
class Look:
    """A question as the documents of a language are asked it; ``is_own``: in its own words."""

    index: TextIndex
    language: str
    is_own: bool
    question: Asked

    @classmethod
    def at(cls, index: TextIndex, language: str, words: Sequence[Word], *, is_own: bool) -> "Look":
        """Return the look of a question's words at an index' documents in a language."""
        size = index.size(language)
        question = asked(words, size, lambda tokens: index.frequencies(language, tokens))
        return cls(index, language, is_own, question)

    def candidates(self, limit: int, allowed: Container[int] | None) -> list[int]:
        """Return the keys of the documents that come first by their tokens alone."""
        found = self.index.search(self.language, self.question.query, limit, allowed)
        return [key for key, _ in found]

    def rows(self, keys: Collection[int]) -> Rows:
        """Return the features of those of some documents that have a text in the language."""
        payloads = self.index.held(self.language, keys)
        if not payloads or not len(self.question.rarity):
            return Rows()
        averages = Averages(*[self.index.length(self.language, x) for x in (STEMS, GRAMS)])
        batch = Batch.of(list(payloads.values()), self.question.wanted)
        found = features(self.question, batch, averages)
        return Rows([*payloads], np.nan_to_num(found))
