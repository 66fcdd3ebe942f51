"""Terms of several codes in many languages, looked for all at once, and kept worked out."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from search.packing import Bytes, pack, unpack
from search.term_table import Term, TermTable, table_of
from search.terms import TermFinder

ByCode = Iterable[tuple[str, Mapping[str, Iterable[str]]]]  # codes with terms by language
_SIZE = 8  # bytes that say how long a part is


class Coded(NamedTuple):
    """A code that a term stands for which a text holds, the term's language and its places."""

    code: str
    language: str
    places: tuple[int, ...]


class CodedTerms:
    """Each term's code, and the finder of all terms."""

    def __init__(self, codes: Sequence[str], owners: array[int], table: TermTable) -> None:
        self.codes = tuple(codes)
        self._owners = owners
        self._finder = TermFinder.of(table)

    @classmethod
    def of(cls, by_code: ByCode, *, stemmed: bool = False) -> CodedTerms:
        """Return the terms given; ``stemmed`` lets a word's other forms count too."""
        given = list(by_code)
        owned = [
            (number, Term(text, language))
            for number, (_, terms) in enumerate(given)
            for language, texts in terms.items()
            for text in texts
        ]
        owners = array("H", [number for number, _ in owned])
        table = table_of([term for _, term in owned], stemmed=stemmed)
        return cls([code for code, _ in given], owners, table)

    def to_bytes(self) -> bytes:
        """The terms to be kept."""
        own = pack({"codes": self.codes}, {"owners": self._owners})
        return len(own).to_bytes(_SIZE, "big") + own + self._finder.table.to_bytes()

    @classmethod
    def from_bytes(cls, data: Bytes) -> CodedTerms:
        """The terms that were kept, also in a mapped file. Raises ValueError, KeyError."""
        end = _SIZE + int.from_bytes(data[:_SIZE], "big")
        texts, numbers = unpack(data[_SIZE:end])
        return cls(tuple(texts["codes"]), numbers["owners"], TermTable.from_bytes(data, end))

    def find(self, said: Sequence[str], window: int) -> Iterator[Coded]:
        """Yield the terms all of whose words stand among normalised words, ``window`` wide."""
        for found in self._finder.find(said, window):
            language = self._finder.language(found.term)
            yield Coded(self.codes[self._owners[found.term]], language, found.places)


def joined(parts: Iterable[bytes]) -> bytes:
    """Several parts as one."""
    return b"".join(len(part).to_bytes(_SIZE, "big") + part for part in parts)


def parted(data: bytes) -> list[bytes]:
    """The parts of what was joined. Raises ValueError where something is missing."""
    parts, place = [], 0
    while place < len(data):
        end = place + _SIZE + int.from_bytes(data[place : place + _SIZE], "big")
        if end > len(data):
            raise ValueError("the bytes end too early")
        parts.append(data[place + _SIZE : end])
        place = end
    return parts
