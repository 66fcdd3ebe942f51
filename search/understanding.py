"""Understanding what people write: what they need, for whom, and what they do not want."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from search import talking
from search.concept_index import ConceptIndex, Told
from search.excluding import BOUND, Exclusions, clauses
from search.guessing import languages_of
from search.reading import Kind, Reading
from search.scripts import TOWN_LANGUAGE
from search.situations import Situations, with_broader
from search.slips import Slips, slips_among
from search.stopwords import STOP_WORDS
from search.strengths import contested, shares
from search.terms import Fits
from search.thesaurus import ConceptKind, Terms, Thesaurus

_ANSWERING = (ConceptKind.TOPIC, ConceptKind.NEED)
_LEFT = 0.3  # strength of a concept that must be left for an exclusion to be one
_LIGHT = (talking.TALK, talking.ASPECT, talking.FACET)
_MIXED_IN = (TOWN_LANGUAGE, "en")
_NAME = 3  # letters of a name at least
_SPOKEN = 2  # languages that one message is likely in
_SLIPS_KEPT = 20  # vocabularies of languages

Known = Callable[[str], bool]


def nothing(_: str) -> bool:
    """Whether a word is known that nobody but the thesaurus knows."""
    return False


class Understood(NamedTuple):
    """How strongly each concept is told of, of whatever kind, and by which words.

    ``talk`` are the places of words of talk, ``meaning`` those of all that tell of something.
    """

    strengths: Mapping[str, float]
    answering: Mapping[str, float]
    talk: frozenset[int]
    light: frozenset[int]
    meaning: frozenset[int]


class Understanding:
    """A thesaurus, ready to be used; immutable, and without memory of what was asked."""

    def __init__(self, thesaurus: Thesaurus, index: ConceptIndex | None = None) -> None:
        """``index`` is that of the thesaurus' terms, where it was kept."""
        self.thesaurus = thesaurus
        self.index = index or ConceptIndex.of(thesaurus.terms)
        concepts = thesaurus.concepts.values()
        self._answering = frozenset(x.code for x in concepts if x.kind in _ANSWERING)
        self._situations = Situations(thesaurus.rules)
        self._exclusions = {x: Exclusions(those) for x, those in thesaurus.exclusions.items()}
        self._slips = lru_cache(maxsize=_SLIPS_KEPT)(self._slips_of)
        self._further: ConceptIndex | None = None

    def read(self, text: str, language: str, known: Known = nothing) -> Reading:
        """Return what somebody who chose a language means by a text.

        ``known`` tells whether the town's texts have a (normalised) word; such a word is no slip.
        """
        said = clauses(text)
        told = tuple(self.index.told(said))
        languages = languages_of(said, told, language)
        told = self._told(said, told, self._meant(said, languages, known))
        understood = self._understand(said, told, languages)
        unknown = tuple([said[n] for n in _without_meaning(said, understood, languages)])
        without = self._excluded(said, languages)
        if without:
            left = tuple(x for x in told if not without.intersection(x.places))
            rest = self._understand(said, left, languages)
            if max(rest.answering.values(), default=0.0) >= _LEFT:
                understood, said = rest, [x for n, x in enumerate(said) if n not in without]
                told = left
        meant = _meant_by(told, spoken_in(languages))
        reading = replace(self._reading(said, languages, understood), unknown=unknown, meant=meant)
        about = reading.kind is Kind.FOLLOW_UP and not talking.points(reading.aspects)
        is_new = about and any(known(name) for name in unknown)
        return replace(reading, kind=Kind.QUESTION) if is_new else reading

    def with_terms(self, terms: Terms) -> Understanding:
        """Return the same with further terms, which questions are read by, and documents not."""
        if not terms:
            return self
        other = copy(self)
        other._further = ConceptIndex.of(terms)
        return other

    def words_for(self, code: str, language: str = TOWN_LANGUAGE) -> tuple[tuple[str, ...], ...]:
        """Return the terms of a concept in a language, each as its normalised words."""
        return self.index.words_for(code, language)

    def strengths(self, said: Sequence[str], languages: Sequence[str]) -> Mapping[str, float]:
        """Return how strongly words tell of the topics and needs, without rules or slips."""
        found = shares(self.index.told(said), languages, ())
        strengths = contested(found, self._answering)
        return {code: x for code, x in strengths.items() if code in self._answering}

    def _told(
        self, said: Sequence[str], exactly: Sequence[Told], more: Mapping[str, Fits]
    ) -> tuple[Told, ...]:
        further = self._further.told(said) if self._further else ()
        return (*(self.index.told(said, more) if more else exactly), *further)

    def _is_term(self, word: str) -> bool:
        return self._further is not None and bool(self._further.finder.shapes_of(word))

    def _understand(
        self, said: Sequence[str], told: Sequence[Told], languages: Sequence[str]
    ) -> Understood:
        plain = [n for n, word in enumerate(said) if _is_plain(word, languages)]
        found = shares(told, languages, plain)
        strengths = contested(found, self._answering)
        situated = self._situations.added(strengths, found)
        full = with_broader(situated, self.thesaurus.concepts)
        answering = {code: full[code] for code in sorted(self._answering & full.keys())}
        talk = {n for code in found if code.startswith(talking.TALK) for n in found[code]}
        light = {n for code in found if code.startswith(_LIGHT) for n in found[code]}
        meaning = frozenset[int]().union(*found.values())
        return Understood(full, answering, frozenset(talk), frozenset(light), meaning)

    def _reading(
        self, said: Sequence[str], languages: tuple[str, ...], understood: Understood
    ) -> Reading:
        strengths = understood.strengths
        telling = {n for n, x in enumerate(said) if x != BOUND and not _is_plain(x, languages)}
        words = tuple(word for word in said if word != BOUND)
        counts = len(words), len(telling), len(telling & understood.talk), len(understood.light)
        return Reading(
            words,
            languages,
            talking.kind_of(strengths, understood.answering, talking.Covered(*counts)),
            understood.answering,
            talking.those(strengths, talking.FACET),
            tuple(talking.those(strengths, talking.ASPECT)),
            talking.outside_of(strengths),
        )

    def _meant(
        self, said: Sequence[str], languages: Sequence[str], known: Known
    ) -> Mapping[str, Fits]:
        telling = {x for x in said if x != BOUND and not _is_plain(x, languages) and not known(x)}
        spoken = [self._slips(x) for x in dict.fromkeys((*spoken_in(languages), *_MIXED_IN))]
        shapes_of = self.index.finder.shapes_of
        unheard = {x for x in telling if not self._is_term(x)}
        strange = {x for x in unheard if not any(y.knows(shapes_of(x)) for y in spoken)}
        return slips_among(strange, spoken)

    def _slips_of(self, language: str) -> Slips:
        return Slips(self.index, language)

    def _excluded(self, said: Sequence[str], languages: Sequence[str]) -> frozenset[int]:
        spoken = dict.fromkeys((*spoken_in(languages), *_MIXED_IN))
        known = [self._exclusions[x] for x in spoken if x in self._exclusions]
        return frozenset().union(*[each.excluded(said) for each in known])


def spoken_in(languages: Sequence[str]) -> Sequence[str]:
    """Return those that somebody most likely writes, of languages that she may."""
    return languages[:_SPOKEN]


def _meant_by(told: Iterable[Told], languages: Collection[str]) -> frozenset[str]:
    """Return the concepts of all kinds that terms of languages stand for."""
    return frozenset(code for x in told if x.language in languages for code in x.codes)


def _without_meaning(
    said: Sequence[str], understood: Understood, languages: Sequence[str]
) -> list[int]:
    """The places of words that say something of which the thesaurus knows nothing: names."""
    strange = (n for n in range(len(said)) if n not in understood.meaning)
    return [n for n in strange if len(said[n]) >= _NAME and not _is_plain(said[n], languages)]


def _is_plain(word: str, languages: Sequence[str]) -> bool:
    return any(word in STOP_WORDS.get(language, ()) for language in (*languages, "en"))
