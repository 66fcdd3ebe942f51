"""Postings in the order of their tokens, and how several runs of them become one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.inverted.source import Impacts, Places, Source

Numbers = NDArray[np.int64]
Tokens = NDArray[np.uint64]

_KEPT = 1 << 14  # hashes, of tokens that are asked for again and again
_AT_ONCE = 1 << 20  # postings that are sorted at once, some 30 MB


class Run(NamedTuple):
    """Tokens in order, where the postings of each begin (and the last end), and the postings.

    A token stands there as 64 bits of its hash. A place is a document's among the keys of its
    segment; an impact is what the token adds to a score, in steps of 1 / `buffer.STEPS`. Where
    there is a ``source``, single postings are read from it: what is mapped stays in our memory,
    with much around it, and over time that would be most of the index.
    """

    tokens: Tokens
    starts: NDArray[np.uint32]
    places: Places
    impacts: Impacts
    source: Source | None = None

    @property
    def counts(self) -> Numbers:
        """How many postings each token has."""
        return np.diff(self.starts).astype(np.int64)

    def find(self, tokens: Tokens) -> tuple[Numbers, Numbers]:
        """Where the postings of these tokens begin and end; at the same number: it has none."""
        at = np.searchsorted(self.tokens, tokens)
        at[at == len(self.tokens)] = 0
        ends = at + (self.tokens[at] == tokens if len(self.tokens) else 0)
        return self.starts[at].astype(np.int64), self.starts[ends].astype(np.int64)

    def postings(self, starts: Numbers, ends: Numbers) -> tuple[Places, Impacts]:
        """The postings of some stretches, one stretch after the other."""
        held = ends > starts
        first, last = starts[held].tolist(), ends[held].tolist()
        if self.source:
            return self.source.read(first, last)
        slices = [slice(0, 0), *(slice(*x) for x in zip(first, last, strict=True))]
        places, impacts = ([part[x] for x in slices] for part in (self.places, self.impacts))
        return np.concatenate(places), np.concatenate(impacts)


NOTHING = Run(
    np.zeros(0, np.uint64), np.zeros(1, np.uint32), np.zeros(0, np.uint16), np.zeros(0, np.uint8)
)


class Moving(NamedTuple):
    """A run, and for each of its places the one in another segment; -1: it is left out."""

    run: Run
    to: Numbers


def hashed(tokens: Iterable[tuple[str, str]]) -> Tokens:
    """Fields and tokens as numbers of 64 bits, in which no two are alike to be expected."""
    return np.frombuffer(b"".join([_digest(*token) for token in tokens]), np.uint64)


@lru_cache(maxsize=_KEPT)
def _digest(field: str, token: str) -> bytes:
    text = f"{field}\x1f{token}"
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).digest()


def counted(tokens: Tokens, counts: Numbers, places: Places, impacts: Impacts) -> Run:
    """A run of tokens that have so many postings."""
    return Run(tokens, np.concatenate(([0], np.cumsum(counts))).astype(np.uint32), places, impacts)


def merged(those: Sequence[Moving]) -> Run:
    """The postings of several runs as one run."""
    if not those:
        return NOTHING
    tokens = np.unique(np.concatenate([x.run.tokens for x in those]))
    numbers = [np.searchsorted(tokens, x.run.tokens) for x in those]
    total = np.zeros(len(tokens), np.int64)
    for (run, _), mine in zip(those, numbers, strict=True):
        total[mine] += run.counts
    parts = [_part(those, numbers, *x) for x in _stretches(total)]
    held, counts, places, impacts = (np.concatenate(x) for x in zip(*parts, strict=True))
    return counted(tokens[held], counts, places, impacts)


def _stretches(total: Numbers) -> Iterator[tuple[int, int]]:
    part = np.cumsum(total) // _AT_ONCE
    ends = [*(np.flatnonzero(np.diff(part)) + 1).tolist(), len(total)]
    yield from zip([0, *ends[:-1]], ends, strict=True)


def _part(
    those: Sequence[Moving], numbers: Sequence[Numbers], start: int, end: int
) -> tuple[Numbers, Numbers, Places, Impacts]:
    """Tokens from number `start` to `end`: which have postings, how many, and these."""
    pairs = zip(those, numbers, strict=True)
    codes, impacts = zip(*(_moved(x, mine, start, end) for x, mine in pairs), strict=True)
    code, impact = np.concatenate(codes), np.concatenate(impacts)
    order = np.argsort(code, kind="stable")
    code = code[order]
    held, counts = np.unique(code >> 16, return_counts=True)
    return held, counts, (code & 0xFFFF).astype(np.uint16), impact[order]


def _moved(moving: Moving, numbers: Numbers, start: int, end: int) -> tuple[Numbers, Impacts]:
    """A number for each posting by which they are sorted, and the impacts."""
    run, to = moving.run, moving.to
    first, last = np.searchsorted(numbers, (start, end)).tolist()
    postings = slice(int(run.starts[first]), int(run.starts[last]))
    token = np.repeat(numbers[first:last], run.counts[first:last])
    place = to[run.places[postings]]
    stays = place >= 0
    return (token[stays] << 16) | place[stays], run.impacts[postings][stays]
