"""Concepts that come near to what is asked: misspelt words, other forms, parts of terms.

A concept's terms in a language are taken for a text, and asked by stems and 4-grams (BM25). It
tells less surely than a term that stands there, and finds something where none does. So do the
sentences that people say in such a situation (`search.likeness`).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest

from search.index import LanguageIndex
from search.likeness import Likeness
from search.scripts import TOWN_LANGUAGE
from search.thesaurus import ConceptKind
from search.understanding import Understanding

_LANGUAGES = 2  # that a question is most likely in
_INDEXES_KEPT = 6
_MOST = 8  # concepts
_SURE, _TELLING = 0.95, 2.0  # tried on our own questions: what half of it says is sure enough
_BESIDE_BEST = 0.4  # of the nearest one's share, for another to be near as well
_ANSWERING = (ConceptKind.TOPIC, ConceptKind.NEED)

Near = Mapping[str, float]  # concept's code -> how near (0 to 1)


class NearConcepts:
    """The thesaurus' terms as texts; a language's are made ready when it is first asked in."""

    def __init__(self, understanding: Understanding) -> None:
        concepts = understanding.thesaurus.concepts.values()
        self._index = understanding.index
        self._codes = tuple([x.code for x in concepts if x.kind in _ANSWERING])
        self._of = lru_cache(maxsize=_INDEXES_KEPT)(self._terms)
        self._likeness = Likeness(understanding.thesaurus.situations)

    def near(self, asked: Sequence[str], languages: Sequence[str]) -> Near:
        """Return the concepts nearest to normalised words in the likeliest of some languages."""
        found: dict[str, float] = {}
        for language in dict.fromkeys((*languages[:_LANGUAGES], TOWN_LANGUAGE)):
            for number, share in self._of(language).score(asked).items():
                code = self._codes[number]
                found[code] = max(_felt(share), found.get(code, 0.0))
        for code, like in self._likeness.concepts(asked, languages[:_LANGUAGES]).items():
            found[code] = 1 - (1 - found.get(code, 0.0)) * (1 - _felt(like))
        least = _BESIDE_BEST * max(found.values(), default=0.0)
        best = nlargest(_MOST, found.items(), key=lambda x: (x[1], x[0]))
        return {code: share for code, share in best if share >= least}

    def _terms(self, language: str) -> LanguageIndex:
        return LanguageIndex(language, [self._text(code, language) for code in self._codes])

    def _text(self, code: str, language: str) -> Mapping[str, str]:
        terms: Iterable[Sequence[str]] = self._index.words_for(code, language)
        text = " ".join(word for term in terms for word in term)
        return {"body": text} if text else {}


def _felt(share: float) -> float:
    """How near a concept is that has such a share of what was said."""
    return min(_SURE, _TELLING * share)
