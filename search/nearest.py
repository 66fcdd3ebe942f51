"""Concepts that come near to what is asked: misspelt words, other forms, parts of terms.

A concept's terms in a language are taken for a text, and asked by stems and 4-grams (BM25). It
tells less surely than a term that stands there, and finds something where none does. So do the
sentences that people say in such a situation (`search.likeness`), and so does what all that is
told of makes together (`search.needs`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from threading import Lock
from types import MappingProxyType
from typing import NamedTuple

from search.analysis import content
from search.engine import TextIndex
from search.grams import grams
from search.likeness import Likeness
from search.needs import Needs
from search.reading import Reading
from search.scripts import TOWN_LANGUAGE
from search.stemming import stem
from search.stopwords import STOP_WORDS
from search.thesaurus import ConceptKind
from search.understanding import Understanding, spoken_in

_STEM, _GRAM = "stem", "gram"
_GRAM_WEIGHT = 0.3
_TELLING_DIGITS = 3  # a shorter number says nothing by itself
_LOOKED_AT = 50  # concepts of a language
_MOST = 8  # concepts
_SURE, _TELLING = 0.95, 2.0  # tried on our own questions: what half of it says is sure enough
_BESIDE_BEST = 0.4  # of the nearest one's share, for another to be near as well
_ANSWERING = (ConceptKind.TOPIC, ConceptKind.NEED)

Strengths = Mapping[str, float]  # concept's code -> how near (0 to 1)
NONE: Strengths = MappingProxyType({})


class Near(NamedTuple):
    """Concepts that what is asked comes near to: by their ``terms``, by what others ``said``, and
    by what goes ``together``, there as probabilities.

    ``outside`` is how like it is to what no town answers, ``apart`` how likely that is by what
    goes together, ``heard`` the share of its words that anybody said in a sentence that is known
    (all 0 to 1).
    """

    terms: Strengths = NONE
    said: Strengths = NONE
    together: Strengths = NONE
    outside: float = 0.0
    apart: float = 0.0
    heard: float = 0.0


class NearConcepts:
    """The thesaurus' terms as texts in an index; a language's are put there when first asked in."""

    def __init__(
        self,
        understanding: Understanding,
        index: TextIndex | None = None,
        likeness: Likeness | None = None,
        needs: Needs | None = None,
    ) -> None:
        """``index`` is one in which the terms of this very thesaurus are kept, and nothing else.

        ``likeness`` is that of its situations, where they are kept as well, and ``needs`` tell
        what goes together, also of words that are none of the thesaurus.
        """
        concepts = understanding.thesaurus.concepts.values()
        self._words_for = understanding.index.words_for
        self._codes = tuple([x.code for x in concepts if x.kind in _ANSWERING])
        self._outside = frozenset([x.code for x in concepts if x.kind is ConceptKind.OUTSIDE])
        self._index = index or TextIndex()
        self._ready = set(self._index.languages)
        self._filling = Lock()
        self._likeness = likeness or Likeness(understanding.thesaurus.situations)
        self._needs = needs or Needs()

    def near(self, reading: Reading) -> Near:
        """Return what comes near to what is asked, in its likeliest languages."""
        languages = spoken_in(reading.languages)
        asked = content(reading.words, languages[0])
        named: dict[str, float] = {}
        spoken = dict.fromkeys((*languages, TOWN_LANGUAGE))
        for language in spoken:
            self._make_ready(language)
        with self._index.still():
            shares = [x for language in spoken for x in self._shares(asked, language)]
        for number, share in shares:
            code = self._codes[number]
            named[code] = max(_felt(share), named.get(code, 0.0))
        said = self._likeness.concepts(asked, languages)
        outside = max((said.pop(x) for x in self._outside & said.keys()), default=0.0)
        felt = {code: _felt(like) for code, like in said.items()}
        heard = self._likeness.heard(asked, languages)
        likely = dict(
            self._needs.likely(self._needs.pieces(reading.words, reading.meant, languages))
        )
        apart = sum(likely.pop(x) for x in self._outside & likely.keys())
        together = dict(nlargest(_MOST, likely.items(), key=lambda x: (x[1], x[0])))
        return Near(_nearest(named), _nearest(felt), together, outside, apart, heard)

    def _shares(self, asked: Sequence[str], language: str) -> Sequence[tuple[int, float]]:
        """Concepts' numbers with the share (0 to 1) of the weight of what was asked they hold."""
        plain = STOP_WORDS.get(language, frozenset())
        query = [
            x for word in dict.fromkeys(asked) if word not in plain for x in _query(word, language)
        ]
        return self._index.shares(language, query, _LOOKED_AT)

    def _make_ready(self, language: str) -> None:
        if language in self._ready:
            return
        with self._filling, self._index.alone():
            if language not in self._index.languages:
                self._fill(language)
            self._ready.add(language)

    def _fill(self, language: str) -> None:
        for number, code in enumerate(self._codes):
            terms: Iterable[Sequence[str]] = self._words_for(code, language)
            said = [word for term in terms for word in term]
            if said:
                self._index.put(number, language, _fields(said, language), b"", "")
        self._index.commit(self._index.revision)


def _fields(said: Sequence[str], language: str) -> Mapping[str, Sequence[str]]:
    plain = STOP_WORDS.get(language, frozenset())
    telling = [word for word in said if word not in plain]
    return {
        _STEM: [stem(word, language) for word in telling],
        _GRAM: [gram for word in telling for gram in grams(word)],
    }


def _query(word: str, language: str) -> Iterator[tuple[str, str, float]]:
    if word.isdecimal() and len(word) < _TELLING_DIGITS:
        return
    yield _STEM, stem(word, language), 1.0
    yield from ((_GRAM, gram, _GRAM_WEIGHT) for gram in grams(word))


def _nearest(found: Strengths) -> Strengths:
    least = _BESIDE_BEST * max(found.values(), default=0.0)
    best = nlargest(_MOST, found.items(), key=lambda x: (x[1], x[0]))
    return {code: share for code, share in best if share >= least}


def _felt(share: float) -> float:
    """How near a concept is that has such a share of what was said."""
    return min(_SURE, _TELLING * share)
