"""Rows of a table, response by response, as cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from surveys.exports.cells import Cell, Make, Target, maker
from surveys.exports.dataset import Response
from surveys.exports.headings import Heading, Kind
from surveys.exports.merging import Table
from surveys.exports.spelling import Spelling


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of one question: its path below the table, and what makes their cells."""

    path: str
    makes: tuple[Make, ...]

    def cells(self, raw: str | None) -> list[Cell]:
        """All of them, empty where nothing was answered."""
        return [None if raw is None else make(raw) for make in self.makes]


class Entry(NamedTuple):
    """A row before its answers are cells: its numbers, its response's id and what else is known
    about that one (the same for many), its answers, and which of them are this row's.
    """

    numbers: list[Cell]
    id: str
    about: tuple[str, ...]
    values: Mapping[str, str]
    prefix: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table, by its headings."""

    table: Table
    headings: Sequence[Heading]
    spelling: Spelling
    target: Target

    def of(self, responses: Iterable[Response]) -> Iterator[list[Cell]]:
        """One row a response, or one for each row of the repeat."""
        blocks = self.blocks()
        for entry in self.entries(responses):
            row = [*entry.numbers, self.target.text(entry.id), *self.known(entry.about)]
            for block in blocks:
                row += block.cells(entry.values.get(entry.prefix + block.path))
            yield row

    def known(self, about: Iterable[str]) -> list[Cell]:
        """Cells of what is known about a response."""
        return [self.target.text(x) if x else None for x in about]

    def blocks(self) -> list[Block]:
        """The questions in the order of their columns."""
        grouped = groupby((x for x in self.headings if x.column), key=attrgetter("column.path"))
        below = len(self.table.path)
        return [Block(path[below:], tuple(map(self._make, found))) for path, found in grouped]

    def entries(self, responses: Iterable[Response]) -> Iterator[Entry]:
        """The rows with what is known before any answer."""
        if self.table.chain:
            return self._repeated(responses)
        return self._single(responses)

    def _single(self, responses: Iterable[Response]) -> Iterator[Entry]:
        _, *about = (x.part for x in self.headings if x.kind is Kind.ABOUT)
        known = attrgetter(*about)
        for index, response in enumerate(responses, 1):
            yield Entry([index], response.id, known(response), response.values, "")

    def _repeated(self, responses: Iterable[Response]) -> Iterator[Entry]:
        index = before = 0
        for response in responses:
            found, parents = places(response.rows, self.table.chain)
            for prefix, parent in found:
                index += 1
                yield Entry([index, before + parent], response.id, (), response.values, prefix)
            before += parents

    def _make(self, heading: Heading) -> Make:
        return maker(heading, self.spelling, self.target)


def places(rows: Mapping[str, int], chain: Sequence[str]) -> tuple[list[tuple[str, int]], int]:
    """Concrete paths of a repeat's rows with the number of the row around each, from 1; and how
    many rows there are around.

    >>> places({"/child": 2, "/child[2]/toy": 1}, ["/child", "/toy"])
    ([('/child[2]/toy[1]', 2)], 2)
    """
    found, around = [("", 1)], 1
    for step in chain:
        around = len(found)
        found = [
            (f"{prefix}{step}[{number}]", parent)
            for parent, (prefix, _) in enumerate(found, 1)
            for number in range(1, rows.get(prefix + step, 0) + 1)
        ]
    return found, around
