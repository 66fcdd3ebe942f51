"""When documents become a segment, and segments become one."""

import sqlite3
from collections import Counter
from collections.abc import Sequence

import numpy as np

from search.inverted import segments
from search.inverted.buffer import Buffer, Lengths
from search.inverted.run import Moving, Numbers, merged
from search.inverted.segments import Segment
from search.inverted.shelf import Shelf

MOST = 1 << 15  # documents of a segment at most: a place has two bytes, and merging its memory
_FACTOR = 3  # a segment is merged with smaller ones that together have a third of its size


def flush(connection: sqlite3.Connection, shelf: Shelf, language: str, buffer: Buffer) -> None:
    """Make a segment of what is buffered, and merge it with others that are not much larger."""
    lengths, keys = buffer.lengths, np.array(buffer.keys, np.int64)
    if len(keys):
        known = together([lengths, *(x.lengths for x in segments.segments(connection, language))])
        new = segments.add(connection, language, keys, lengths)
        shelf.write(new, buffer.run(averages(known)))
    if old := mergeable(segments.segments(connection, language)):
        _merge(connection, shelf, language, old)


def averages(lengths: Lengths) -> dict[str, float]:
    """The mean length of each field."""
    return {field: tokens / (many or 1) for field, (tokens, many) in lengths.items()}


def mergeable(those: Sequence[Segment]) -> list[Segment]:
    """The segments that should become one: small ones, and those that mostly died."""
    chosen: list[Segment] = []
    total = 0
    for segment in sorted(those, key=lambda x: (x.size, x.id)):
        if chosen and (segment.size > _FACTOR * total or total + segment.size > MOST):
            break
        chosen.append(segment)
        total += segment.size
    dying = [x for x in those if 2 * x.size < len(x.keys)]
    return chosen if len(chosen) > 1 else dying[:1]


def _merge(
    connection: sqlite3.Connection, shelf: Shelf, language: str, old: Sequence[Segment]
) -> None:
    keys = np.sort(np.concatenate([x.keys[x.alive] for x in old]))
    if len(keys):
        id = segments.add(connection, language, keys, together([_living(x) for x in old]))
        shelf.write(id, merged([Moving(shelf.read(x.id), _moved(x, keys)) for x in old]))
    for segment in old:
        segments.drop(connection, segment.id)


def _moved(segment: Segment, keys: Numbers) -> Numbers:
    return np.where(segment.alive, np.searchsorted(keys, segment.keys), -1)


def _living(segment: Segment) -> Lengths:
    share = segment.size / max(1, len(segment.keys))
    return {x: (round(a * share), round(b * share)) for x, (a, b) in segment.lengths.items()}


def together(those: Sequence[Lengths]) -> Lengths:
    """The lengths of fields over several segments."""
    tokens: Counter[str] = Counter()
    many: Counter[str] = Counter()
    for lengths in those:
        for field, (length, documents) in lengths.items():
            tokens[field] += length
            many[field] += documents
    return {field: (tokens[field], many[field]) for field in tokens}
