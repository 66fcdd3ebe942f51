"""Rows as lines of a file. The same answers come again and again, so each question's part of a
line is made once for each answer and kept; a line is then little more than 40 look-ups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from surveys.exports.dataset import Response
from surveys.exports.rows import Block, Cell, Rows

KEPT = 2000
"""Answers whose part is kept, for each question. Nobody writes the same free text twice."""
Join = Callable[[Sequence[Cell]], str]
"""Puts cells together: texts, which the target has spelled already, whole numbers, and nothing."""


class _Parts(dict[str | None, str]):
    """A question's part of a line, by what was answered."""

    def __init__(self, block: Block, join: Join) -> None:
        super().__init__()
        self._makes = block.makes
        self._join = join
        self[None] = join([None] * len(block.makes))

    def __missing__(self, raw: str) -> str:
        part = self._join([make(raw) for make in self._makes])
        if len(self) < KEPT:
            self[raw] = part
        return part


def lines(
    rows: Rows, responses: Iterable[Response], join: Join, between: str = ""
) -> Iterator[str]:
    """Each row in parts with `between` between them, their cells spelled by the rows' target."""
    parts = [(block.path, _Parts(block, join).__getitem__) for block in rows.blocks()]
    for entry in rows.entries(responses):
        get, prefix = entry.values.get, entry.prefix
        if prefix:
            found = [part(get(prefix + path)) for path, part in parts]
        else:
            found = [part(get(path)) for path, part in parts]
        yield between.join([join(entry.fixed), *found])
