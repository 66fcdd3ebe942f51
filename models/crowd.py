"""In whose company a response is seen: nobody is the only one of her language and way of answering.

A person's row says her language and her channel. A response with a language and a mode that hardly
anybody else has would be known to be hers. So responses appear TOGETHER of a kind at a time
(k-anonymity, Samarati and Sweeney 1998), and those that are too few in the end say less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, TypeVar

TOGETHER = 5
UNLINKED = frozenset({"interviewer", "group", "paper"})
"""Modes in which nobody answers at a chat of her own."""
T = TypeVar("T")
Row = dict[str, Any]
Kind = tuple[str, str]
"""Language and mode. Those of UNLINKED modes are one kind."""


def kind(language: str, mode: str) -> Kind:
    """What a response says that a person's row says too."""
    return ("", "unlinked") if mode in UNLINKED else (language, mode)


def ready(waiting: Sequence[T], kind_of: Callable[[T], Kind]) -> list[T]:
    """Those of whose kind enough wait."""
    sizes = Counter(map(kind_of, waiting))
    return [one for one in waiting if sizes[kind_of(one)] >= TOGETHER]


def blur(rows: Sequence[Row], sizes: Counter[Kind], rng: Random) -> None:
    """Take from `rows` the mode, then the language, of kinds with too few.

    `sizes` counts the kinds of all responses of the survey, `rows` among them, and is kept up to
    date. Where too few have no mode or no language, some of larger kinds join them.
    """
    linked = [row for row in rows if row["mode"] not in UNLINKED]
    rng.shuffle(linked)
    for less in (_without_mode, _without_language):
        _lessen(linked, less, sizes)
        for few in sorted(set(map(less, linked))):
            _join(few, [row for row in linked if less(row) == few], sizes)
        _lessen(linked, less, sizes)  # of a kind that had to spare too many nobody stays behind


def _lessen(rows: Sequence[Row], less: Callable[[Row], Kind], sizes: Counter[Kind]) -> None:
    for row in [row for row in rows if sizes[_kind(row)] < TOGETHER]:
        _become(row, less(row), sizes)


def _join(few: Kind, rows: Sequence[Row], sizes: Counter[Kind]) -> None:
    for row in _sparing(rows, sizes):
        if 0 < sizes[few] < TOGETHER and _kind(row) != few:
            _become(row, few, sizes)


def _sparing(rows: Sequence[Row], sizes: Counter[Kind]) -> Iterator[Row]:
    """Of the largest kinds first; as long as any can spare one, none that cannot."""
    largest = sorted(rows, key=lambda row: (-sizes[_kind(row)], _kind(row)))
    yield from (row for row in largest if sizes[_kind(row)] > TOGETHER)
    yield from largest


def _become(row: Row, kind: Kind, sizes: Counter[Kind]) -> None:
    sizes[_kind(row)] -= 1
    sizes[kind] += 1
    row["language"], row["mode"] = kind


def _kind(row: Row) -> Kind:
    return row["language"], row["mode"]


def _without_mode(row: Row) -> Kind:
    return row["language"], ""


def _without_language(_: Row) -> Kind:
    return "", ""
