"""Named texts and columns of numbers as bytes, read where they lie: from a file mapped into memory.

Like `search.packing`, but nothing is copied when it is read, and several processes share it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from mmap import mmap
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Bytes: TypeAlias = bytes | mmap
Column: TypeAlias = NDArray[Any]
_ALIGNED = 8  # bytes, the longest number
_HEAD = 8  # bytes that say how long the header is


def pack(texts: Mapping[str, Sequence[str]], columns: Mapping[str, Column]) -> bytes:
    """Return the length of a header of JSON, this, and then each column, aligned."""
    named = [(name, x.dtype.str, len(x)) for name, x in columns.items()]
    head = json.dumps([{name: [*x] for name, x in texts.items()}, named]).encode()
    head += b" " * (-len(head) % _ALIGNED)
    parts = [x.tobytes() for x in columns.values()]
    padded = [x + bytes(-len(x) % _ALIGNED) for x in parts]
    return len(head).to_bytes(_HEAD, "big") + head + b"".join(padded)


def unpack(data: Bytes) -> tuple[dict[str, tuple[str, ...]], dict[str, Column]]:
    """Return what was packed, the columns as views of these bytes. Raises ValueError for others."""
    start = _HEAD + int.from_bytes(data[:_HEAD], "big")
    texts, named = json.loads(data[_HEAD:start])
    columns = dict(_columns(data, start, named))
    return {name: tuple(x) for name, x in texts.items()}, columns


def _columns(
    data: Bytes, start: int, named: Sequence[tuple[str, str, int]]
) -> Iterator[tuple[str, Column]]:
    for name, kind, size in named:
        column = np.frombuffer(data, kind, size, start) if size else np.zeros(0, kind)
        yield name, column
        start += column.nbytes + -column.nbytes % _ALIGNED
    if start != len(data):
        raise ValueError("the bytes end too early or too late")
