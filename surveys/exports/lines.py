"""Rows as lines of a file. The same answers come again and again, so each question's part of a
line is made once for each answer and kept; a line is then little more than a look-up a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import call
from typing import Any

from surveys.exports.cells import Cell
from surveys.exports.dataset import Response
from surveys.exports.rows import Block, Rows

ROOM = 12_000_000
"""Bytes for what is kept, of all questions together."""
OVERHEAD = 200
"""Bytes that Python needs to keep a part besides the part itself."""
Join = Callable[[Sequence[Cell]], str]
"""Puts cells together: texts, which the target has spelled already, whole numbers, and nothing."""
Part = Callable[[str | None], bytes]


class _Room:
    """How much may still be kept, in bytes."""

    def __init__(self, left: int) -> None:
        self.left = left


class _Kept(dict[Any, bytes]):
    """Parts of a line by what they were made of."""

    def __init__(self, make: Callable[[Any], str], room: _Room) -> None:
        super().__init__()
        self._make = make
        self._room = room

    def __missing__(self, key: Any) -> bytes:
        part = self._make(key).encode()
        if self._room.left > 0:
            self._room.left -= len(part) + OVERHEAD
            self[key] = part
        return part


def lines(
    rows: Rows, responses: Iterable[Response], join: Join, between: bytes = b"", room: int = ROOM
) -> Iterator[bytes]:
    """Each row in UTF-8, its cells spelled by the target, with `between` between its parts."""
    shared = _Room(room)
    known = _Kept(lambda about: join(rows.known(about)), shared)
    paths, parts = _parts(rows, join, shared)
    for numbers, id, about, values, prefix in rows.entries(responses):
        line = [join([*numbers, rows.target.text(id)]).encode()]
        if prefix:
            line += map(call, parts, map(values.get, map(prefix.__add__, paths)))
        else:
            line.append(known[about])
            line += map(call, parts, map(values.get, paths))
        yield between.join(line)


def _parts(rows: Rows, join: Join, room: _Room) -> tuple[list[str], list[Part]]:
    """Paths, and what makes their parts; questions whose cells are made alike share it."""
    kept: dict[Any, Part] = {(rows.target.text,): _free_text(rows, join)}
    blocks = rows.blocks()
    for block in blocks:
        kept.setdefault(block.makes, _kept(block, join, room))
    return [block.path for block in blocks], [kept[block.makes] for block in blocks]


def _kept(block: Block, join: Join, room: _Room) -> Part:
    return _Kept(lambda raw: join(block.cells(raw)), room).__getitem__


def _free_text(rows: Rows, join: Join) -> Part:
    """Nobody writes the same twice: nothing is kept."""
    nothing, text = join([None]).encode(), rows.target.text

    def part(raw: str | None) -> bytes:
        return nothing if raw is None else text(raw).encode()

    return part
