"""Recognising that someone is in danger, before anything else is done with what they wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from search.coded_terms import CodedTerms, joined, parted
from search.normalising import words
from search.tales import Tales

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
    """Finds kinds of emergencies in what someone wrote, in all languages at once, never fuzzily.

    Two witnesses, each of which is enough: terms of danger, and ``tales``, how the pieces of what
    is told go together.
    """

    def __init__(self, terms: CodedTerms, exceptions: CodedTerms, tales: Tales | None) -> None:
        self._terms = terms
        self._exceptions = exceptions
        self._tales = tales

    @classmethod
    def of(cls, given: Iterable[EmergencyTerms], tales: Tales | None = None) -> EmergencyDetector:
        """Return what looks for the terms given."""
        kinds = tuple(given)
        terms = CodedTerms.of((x.kind, x.terms) for x in kinds)
        return cls(terms, CodedTerms.of((x.kind, x.exceptions) for x in kinds), tales)

    def to_bytes(self) -> bytes:
        """The terms to be kept; not what the tales weigh."""
        pieces = [self._tales.pieces] if self._tales else []
        return joined(x.to_bytes() for x in (self._terms, self._exceptions, *pieces))

    @classmethod
    def from_bytes(cls, data: bytes) -> EmergencyDetector:
        """The detector that was kept. Raises ValueError, KeyError."""
        terms, exceptions, *pieces = map(CodedTerms.from_bytes, parted(data))
        return cls(terms, exceptions, Tales(pieces[0]) if pieces else None)

    def detect(self, text: str) -> tuple[str, ...]:
        """Return the kinds of emergency that a text tells of, in the order of the terms given."""
        said = words(text)
        told, harmless = _by_kind(self._terms, said), _by_kind(self._exceptions, said)
        named = {kind for kind in told if _is_told(told[kind], harmless.get(kind, ()))}
        kinds = named.union(self._made_of(said, _covered(harmless.values())))
        return tuple([kind for kind in self._terms.codes if kind in kinds])

    def _made_of(self, said: Sequence[str], harmless: Container[int]) -> tuple[str, ...]:
        if self._tales is None:
            return ()
        return self._tales.told_by([word for n, word in enumerate(said) if n not in harmless])


def _by_kind(terms: CodedTerms, said: Sequence[str]) -> Mapping[str, list[set[int]]]:
    """The places of the terms that stand there, by kind."""
    told: defaultdict[str, list[set[int]]] = defaultdict(list)
    for found in terms.find(said, WINDOW):
        told[found.code].append(set(found.places))
    return told


def _is_told(told: Iterable[set[int]], harmless: Iterable[set[int]]) -> bool:
    covered = _covered([harmless])
    return any(not places & covered for places in told)


def _covered(harmless: Iterable[Iterable[set[int]]]) -> set[int]:
    return {place for those in harmless for places in those for place in places}
