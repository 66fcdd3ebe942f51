"""Postings in memory, in the order of their tokens, and how several become one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Places = NDArray[np.uint16]
Impacts = NDArray[np.uint8]

_AT_ONCE = 1 << 20  # postings that are sorted at once, some 30 MB


class Run(NamedTuple):
    """Sorted tokens, how many postings each has, and these one token after the other, by place.

    A place is a document's among the keys of its segment; an impact is what the token adds to the
    document's score, in steps of 1 / `buffer.STEPS`.
    """

    tokens: Sequence[bytes]
    counts: Numbers
    places: Places
    impacts: Impacts


class Moving(NamedTuple):
    """A run, and for each of its places the one in another segment; -1: it is left out."""

    run: Run
    to: Numbers


class _Counted(NamedTuple):
    run: Run
    to: Numbers
    numbers: Numbers  # of its tokens, among those of all runs
    starts: Numbers  # of its tokens' postings


def merged(those: Sequence[Moving]) -> Iterator[Run]:
    """Yield the postings of several runs as one run, in parts by the order of tokens."""
    tokens = sorted(set().union(*(x.run.tokens for x in those)))
    number = {token: place for place, token in enumerate(tokens)}
    counted = [_counted(x, number) for x in those]
    total = np.zeros(len(tokens), np.int64)
    for each in counted:
        total[each.numbers] += each.run.counts
    for start, end in _stretches(total):
        yield _part(tokens, counted, start, end)


def _counted(moving: Moving, number: dict[bytes, int]) -> _Counted:
    run, to = moving
    numbers = np.fromiter((number[x] for x in run.tokens), np.int64, len(run.tokens))
    return _Counted(run, to, numbers, np.concatenate(([0], np.cumsum(run.counts))))


def _stretches(total: Numbers) -> Iterator[tuple[int, int]]:
    part = np.cumsum(total) // _AT_ONCE
    ends = [*(np.flatnonzero(np.diff(part)) + 1).tolist(), len(total)]
    yield from zip([0, *ends[:-1]], ends, strict=True)


def _part(tokens: Sequence[bytes], those: Sequence[_Counted], start: int, end: int) -> Run:
    codes, impacts = zip(*(_moved(x, start, end) for x in those), strict=True)
    code, impact = np.concatenate(codes), np.concatenate(impacts)
    order = np.argsort(code, kind="stable")
    code = code[order]
    held, counts = np.unique(code >> 16, return_counts=True)
    places = (code & 0xFFFF).astype(np.uint16)
    return Run([tokens[x] for x in held.tolist()], counts.astype(np.int64), places, impact[order])


def _moved(those: _Counted, start: int, end: int) -> tuple[Numbers, Impacts]:
    """A number for each posting by which they are sorted, and the impacts."""
    first, last = np.searchsorted(those.numbers, (start, end))
    postings = slice(those.starts[first], those.starts[last])
    token = np.repeat(those.numbers[first:last], those.run.counts[first:last])
    place = those.to[those.run.places[postings]]
    stays = place >= 0
    return (token[stays] << 16) | place[stays], those.run.impacts[postings][stays]
