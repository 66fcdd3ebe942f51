"""Documents' payloads, read together into columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.forward import HEAD, REPEATED, TITLE_SHIFT

Tokens: TypeAlias = NDArray[np.uint32]
Numbers: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]

_IN_TITLE, _IN_SUMMARY, _IN_BODY = (float(x) for x in REPEATED.values())


@dataclass(frozen=True, slots=True)
class Batch:
    """Columns over all tokens (``stems``, ``words``), lines and grams of some documents.

    ``document`` and ``line`` say where a token stands; a document's first line is its title.
    """

    size: int
    stems: Tokens
    words: Tokens
    document: Numbers
    line: Numbers
    weight: Floats
    first_line: Numbers
    line_document: Numbers
    line_length: Numbers
    title_length: Numbers
    length: Floats
    grams: Tokens
    gram_document: Numbers
    gram_title: Numbers
    gram_count: Numbers

    @property
    def in_title(self) -> Flags:
        """Which tokens stand in a title."""
        found: Flags = self.weight == _IN_TITLE
        return found

    @classmethod
    def of(cls, payloads: Sequence[bytes]) -> "Batch":
        """Return the columns of at least one payload that `search.forward.analysed` made."""
        heads, (stems, words, lengths, gram, counts) = _read(payloads)
        tokens, lines, grams = heads[:, 0], heads[:, 3], heads[:, 4]
        numbers, weight = np.arange(len(payloads)), _weights(heads)
        document = np.repeat(numbers, tokens)
        return cls(
            size=len(payloads),
            stems=stems,
            words=words,
            document=document,
            line=np.repeat(np.arange(len(lengths)), lengths),
            weight=weight,
            first_line=np.concatenate(([0], np.cumsum(lines)[:-1])),
            line_document=np.repeat(numbers, lines),
            line_length=lengths.astype(np.int64),
            title_length=heads[:, 1],
            length=np.bincount(document, weight, len(payloads)).astype(np.float64),
            grams=gram,
            gram_document=np.repeat(numbers, grams),
            gram_title=(counts >> TITLE_SHIFT).astype(np.int64),
            gram_count=(counts & ((1 << TITLE_SHIFT) - 1)).astype(np.int64),
        )


def _read(payloads: Sequence[bytes]) -> tuple[Numbers, Iterator[Tokens]]:
    data = np.frombuffer(b"".join(payloads), np.uint32)
    sizes = np.array([len(payload) // data.itemsize for payload in payloads])
    starts = np.cumsum(sizes) - sizes
    heads = data[starts[:, None] + np.arange(HEAD)].astype(np.int64)
    return heads, _columns(data, starts + HEAD, heads)


def _columns(data: Tokens, starts: Numbers, heads: Numbers) -> Iterator[Tokens]:
    """The documents' parts of one kind after another, each kind as a column."""
    tokens, lines, grams = heads[:, 0], heads[:, 3], heads[:, 4]
    for sizes in (tokens, tokens, lines, grams, grams):
        ends = np.cumsum(sizes)
        yield data[np.arange(ends[-1]) + np.repeat(starts - (ends - sizes), sizes)]
        starts = starts + sizes


def _weights(heads: Numbers) -> Floats:
    until_title, until_summary, until_end = heads[:, 1], heads[:, 2], heads[:, 0]
    many = np.stack((until_title, until_summary - until_title, until_end - until_summary), 1)
    return np.repeat(np.tile((_IN_TITLE, _IN_SUMMARY, _IN_BODY), len(heads)), many.ravel())
