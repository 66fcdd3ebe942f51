"""Whoever says which offers fit a question best, when a town has a model that does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from models.outside import NotAnswered, Why

__all__ = ["Candidate", "NotRanked", "Ranker", "Why"]


class NotRanked(NotAnswered):
    """There is no order, and everybody goes on with the one they have."""


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
