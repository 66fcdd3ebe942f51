"""The town's offers, ready to be asked."""

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import partial
from heapq import nlargest
from math import exp

from search import confidence
from search.agreeing import agreed
from search.analysis import stem
from search.answer import Answer, Hit
from search.concept_tags import concepts_of
from search.document import Document
from search.engine import TextIndex
from search.forward import STEMS
from search.indexing import bring
from search.nearest import NearConcepts
from search.parts import CONCEPT, CONCEPTS, Parts, concepts
from search.ranking import model
from search.ranking.evidence import evidence
from search.ranking.question import Ranked, Ranking
from search.reading import Kind, Reading
from search.scripts import TOWN_LANGUAGE
from search.sentences.tokens import Translation
from search.thesaurus import ConceptKind
from search.translating.word_translations import WordTranslations
from search.understanding import Understanding

_BUTTONS = 5  # topics that an answer names at most
_STRONGLY = 0.4  # of what is told of most strongly
_LEAST = 0.06  # of a probability, for an answer to be worth keeping at all
_ASKING = (Kind.QUESTION, Kind.FOLLOW_UP)
NOTHING_LEARNED = WordTranslations()


class Catalogue:
    """Answers questions over the documents that an index holds; without memory of them."""

    def __init__(
        self,
        index: TextIndex,
        understanding: Understanding,
        translations: WordTranslations = NOTHING_LEARNED,
        near: NearConcepts | None = None,
    ) -> None:
        """``translations`` are those learned from the town's offers, and of word lists.

        ``near`` are the concepts of the understanding, where somebody has them already.
        """
        self._index = index
        self._understanding = understanding
        self.translations = translations
        near = near or NearConcepts(understanding)
        self._ranking = Ranking(index, near, translations, model.shipped())
        self._confidence = confidence.shipped()

    @classmethod
    def of(
        cls,
        documents: Iterable[Document],
        understanding: Understanding,
        translations: WordTranslations = NOTHING_LEARNED,
        near: NearConcepts | None = None,
    ) -> "Catalogue":
        """Return a catalogue of these documents, whose index is in memory."""
        return cls(in_memory(documents, understanding), understanding, translations, near)

    def ask(
        self, text: str, language: str, allowed: Container[int] | None = None, limit: int = 10
    ) -> Answer:
        """Return the best ``limit`` documents for a question, of those whose keys are allowed.

        It is looked up in the languages that it may be in, in German by what its words mean
        there, and by the concepts that it tells of. Nothing that was asked is kept.
        """
        reading, ranked = self.rank(text, language, allowed)
        if reading.kind not in _ASKING:
            return Answer((), (), 0.0, reading)
        if not ranked.order:
            return Answer((), self._topics(reading, ranked), 0.0, reading)
        probability = self._confidence.probability(evidence(reading, ranked))
        found = ranked.order[:limit] if probability >= _LEAST else ()
        best = ranked.order[0][1]
        hits = tuple(Hit(key, exp(score - best), ranked.language(key)) for key, score in found)
        return Answer(hits, self._topics(reading, ranked), probability, reading)

    def rank(
        self, text: str, language: str, allowed: Container[int] | None = None
    ) -> tuple[Reading, Ranked]:
        """Return what is understood of a question, and every candidate as it was looked at."""
        with self._index.still():
            reading = self._understanding.read(text, language, self._is_known)
            return reading, self._ranking.rank(reading, allowed)

    def meanings(self, language: str) -> Translation:
        """Return what is known of the words of a language, to read German texts with."""
        german = self.translations.german
        return Translation(language, lambda stemmed: german(stemmed, language))

    def _is_known(self, word: str) -> bool:
        stemmed = stem(word, TOWN_LANGUAGE)
        return self._index.frequency(TOWN_LANGUAGE, STEMS, stemmed) > 0

    def _topics(self, reading: Reading, ranked: Ranked) -> tuple[str, ...]:
        """The topics that are strongly told of, those of what came first, those told of weakly;
        where there are none, the commonest.
        """
        about = self._index.held(CONCEPTS, [key for key, _ in ranked.order[:_BUTTONS]])
        kinds = self._understanding.thesaurus.concepts
        told = agreed(reading, ranked.near, kinds)
        least = _STRONGLY * max(told.values(), default=0.0)
        of_first = [
            code for payload in about.values() for code in _strongest(concepts(payload))[:1]
        ]
        ordered = _strongest(told)
        strong = [code for code in ordered if told[code] >= least]
        named = (*strong, *of_first, *ordered)
        known = [x for x in named if x in kinds and kinds[x].kind is ConceptKind.TOPIC]
        there = self._members(known)
        near = [code for code in dict.fromkeys(known) if there[code]]
        return tuple(near[:_BUTTONS] or self._commonest())

    def _members(self, codes: Sequence[str]) -> Mapping[str, int]:
        held = self._index.frequencies(CONCEPTS, [(CONCEPT, code) for code in codes])
        return dict(zip(codes, held, strict=True))

    def _commonest(self) -> list[str]:
        concepts_known = self._understanding.thesaurus.concepts.values()
        codes = [x.code for x in concepts_known if x.kind is ConceptKind.TOPIC]
        members = self._members(codes)
        return [x for x in nlargest(_BUTTONS, members, key=members.__getitem__) if members[x]]


def in_memory(documents: Iterable[Document], understanding: Understanding) -> TextIndex:
    """Return an index of documents that is kept nowhere."""
    index = TextIndex()
    parts = Parts(partial(concepts_of, understanding=understanding), "")
    bring(index, sorted(documents, key=lambda x: x.key), parts, "")
    return index


def _strongest(strengths: Mapping[str, float]) -> list[str]:
    return sorted(strengths, key=lambda code: (-strengths[code], code))
