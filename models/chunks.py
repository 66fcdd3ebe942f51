"""Many rows a few hundred at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 500
"""Ids in one statement; SQLite takes 32,766 values."""


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """A part after the other, none larger than one statement takes."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
