"""A question over an index: looks in every language that helps, candidates, and their order."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from math import sqrt

from search.agreeing import flatter
from search.analysis import stem
from search.compounds import Compounds
from search.engine import TextIndex
from search.forward import STEMS
from search.nearest import Near, NearConcepts, Strengths
from search.parts import CONCEPTS, concepts
from search.ranking.looking import Look
from search.ranking.model import Model, Seen
from search.ranking.rows import Rows
from search.ranking.tagged import Tagged
from search.ranking.wording import Foreign, german_words, own_words
from search.reading import Reading
from search.scripts import TOWN_LANGUAGE, Script, script_of, script_of_language
from search.translating.sounding import Sounding
from search.translating.word_translations import WordTranslations

EACH = 40  # documents that each look brings up
_CLOSELY = 40  # of all these, to be looked at more closely
_K = 5  # of reciprocal rank fusion (Cormack, Clarke & Büttcher 2009): first places count most
_OWN = 2  # languages, beside the town's, in whose texts a question's own words are looked for


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates with their scores, best first, and how each look saw them."""

    order: Sequence[tuple[int, float]]
    seen: Seen
    looks: Sequence[Look]
    tagged: Tagged
    near: Near

    def language(self, key: int) -> str:
        """Return the language of a document's text that serves best."""
        own = [look.language for look in self.looks if look.is_own]
        with_text = (x for x, rows in zip(own, self.seen.own, strict=True) if key in rows)
        return next(with_text, TOWN_LANGUAGE)


class Ranking:
    """Brings up an index' documents for a reading, and puts them in order."""

    def __init__(
        self, index: TextIndex, near: NearConcepts, translations: WordTranslations, model: Model
    ) -> None:
        self._index = index
        self._near = near
        self._translations = translations
        self._sounding = Sounding(translations)
        self._model = model

    def rank(self, reading: Reading, allowed: Container[int] | None = None) -> Ranked:
        """Return what may answer, best first, among documents that are allowed."""
        looks = tuple(self._looks(reading))
        near = self._near.near(reading)
        told = (reading.concepts, near.terms, near.said, near.together)
        nearest = (near.terms, near.said, flatter(near.together))
        strengths = (reading.concepts, *map(_beside_best, nearest))
        pairs = zip(strengths, map(_surety, told), strict=True)
        tagged = [Tagged(self._index, *pair) for pair in pairs]
        brought = [x.candidates(EACH, allowed) for x in looks]
        brought += [x.candidates(EACH, allowed) for x in tagged]
        keys = _likeliest(brought)
        seen = self._seen(looks, tagged, keys)
        return Ranked(self._model.order(seen, keys), seen, looks, tagged[0], near)

    def _seen(self, looks: Sequence[Look], tagged: Sequence[Tagged], keys: Collection[int]) -> Seen:
        rows = [(look, look.rows(keys)) for look in looks]
        held = self._index.held(CONCEPTS, keys)
        tags = {key: concepts(payload) for key, payload in held.items()}
        return Seen(
            [found for look, found in rows if look.is_own],
            next((found for look, found in rows if not look.is_own), Rows()),
            *[each.rows(tags) for each in tagged],
        )

    def _looks(self, reading: Reading) -> Iterator[Look]:
        there = self._index.languages
        scripts = {script_of(word) for word in reading.words}
        written = [x for x in reading.languages if script_of_language(x) in scripts]
        others = [x for x in written if x != TOWN_LANGUAGE]
        heard = _heard(reading.languages, scripts)
        is_german = written[:1] == [TOWN_LANGUAGE] and not heard
        for language in [TOWN_LANGUAGE] if is_german else others[:_OWN]:
            if language in there:
                words = own_words(reading.words, language, self._compounds(language))
                yield Look.at(self._index, language, words, is_own=True)
        if not is_german and TOWN_LANGUAGE in there:
            foreign = Foreign(self._translations, self._sounding, others, heard)
            meant = german_words(reading.words, foreign, self._is_german)
            yield Look.at(self._index, TOWN_LANGUAGE, meant, is_own=False)

    def _compounds(self, language: str) -> Compounds:
        return Compounds(language, partial(self._frequency, language))

    def _frequency(self, language: str, word: str) -> int:
        return self._index.frequency(language, STEMS, stem(word, language))

    def _is_german(self, stemmed: str) -> bool:
        return self._index.frequency(TOWN_LANGUAGE, STEMS, stemmed) > 0


def _beside_best(near: Strengths) -> Strengths:
    best = max(near.values(), default=1.0)
    return {code: share / best for code, share in near.items()}


def _surety(told: Strengths) -> float:
    """How far a witness of concepts counts, by the one that it speaks of most strongly."""
    return sqrt(max(told.values(), default=0.0))


def _likeliest(brought: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """The documents that come first by all looks together."""
    shares: defaultdict[int, float] = defaultdict(float)
    for found in brought:
        for place, key in enumerate(found):
            shares[key] += 1 / (_K + place)
    return tuple(nlargest(_CLOSELY, shares, key=shares.__getitem__))


def _heard(languages: Sequence[str], scripts: Collection[Script]) -> list[str]:
    """The languages of other scripts whose words may be typed in Latin letters."""
    if Script.LATIN not in scripts or languages[:1] == (TOWN_LANGUAGE,):
        return []
    return [x for x in languages if script_of_language(x) is not Script.LATIN]
