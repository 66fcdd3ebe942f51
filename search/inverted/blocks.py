"""Runs cut into blocks that are read as a whole to look a token up."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from search.inverted.run import Impacts, Places, Run

SIZE = 4096  # bytes of a block; a token that many documents hold makes a larger one
_BETWEEN = b"\n"


class Block(NamedTuple):
    """Tokens with a line break around each, and their postings as in a run."""

    first: bytes
    tokens: bytes
    counts: bytes
    places: bytes
    impacts: bytes


class Postings(NamedTuple):
    """Where a token stands, and its impacts there."""

    places: Places
    impacts: Impacts


NOTHING = Postings(np.zeros(0, np.uint16), np.zeros(0, np.uint8))


def packed(run: Run) -> Iterator[Block]:
    """Cut a run into blocks."""
    sizes = 3 * run.counts + np.fromiter(map(len, run.tokens), np.int64, len(run.tokens)) + 3
    block = np.cumsum(sizes) // SIZE
    ends = [*(np.flatnonzero(np.diff(block)) + 1).tolist(), len(run.tokens)]
    postings = np.concatenate(([0], np.cumsum(run.counts))).tolist()
    counts = run.counts.astype(np.uint16)
    for start, end in zip([0, *ends[:-1]], ends, strict=True):
        these = slice(postings[start], postings[end])
        tokens = _BETWEEN.join((b"", *run.tokens[start:end], b""))
        yield Block(
            run.tokens[start],
            tokens,
            counts[start:end].tobytes(),
            run.places[these].tobytes(),
            run.impacts[these].tobytes(),
        )


def unpacked(blocks: list[Block]) -> Run:
    """Put all blocks of a run together again."""
    tokens = [token for block in blocks for token in block.tokens.split(_BETWEEN)[1:-1]]
    counts, places, impacts = (b"".join(x) for x in list(zip(*blocks, strict=True))[2:])
    return Run(
        tokens,
        np.frombuffer(counts, np.uint16).astype(np.int64),
        np.frombuffer(places, np.uint16),
        np.frombuffer(impacts, np.uint8),
    )


def found(block: Block, token: bytes) -> Postings:
    """The postings of a token; nothing when it is not in the block."""
    at = block.tokens.find(_BETWEEN + token + _BETWEEN)
    if at < 0:
        return NOTHING
    number = block.tokens.count(_BETWEEN, 0, at)
    counts = np.frombuffer(block.counts, np.uint16)
    start, many = int(counts[:number].sum()), int(counts[number])
    places = np.frombuffer(block.places, np.uint16, many, 2 * start)
    return Postings(places, np.frombuffer(block.impacts, np.uint8, many, start))
