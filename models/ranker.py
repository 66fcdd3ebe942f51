"""Whoever says which offers fit a question best, when a town has a model that does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Why(StrEnum):
    """Why there is no order."""

    LATE = "late"
    REFUSED = "refused"
    WRONG = "wrong"
    UNREACHED = "unreached"


class NotRanked(Exception):
    """There is none, and everybody goes on with the order they have."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer with the text by which a model judges it."""

    key: int
    text: str


class Ranker(Protocol):
    """A model outside of Lotse. It orders what was found and never says whether that is right."""

    async def ranked(self, question: str, candidates: Sequence[Candidate]) -> tuple[int, ...]:
        """The keys of candidates, and of others that it knows, best first.

        Raises NotRanked. The caller sees to it that nobody waits.
        """
        ...

    async def learn(self, candidates: Sequence[Candidate]) -> None:
        """Get to know offers, in its own time, so that it can name some that were not found."""
        ...

    async def close(self) -> None:
        """Nothing more is to be ranked."""
        ...
