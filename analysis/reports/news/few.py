"""Rows that would tell of few people are told together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from analysis.reports.news.facts import FEWEST

K = TypeVar("K")
V = TypeVar("V")


def together(
    rows: Mapping[K, V],
    size: Callable[[V], int],
    add: Callable[[V, V], V],
    fewest: int = FEWEST,
) -> tuple[dict[K, V], V | None]:
    """The rows of at least `fewest` people, the largest first, and all others in one.

    That one is none of few people either, as long as there are so many at all: else the smallest
    of the large ones goes into it, so that nobody reckons it from a sum.
    """
    ordered = sorted(rows.items(), key=lambda row: -size(row[1]))
    large = [row for row in ordered if size(row[1]) >= fewest]
    rest = [value for _, value in ordered[len(large) :]]
    while rest and large and sum(map(size, rest)) < fewest:
        rest.append(large.pop()[1])
    if not rest:
        return dict(large), None
    joined = rest[0]
    for value in rest[1:]:
        joined = add(joined, value)
    return dict(large), joined
