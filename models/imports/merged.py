"""Cells that were merged in a workbook: what reading it row by row does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"[^>]*>')
MEGABYTE = 1 << 20
OVERLAP = 200
"""Bytes: more than one such element has."""

Rows = tuple[tuple[Any, ...], ...]


def ranges(xml: IO[bytes]) -> Iterator[str]:
    """The ranges that are merged in a sheet (ECMA-376, `mergeCell`): "B2:B4"."""
    rest = b""
    while part := xml.read(MEGABYTE):
        rest += part
        ends = 0
        for found in _MERGED.finditer(rest):
            ends = found.end()
            yield found[1].decode()
        rest = rest[max(ends, len(rest) - OVERLAP) :]


def filled_down(rows: Rows, merged: Iterable[str]) -> Rows:
    """What stands in a cell that is merged over several rows belongs to each of them.

    Across columns nothing is filled, as each has a meaning of its own, and the header stays.
    """
    from openpyxl.utils import range_boundaries  # noqa: PLC0415  as loading openpyxl takes long

    cells = [list(row) for row in rows]
    for written in merged:
        left, top, _, bottom = (number or 1 for number in range_boundaries(written))
        if top > 1:
            _fill(cells[top - 1 : bottom], left - 1)
    return tuple(map(tuple, cells))


def _fill(rows: Sequence[list[Any]], place: int) -> None:
    value = rows[0][place] if rows and place < len(rows[0]) else None
    for row in rows[1:]:
        row.extend([None] * (place + 1 - len(row)))
        row[place] = value
