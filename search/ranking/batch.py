"""Documents' payloads, read together: where they hold what is looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.forward import HEAD, REPEATED, TITLE_SHIFT

Tokens: TypeAlias = NDArray[np.uint32]
Numbers: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

_IN_TITLE, _IN_SUMMARY, _IN_BODY = (float(x) for x in REPEATED.values())
# Sections of a payload in their order; the first is the head.
_STEMS, _WORDS, _LINES, _GRAMS, _COUNTS, _SECTIONS = 1, 2, 3, 4, 5, 6
_LOW = 1 << 16  # of half of a token's bits
_COUNT = np.uint32((1 << TITLE_SHIFT) - 1)


class Hits(NamedTuple):
    """Where wanted stems stand, in their order; ``rows`` are their places among those wanted."""

    documents: Numbers
    rows: Numbers
    places: Numbers
    lines: Numbers
    weights: Floats

    @property
    def in_title(self) -> Flags:
        """Which of them stand in a title."""
        found: Flags = self.weights == _IN_TITLE
        return found


class Pairs(NamedTuple):
    """Documents that hold something wanted, and its rows."""

    documents: Numbers
    rows: Numbers


class GramHits(NamedTuple):
    """Grams that documents hold: how often in all parts, weighted, and in the title."""

    documents: Numbers
    rows: Numbers
    counts: Numbers
    in_title: Numbers


class _Found(NamedTuple):
    """Places in all payloads, each with its document, section, and which of those wanted it is."""

    places: Numbers
    documents: Numbers
    sections: Numbers


_Stand: TypeAlias = tuple[Numbers, Numbers, Numbers]


class Wanted(NamedTuple):
    """Stems, written words and grams to be looked for, each in ascending order."""

    stems: Tokens
    words: Tokens
    grams: Tokens


@dataclass(frozen=True, slots=True)
class Batch:
    """What some documents hold of what is wanted, and their sizes.

    A document's first line is its title. Most of a payload is never looked at but once, all of it
    together, for whether it may be wanted at all.
    """

    size: int
    data: Tokens
    stems: Hits
    words: Pairs
    grams: GramHits
    first_line: Numbers
    line_document: Numbers
    line_length: Numbers
    title_length: Numbers
    length: Floats
    gram_length: Floats
    title_grams: Numbers

    @classmethod
    def of(cls, payloads: Sequence[bytes], wanted: Wanted) -> "Batch":
        """Look into at least one payload that `search.forward.analysed` made."""
        read = _Read(payloads)
        likely = read.likely(wanted)
        lines = read.heads[:, 3]
        return cls(
            size=len(payloads),
            data=read.data,
            stems=read.hits(*read.found(likely, _STEMS, wanted.stems)),
            words=Pairs(*read.found(likely, _WORDS, wanted.words)[:2]),
            grams=read.gram_hits(*read.found(likely, _GRAMS, wanted.grams)),
            first_line=np.cumsum(lines) - lines,
            line_document=np.repeat(np.arange(len(payloads)), lines),
            line_length=read.line_length,
            title_length=read.heads[:, 1],
            length=read.lengths(),
            gram_length=read.counted(read.data & _COUNT).astype(np.float64),
            title_grams=read.counted(read.data > _COUNT),
        )


class _Read:
    """Payloads one after the other, with where their sections begin."""

    def __init__(self, payloads: Sequence[bytes]) -> None:
        self.data = np.frombuffer(b"".join((*payloads, bytes(4))), np.uint32)
        sizes = np.array([len(payload) // self.data.itemsize for payload in payloads])
        starts = np.cumsum(sizes) - sizes
        self.heads = self.data[starts[:, None] + np.arange(HEAD)].astype(np.int64)
        tokens, lines, grams = self.heads[:, 0], self.heads[:, 3], self.heads[:, 4]
        head = np.full(len(payloads), HEAD)
        self.bounds = np.cumsum(np.stack((starts, head, tokens, tokens, lines, grams), 1), 1)
        self.first_token = np.cumsum(tokens) - tokens
        before = np.repeat(self.bounds[:, _LINES] - (np.cumsum(lines) - lines), lines)
        self.line_length = self.data[before + np.arange(len(before))].astype(np.int64)

    def likely(self, wanted: Wanted) -> _Found:
        """The places of all that by half of its bits may be one of those wanted."""
        few = np.zeros(_LOW, np.bool_)
        for tokens in wanted:
            few[tokens.astype(np.uint16)] = True
        places = np.flatnonzero(few[self.data[:-1].astype(np.uint16)])
        number = np.searchsorted(self.bounds.ravel(), places, "right") - 1
        return _Found(places, number // _SECTIONS, number % _SECTIONS)

    def found(
        self, likely: _Found, section: int, wanted: Tokens
    ) -> tuple[Numbers, Numbers, Numbers]:
        """The documents, rows (of those wanted) and places of what is wanted in a section."""
        here = likely.sections == section
        places, documents = likely.places[here], likely.documents[here]
        if not len(wanted):
            return documents[:0], documents[:0], documents[:0]
        tokens = self.data[places]
        rows = np.minimum(np.searchsorted(wanted, tokens), len(wanted) - 1)
        fits = wanted[rows] == tokens
        return documents[fits], rows[fits], places[fits]

    def hits(self, documents: Numbers, rows: Numbers, places: Numbers) -> Hits:
        """Stems, with their lines and what they weigh."""
        offsets = places - self.bounds[documents, _STEMS]
        lines = np.searchsorted(
            np.cumsum(self.line_length), offsets + self.first_token[documents], "right"
        )
        until_title, until_summary = self.heads[documents, 1], self.heads[documents, 2]
        later = np.where(offsets < until_summary, _IN_SUMMARY, _IN_BODY)
        weights = np.where(offsets < until_title, _IN_TITLE, later)
        return Hits(documents, rows, places, lines, weights)

    def gram_hits(self, documents: Numbers, rows: Numbers, places: Numbers) -> GramHits:
        """Grams with their counts."""
        counts = self.data[places + self.heads[documents, 4]].astype(np.int64)
        return GramHits(documents, rows, counts & _COUNT, counts >> TITLE_SHIFT)

    def lengths(self) -> Floats:
        """The documents' lengths in stems, weighted by their parts."""
        until_title, until_summary, until_end = self.heads[:, 1], self.heads[:, 2], self.heads[:, 0]
        summary, body = until_summary - until_title, until_end - until_summary
        found: Floats = _IN_TITLE * until_title + _IN_SUMMARY * summary + _IN_BODY * body
        return found

    def counted(self, counts: Tokens | Flags) -> Numbers:
        """The documents' sums of what there is for each of their grams."""
        grams = self.heads[:, 4]
        starts = self.bounds[:, _COUNTS]
        edges = np.stack((starts, starts + grams), 1).ravel()
        sums = np.add.reduceat(counts, edges, dtype=np.int64)[::2]
        return np.where(grams > 0, sums, 0)
