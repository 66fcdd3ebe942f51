"""MP4 and QuickTime (ISO/IEC 14496-12) without what tells where, when and with what they were made.

Nothing is moved: boxes of metadata become empty ones (`free`) of the same length, and times of
making become zero, so that every place in the file that another one names stays right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"moof", b"traf"})
TELLING = frozenset({b"udta", b"meta", b"uuid", b"XMP_", b"ilst"})
TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})


class BrokenBoxes(ValueError):
    """Boxes that do not fit into the file."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its name, where its content begins and where it ends."""

    name: bytes
    start: int
    end: int


def bare(data: bytes) -> bytes:
    """The same film or sound. Raises BrokenBoxes."""
    made = bytearray(data)
    _empty(made, 0, len(made))
    return bytes(made)


def _empty(made: bytearray, start: int, end: int) -> None:
    for box in _boxes(made, start, end):
        if box.name in HOLDERS:
            _empty(made, box.start, box.end)
        elif box.name in TELLING:
            made[box.start : box.end] = bytes(box.end - box.start)
            at = made.rfind(box.name, start, box.start)
            made[at : at + 4] = b"free"
        elif box.name in TIMED:
            _zero_times(made, box)


def _zero_times(made: bytearray, box: Box) -> None:
    """Created and modified stand behind version and flags: 4 bytes each, or 8 in version 1."""
    width = 16 if made[box.start : box.start + 1] == b"\x01" else 8
    first, last = box.start + 4, min(box.start + 4 + width, box.end)
    made[first:last] = bytes(last - first)


def _boxes(data: bytearray, start: int, end: int) -> Iterator[Box]:
    while start + 8 <= end:
        size, head = int.from_bytes(data[start : start + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        size = size or end - start  # 0: up to the end
        if size < head or start + size > end:
            raise BrokenBoxes
        yield Box(bytes(data[start + 4 : start + 8]), start + head, start + size)
        start += size
