"""Documents that no segment holds yet, and the run that is made of them."""

from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search.inverted.run import Numbers, Run

K1 = 2.5
B = 0.75
STEPS = 255 / (K1 + 1)  # of an impact; a token adds `K1` + 1 at most
MARK = b"\x1f"  # between a field and a token

Fields = Mapping[str, Sequence[str]]
Lengths = Mapping[str, tuple[int, int]]  # field -> tokens, and documents that have any


class _Field(NamedTuple):
    numbers: dict[str, int]  # of tokens, in the order of their coming
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
            numbers, documents = self._fields.setdefault(name, _Field({}, {}))
            documents[key] = array("I", [numbers.setdefault(x, len(numbers)) for x in tokens])
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
        fields = sorted(self._fields.items())
        runs = [_run(name, field, keys, averages[name]) for name, field in fields]
        if not runs:
            return Run([], np.zeros(0, np.int64), np.zeros(0, np.uint16), np.zeros(0, np.uint8))
        tokens = [token for run in runs for token in run.tokens]
        return Run(tokens, *map(np.concatenate, list(zip(*runs, strict=True))[1:]))


def encoded(field: str, token: str) -> bytes:
    """A token as it stands in a run."""
    return field.encode() + MARK + token.encode(errors="surrogatepass")


def _lengths(field: _Field) -> tuple[int, int]:
    lengths = [len(x) for x in field.documents.values() if x]
    return sum(lengths), len(lengths)


def _run(name: str, field: _Field, keys: Sequence[int], average: float) -> Run:
    empty = array("I")
    held = [field.documents.get(key, empty) for key in keys]
    lengths = np.array([len(x) for x in held], np.int64)
    numbers = np.frombuffer(b"".join(held), np.uint32)
    order, names = _alphabetical(field.numbers)
    code, often = np.unique(
        (order[numbers] << 16) | np.repeat(np.arange(len(keys)), lengths), return_counts=True
    )
    held_tokens, counts = np.unique(code >> 16, return_counts=True)
    places = code & 0xFFFF
    tokens = [encoded(name, names[x]) for x in held_tokens.tolist()]
    impacts = _impacts(often, lengths[places] / (average or 1.0))
    return Run(tokens, counts, places.astype(np.uint16), impacts)


def _alphabetical(numbers: Mapping[str, int]) -> tuple[Numbers, list[str]]:
    names = sorted(numbers)
    order = np.zeros(len(names), np.int64)
    order[[numbers[x] for x in names]] = np.arange(len(names))
    return order, names


def _impacts(often: Numbers, lengths: NDArray[np.float64]) -> NDArray[np.uint8]:
    saturated = often * (K1 + 1) / (often + K1 * (1 - B + B * lengths))
    return np.maximum(1, np.rint(saturated * STEPS)).astype(np.uint8)
