"""The inverted index: which documents hold which tokens, each language by itself.

Tokens come analysed and payloads are opaque, so that this knows nothing of words. A field is a bag
of tokens with statistics of its own. BM25F (Robertson & Zaragoza 2009) is had by one field for all
parts of a document, in which a title's tokens are repeated as often as a title outweighs a body.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log1p
from pathlib import Path

K1 = 2.5
B = 0.75

Fields = Mapping[str, Sequence[str]]  # field -> tokens, each as often as it counts
Query = Sequence[tuple[str, str, float]]  # field, token, weight


@dataclass(frozen=True, slots=True)
class _Stored:
    counts: Mapping[str, Counter[str]]
    payload: bytes
    digest: str


class TextIndex:
    """Documents by language and key. What is put or removed counts from the next `commit` on."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the index in a folder, which is made when it is missing; None: in memory only."""
        self._documents: defaultdict[str, dict[int, _Stored]] = defaultdict(dict)
        self._changes: list[tuple[str, int, _Stored | None]] = []
        self._revision = ""

    @property
    def revision(self) -> str:
        """What the last `commit` was told; empty for a new index."""
        return self._revision

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have documents."""
        return tuple(sorted(x for x, documents in self._documents.items() if documents))

    def put(self, key: int, language: str, fields: Fields, payload: bytes, digest: str) -> None:
        """Put a document, instead of the one of that key and language, if there is one."""
        counts = {field: Counter(tokens) for field, tokens in fields.items()}
        self._changes.append((language, key, _Stored(counts, payload, digest)))

    def remove(self, key: int, language: str) -> None:
        """Take a document out of a language, if it is there."""
        self._changes.append((language, key, None))

    def commit(self, revision: str) -> None:
        """Let everybody find what was put since the last time; remember ``revision``."""
        for language, key, stored in self._changes:
            if stored:
                self._documents[language][key] = stored
            else:
                self._documents[language].pop(key, None)
        self._changes.clear()
        self._revision = revision

    def digests(self, language: str) -> Mapping[int, str]:
        """The digests that a language's documents were put with, by their keys."""
        return {key: x.digest for key, x in self._documents.get(language, {}).items()}

    def size(self, language: str) -> int:
        """How many documents a language has."""
        return len(self._documents.get(language, ()))

    def length(self, language: str, field: str) -> float:
        """How many tokens that field has on average, in a language's documents."""
        lengths = [sum(x.counts[field].values()) for x in self._holding(language, field)]
        return sum(lengths) / len(lengths) if lengths else 0.0

    def frequency(self, language: str, field: str, token: str) -> int:
        """How many of a language's documents hold a token in a field."""
        return sum(1 for x in self._holding(language, field) if token in x.counts[field])

    def search(
        self, language: str, query: Query, limit: int, allowed: Container[int] | None = None
    ) -> list[tuple[int, float]]:
        """The keys of the best ``limit`` documents of a language with their scores, best first.

        A score is the sum of weight times BM25 over the query's tokens that a document holds.
        """
        scores: defaultdict[int, float] = defaultdict(float)
        for field, token, weight in query:
            for key, score in self._scored(language, field, token):
                if allowed is None or key in allowed:
                    scores[key] += weight * score
        ranked = nlargest(limit, scores, key=lambda key: (scores[key], -key))
        return [(key, scores[key]) for key in ranked]

    def payloads(self, language: str, keys: Iterable[int]) -> list[bytes]:
        """What these documents were put with, in the order of the keys. Raises KeyError."""
        documents = self._documents.get(language, {})
        return [documents[key].payload for key in keys]

    def _holding(self, language: str, field: str) -> Iterator[_Stored]:
        return (x for x in self._documents.get(language, {}).values() if field in x.counts)

    def _scored(self, language: str, field: str, token: str) -> Iterator[tuple[int, float]]:
        documents = self._documents.get(language, {})
        holding = self.frequency(language, field, token)
        rarity = log1p((len(documents) - holding + 0.5) / (holding + 0.5))
        average = self.length(language, field) or 1.0
        for key, stored in documents.items():
            counts = stored.counts.get(field, Counter())
            if often := counts[token]:
                relative = sum(counts.values()) / average
                yield key, rarity * often * (K1 + 1) / (often + K1 * (1 - B + B * relative))
