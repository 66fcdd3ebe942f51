"""Recognising that someone is in danger, before anything else is done with what they wrote."""

from collections.abc import Iterable, Mapping
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
        self._kinds = [_Kind(x) for x in terms]

    def detect(self, text: str) -> tuple[str, ...]:
        """Return the kinds of emergency that a text tells of, in the order of the terms given."""
        said = words(text)
        return tuple(kind.name for kind in self._kinds if kind.told_by(said))


class _Kind:
    def __init__(self, terms: EmergencyTerms) -> None:
        self.name = terms.kind
        self._terms = _finder(terms.terms)
        self._exceptions = _finder(terms.exceptions)

    def told_by(self, said: list[str]) -> bool:
        found = [set(x.places) for x in self._terms.find(said, WINDOW)]
        if not found:
            return False
        harmless = {p for x in self._exceptions.find(said, WINDOW) for p in x.places}
        return any(not places & harmless for places in found)


def _finder(terms: Mapping[str, tuple[str, ...]]) -> TermFinder:
    return TermFinder(Term(text, language) for language, texts in terms.items() for text in texts)
