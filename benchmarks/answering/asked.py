"""What came of a question that was put to one of the systems compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import process_time
from typing import Protocol

from benchmarks.answering.figures import Figure, share

LIMIT = 10


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the keys of the documents that answer it: none where nothing does."""

    id: str
    language: str
    kind: str
    text: str
    right: frozenset[int]


@dataclass(frozen=True, slots=True)
class Found:
    """Keys of documents, best first; ``probability``: how sure the system is, in its own units.

    ``kind`` and ``concepts`` are what the system understood, if it does such things.
    """

    keys: Sequence[int]
    probability: float = 0.0
    kind: str = ""
    concepts: Mapping[str, float] = field(default_factory=dict)


class System(Protocol):
    """Anything that finds documents for a question."""

    def ask(self, text: str, language: str) -> Found:
        """At most ``LIMIT`` documents."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was found, in so many seconds of processor time."""

    question: Question
    found: Found
    seconds: float

    def right_within(self, rank: int) -> bool:
        """Whether one of the first documents answers."""
        return not self.question.right.isdisjoint(self.found.keys[:rank])


def put(system: System, questions: Iterable[Question]) -> list[Asked]:
    """Ask a system one question after another."""
    return [_asked(system, question) for question in questions]


def hit(asked: Iterable[Asked], rank: int) -> Figure:
    """How many of the questions that have an answer have it among the first."""
    return share(x.right_within(rank) for x in asked if x.question.right)


def by_language(asked: Iterable[Asked]) -> Mapping[str, list[Asked]]:
    """The same, apart by the language of the question."""
    apart: dict[str, list[Asked]] = {}
    for each in asked:
        apart.setdefault(each.question.language, []).append(each)
    return apart


def _asked(system: System, question: Question) -> Asked:
    started = process_time()
    found = system.ask(question.text, question.language)
    return Asked(question, found, process_time() - started)
