"""Recognising that someone is in danger, before anything else is done with what they wrote."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from search.normalising import words
from search.terms import Term, TermFinder

WINDOW = 6  # words among which all words of a term must stand


@dataclass(frozen=True, slots=True)
class EmergencyTerms:
    """The terms of one kind of emergency, by language, in the wildcard syntax of topics.

    Where a term of ``exceptions`` stands, the words that it covers speak of no danger:
    «freiwillige Feuerwehr», «Erste-Hilfe-Kurs».
    """

    kind: str
    terms: Mapping[str, tuple[str, ...]]
    exceptions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class EmergencyDetector:
    """Finds kinds of emergencies in what someone wrote, in all languages at once, never fuzzily."""

    def __init__(self, terms: Iterable[EmergencyTerms]) -> None:
        given = tuple(terms)
        self._kinds = tuple([x.kind for x in given])
        self._terms = _Terms((x.kind, x.terms) for x in given)
        self._exceptions = _Terms((x.kind, x.exceptions) for x in given)

    def detect(self, text: str) -> tuple[str, ...]:
        """Return the kinds of emergency that a text tells of, in the order of the terms given."""
        said = words(text)
        told = self._terms.told_by(said)
        if not told:
            return ()
        harmless = self._exceptions.told_by(said)
        return tuple([x for x in self._kinds if _is_told(told[x], harmless[x])])


class _Terms:
    """Terms of all kinds, looked for at once."""

    def __init__(self, by_kind: Iterable[tuple[str, Mapping[str, tuple[str, ...]]]]) -> None:
        owned = [(kind, term) for kind, texts in by_kind for term in _terms(texts)]
        self._owners = tuple([kind for kind, _ in owned])
        self._finder = TermFinder([term for _, term in owned])

    def told_by(self, said: Sequence[str]) -> Mapping[str, list[set[int]]]:
        """The places of the terms that stand there, by kind."""
        told: defaultdict[str, list[set[int]]] = defaultdict(list)
        for found in self._finder.find(said, WINDOW):
            told[self._owners[found.term]].append(set(found.places))
        return told


def _is_told(told: Iterable[set[int]], harmless: Iterable[set[int]]) -> bool:
    covered = set().union(*harmless)
    return any(not places & covered for places in told)


def _terms(texts: Mapping[str, tuple[str, ...]]) -> Iterator[Term]:
    return (Term(text, language) for language, those in texts.items() for text in those)
