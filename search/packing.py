"""Named texts and numbers as bytes and back, for what is dear to work out and cheap to read."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from mmap import mmap
from typing import TypeAlias

import numpy as np

_END = "\n"


class Texts:
    """Short texts by their numbers, kept as bytes and decoded when they are asked for.

    Tens of thousands of strings would cost four times as much memory.
    """

    def __init__(self, data: bytes, many: int) -> None:
        """``data`` are ``many`` texts, with a new line between two of them."""
        ends = np.flatnonzero(np.frombuffer(data, np.uint8) == ord(_END))
        starts = np.concatenate(([0], ends + 1, [len(data) + 1])).astype(np.uint32)
        self._data = data
        self._starts = array("I", starts[: many + 1].tobytes())

    def __getitem__(self, number: int) -> str:
        """The text of a number from 0 on."""
        return self._data[self._starts[number] : self._starts[number + 1] - 1].decode()

    def __iter__(self) -> Iterator[str]:
        """All of them."""
        return (self[number] for number in range(len(self)))

    def holding(self, letter: str) -> Iterator[tuple[int, str]]:
        """Those that have a letter of ASCII, with their numbers."""
        places = np.flatnonzero(np.frombuffer(self._data, np.uint8) == ord(letter))
        numbers = np.searchsorted(np.frombuffer(self._starts, np.uint32), places, "right") - 1
        return ((number, self[number]) for number in dict.fromkeys(numbers.tolist()))

    def __len__(self) -> int:
        """How many these are."""
        return len(self._starts) - 1


Bytes: TypeAlias = bytes | mmap
Named: TypeAlias = Sequence[str] | Texts


def pack(texts: Mapping[str, Named], numbers: Mapping[str, array[int]]) -> bytes:
    """Return a header of JSON in one line, and then each part; no text holds a new line."""
    written = [_END.join(each).encode() for each in texts.values()]
    written += [each.tobytes() for each in numbers.values()]
    named = [[name, len(each)] for name, each in texts.items()]
    named += [[name, each.typecode] for name, each in numbers.items()]
    sized = [[*one, len(data)] for one, data in zip(named, written, strict=True)]
    return json.dumps(sized).encode() + _END.encode() + b"".join(written)


def unpack(data: Bytes, start: int = 0) -> tuple[dict[str, Texts], dict[str, array[int]]]:
    """Return what was packed, on a machine of the same kind. Raises ValueError for other bytes.

    The bytes may be a file mapped into memory, and begin with something else.
    """
    end = data.find(_END.encode(), start) + 1
    header = json.loads(data[start:end])
    ends = list(accumulate((size for *_, size in header), initial=end))
    if ends[-1] != len(data):
        raise ValueError("the bytes end too early or too late")
    texts, numbers = {}, {}
    for (name, kind, size), first in zip(header, ends, strict=False):
        part = data[first : first + size]
        if isinstance(kind, str):
            numbers[name] = array(kind, part)
        else:
            texts[name] = Texts(part, kind)
    return texts, numbers
