"""Concepts by what others say who need them: the nearest of example sentences.

Terms find what is named. Who tells of a situation often names nothing ("the fridge is empty"), but
shares words and parts of words with others in the same situation: a question is compared with
example sentences as texts are, and each concept gets what its nearest say.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from search.sentence_index import SentenceIndex
from search.thesaurus import Situations

_LANGUAGES_KEPT = 20
Make = Callable[[], SentenceIndex]


def _anew(_: str, make: Make) -> SentenceIndex:
    return make()


class Likeness:
    """Example sentences, ready to be compared with; a language's are indexed when first asked."""

    def __init__(
        self, examples: Situations, kept: Callable[[str, Make], SentenceIndex] = _anew
    ) -> None:
        """``examples`` are sentences by language and code; a language's are read when indexed.

        ``kept`` returns the index of a language from where it was kept, else makes it.
        """
        self._examples = examples
        self._kept = kept
        self._indexes = lru_cache(maxsize=_LANGUAGES_KEPT)(self._index_of)

    def concepts(self, said: Sequence[str], languages: Iterable[str]) -> dict[str, float]:
        """Return how like (0 to 1) what was said is to what is said of each concept."""
        found: dict[str, float] = {}
        for language in self._examples.keys() & set(languages):
            for code, like in self._indexes(language).likenesses(said, language).items():
                found[code] = max(like, found.get(code, 0.0))
        return found

    def heard(self, said: Sequence[str], languages: Iterable[str]) -> float:
        """Return the share (0 to 1) of what was said whose words some example has."""
        known = self._examples.keys() & set(languages)
        return max((self._indexes(x).heard(said, x) for x in known), default=0.0)

    def _index_of(self, language: str) -> SentenceIndex:
        return self._kept(language, lambda: SentenceIndex.of(self._examples[language], language))
