"""Documents that no segment holds yet, and the run that is made of them."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.inverted.run import Moving, Numbers, Run, counted, hashed, merged
from search.inverted.source import Impacts

K1 = 2.5
B = 0.75
MOST_IMPACT = 255
STEPS = MOST_IMPACT / (K1 + 1)  # of an impact; a token adds `K1` + 1 at most

Fields = Mapping[str, Sequence[str]]
Lengths = Mapping[str, tuple[int, int]]  # field -> tokens, and documents that have any


class _Field(NamedTuple):
    numbers: defaultdict[str, int]  # of tokens, in the order of their coming
    documents: "dict[int, array[int]]"  # key -> tokens' numbers


class Buffer:
    """Documents of one language by their keys."""

    def __init__(self) -> None:
        self._keys: dict[int, None] = {}
        self._fields: dict[str, _Field] = {}
        self.tokens = 0

    def put(self, key: int, fields: Fields) -> None:
        """Take a document in, instead of the one with that key."""
        self.remove(key)
        self._keys[key] = None
        for name, tokens in fields.items():
            if name not in self._fields:
                self._fields[name] = _Field(defaultdict(count().__next__), {})
            numbers, documents = self._fields[name]
            documents[key] = array("I", map(numbers.__getitem__, tokens))
            self.tokens += len(tokens)

    def remove(self, key: int) -> None:
        """Take a document out, if it is there."""
        self._keys.pop(key, None)
        for field in self._fields.values():
            field.documents.pop(key, None)

    def __len__(self) -> int:
        return len(self._keys)

    @property
    def keys(self) -> list[int]:
        """The documents, in their order."""
        return sorted(self._keys)

    @property
    def lengths(self) -> Lengths:
        """How many tokens the fields have, in how many documents."""
        return {name: _lengths(x) for name, x in self._fields.items()}

    def run(self, averages: Mapping[str, float]) -> Run:
        """The postings, with impacts by BM25 over fields of these average lengths."""
        keys = self.keys
        runs = [_run(name, x, keys, averages[name]) for name, x in self._fields.items()]
        return merged([Moving(x, np.arange(len(keys))) for x in runs])


def _lengths(field: _Field) -> tuple[int, int]:
    lengths = [len(x) for x in field.documents.values() if x]
    return sum(lengths), len(lengths)


def _run(name: str, field: _Field, keys: Sequence[int], average: float) -> Run:
    empty = array("I")
    held = [field.documents.get(key, empty) for key in keys]
    lengths = np.array([len(x) for x in held], np.int64)
    tokens = hashed((name, token) for token in field.numbers)
    order = np.argsort(tokens)
    rank = np.argsort(order)[np.frombuffer(b"".join(held), np.uint32)]
    place = np.repeat(np.arange(len(keys)), lengths)
    code, often = np.unique((rank << 16) | place, return_counts=True)
    present, counts = np.unique(code >> 16, return_counts=True)
    places = code & 0xFFFF
    impacts = _impacts(often, lengths[places] / (average or 1.0))
    return counted(tokens[order[present]], counts, places.astype(np.uint16), impacts)


def _impacts(often: Numbers, lengths: NDArray[np.float64]) -> Impacts:
    saturated = often * (K1 + 1) / (often + K1 * (1 - B + B * lengths))
    return np.maximum(1, np.rint(saturated * STEPS)).astype(np.uint8)
