"""How rankers are asked, and which of their numbers are believed."""

from __future__ import annotations

from bot.outside_asking import Asking
from models.ranker import NotRanked, Why

LARGEST = 16_000_000
"""Bytes of an answer that are read: 64 vectors of 4,096 numbers, spelt out."""
PATIENCE_S = 20.0
"""For what is learned beforehand. A question waits as long as the settings say."""


def asking(url: str, key: str) -> Asking:
    """One address."""
    return Asking(url, NotRanked, PATIENCE_S, LARGEST, key)


def number(value: object) -> float:
    """A finite number of an answer. Raises NotRanked for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotRanked(Why.WRONG)
    if not -1e9 < value < 1e9:  # also what is no number (nan)
        raise NotRanked(Why.WRONG)
    return float(value)
