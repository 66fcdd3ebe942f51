"""Which topics a text is about, by their names and synonyms in every language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from search.document import Topic
from search.terms import Term, TermFinder

_OTHER_LANGUAGE = 0.7
_MORE_WORDS = 0.3  # what each further word of a term adds to its weight
_SURE = 0.7  # how much of the doubt the best possible single match takes away


class TopicMatcher:
    """Finds topics in normalised words."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        owners = _owners(topics)
        self._languages = tuple([term.language for term in owners])
        self._owners = tuple([tuple(codes) for codes in owners.values()])
        self._finder = TermFinder(owners, stemmed=True)

    def match(self, text_words: Sequence[str], languages: Sequence[str]) -> dict[str, float]:
        """Return each matching topic's code with its strength (0 to 1).

        Terms in one of ``languages`` weigh more than those of all the others.
        """
        evidence: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for number, places, fit in self._finder.find(text_words):
            strength = fit * self._specificity(number) * self._nearness(number, languages)
            for code in self._owners[number]:
                _keep_best(evidence[code], places, strength)
        return {code: _together(best.values()) for code, best in evidence.items()}

    def _specificity(self, number: int) -> float:
        return 1.0 / sqrt(len(self._owners[number]))

    def _nearness(self, number: int, languages: Sequence[str]) -> float:
        return 1.0 if self._languages[number] in languages else _OTHER_LANGUAGE


def _owners(topics: Iterable[Topic]) -> dict[Term, dict[str, None]]:
    owners: defaultdict[Term, dict[str, None]] = defaultdict(dict)
    for topic in topics:
        for term in _terms(topic):
            owners[term][topic.code] = None
    return owners


def _terms(topic: Topic) -> Iterator[Term]:
    yield from (Term(name, language) for language, name in topic.names.items())
    for language, synonyms in topic.synonyms.items():
        yield from (Term(synonym, language) for synonym in synonyms)


def _keep_best(best: dict[int, float], places: Sequence[int], strength: float) -> None:
    share = strength * (1 + _MORE_WORDS * (len(places) - 1)) / len(places)
    for place in places:
        best[place] = max(best.get(place, 0.0), share)


def _together(strengths: Iterable[float]) -> float:
    doubt = 1.0
    for strength in strengths:
        doubt *= 1 - _SURE * min(strength, 1.0)
    return 1 - doubt
