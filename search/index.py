"""One language's texts, ready to be asked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from search.bm25 import K1, Counts, Postings, build_postings, merged, rarity
from search.grams import grams
from search.normalising import words
from search.stemming import stem
from search.stopwords import STOP_WORDS

GRAM_WEIGHT = 0.3
_TELLING_DIGITS = 3  # a shorter number says nothing by itself
_WEIGHTS_KEPT = 1 << 17  # in words' merged postings, about 5 MB a language


class LanguageIndex:
    """The texts of one language: word stems and 4-grams with their BM25 weights."""

    def __init__(self, language: str, texts: Sequence[Mapping[str, str]]) -> None:
        """``texts`` are the documents' fields; a document without text in the language has none."""
        self.language = language
        self._stop_words = STOP_WORDS.get(language, frozenset())
        counted = [self._count(fields) for fields in texts]
        size = sum(1 for counts in counted if counts)
        self._stems = build_postings([self._stemmed(counts) for counts in counted], size)
        self._grams = build_postings([_in_grams(x) for x in counted], size, GRAM_WEIGHT)
        most = (K1 + 1) * rarity(size, 0)
        self._no_stem: Postings = ((), (), most)
        self._no_gram: Postings = ((), (), GRAM_WEIGHT * most)
        kept = _WEIGHTS_KEPT // max(64, size)
        self._postings = lru_cache(maxsize=kept)(self._look_up)

    def score(self, question_words: Iterable[str]) -> dict[int, float]:
        """Return documents' numbers with the share (0 to 1) of the question's weight they hold."""
        scores: defaultdict[int, float] = defaultdict(float)
        most = 0.0
        for word in dict.fromkeys(question_words):
            documents, weights, highest = self._postings(word)
            most += highest
            for number, weight in zip(documents, weights, strict=True):
                scores[number] += weight
        return {number: score / most for number, score in scores.items()}

    def _look_up(self, word: str) -> Postings:
        if word in self._stop_words or (word.isdecimal() and len(word) < _TELLING_DIGITS):
            return (), (), 0.0
        stemmed = self._stems.get(stem(word, self.language), self._no_stem)
        return merged([stemmed, *[self._grams.get(gram, self._no_gram) for gram in grams(word)]])

    def _count(self, fields: Mapping[str, str]) -> dict[str, Counter[str]]:
        return {field: self._content(text) for field, text in fields.items() if text}

    def _content(self, text: str) -> Counter[str]:
        return Counter([word for word in words(text) if word not in self._stop_words])

    def _stemmed(self, counts: Counts) -> Counts:
        return {field: self._by_stem(found) for field, found in counts.items()}

    def _by_stem(self, found: Mapping[str, float]) -> dict[str, float]:
        counted: defaultdict[str, float] = defaultdict(float)
        for word, many in found.items():
            counted[stem(word, self.language)] += many
        return counted


def _in_grams(counts: Counts) -> Counts:
    return {field: _by_gram(found) for field, found in counts.items()}


def _by_gram(found: Mapping[str, float]) -> dict[str, float]:
    counted: defaultdict[str, float] = defaultdict(float)
    for word, many in found.items():
        for gram in grams(word):
            counted[gram] += many
    return counted
