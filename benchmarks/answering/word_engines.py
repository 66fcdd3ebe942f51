"""What searches do that know words alone: SQLite's FTS5 as it comes, and BM25."""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from math import log1p

from benchmarks.answering.asked import LIMIT, Found
from search.document import Document
from search.translating.word_translations import WordTranslations

_WORD = re.compile(r"\w+")
_K1, _B = 1.2, 0.75  # as most engines have them


class Fts5:
    """SQLite's own text search (tokenizer unicode61, its BM25), any word of the question."""

    def __init__(self, documents: Iterable[Document], _: WordTranslations) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE offer USING fts5(title, summary, body)")
        rows = [(x.key, *(_joined(x, field) for field in _FIELDS)) for x in documents]
        self._database.executemany(
            "INSERT INTO offer (rowid, title, summary, body) VALUES (?, ?, ?, ?)", rows
        )

    def ask(self, text: str, _: str) -> Found:
        """The documents with any of the words."""
        asked = " OR ".join(f'"{word}"' for word in _WORD.findall(text))
        rows = self._database.execute(
            "SELECT rowid, -rank FROM offer WHERE offer MATCH ? ORDER BY rank LIMIT ?",
            (asked, LIMIT),
        ).fetchall()
        return Found([key for key, _ in rows], rows[0][1] if rows else 0.0)


class Bm25:
    """BM25 over words in lower case (Robertson & Zaragoza 2009), all texts as one field."""

    def __init__(self, documents: Iterable[Document], _: WordTranslations) -> None:
        counted = {x.key: Counter(_words(_whole(x))) for x in documents}
        lengths = {key: sum(counts.values()) for key, counts in counted.items()}
        average = sum(lengths.values()) / max(len(lengths), 1)
        self._weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for key, counts in counted.items():
            norm = _K1 * (1 - _B + _B * lengths[key] / average)
            for word, count in counts.items():
                self._weights[word][key] = count * (_K1 + 1) / (count + norm)
        self._size = len(counted)

    def ask(self, text: str, _: str) -> Found:
        """The documents with any of the words."""
        scores: defaultdict[int, float] = defaultdict(float)
        for weights in (self._weights.get(word, {}) for word in _words(text)):
            rarity = log1p((self._size - len(weights) + 0.5) / (len(weights) + 0.5))
            for key, weight in weights.items():
                scores[key] += rarity * weight
        best = nlargest(LIMIT, scores, key=lambda key: (scores[key], -key))
        return Found(best, scores[best[0]] if best else 0.0)


_FIELDS = ("title", "summary", "body")


def _joined(document: Document, field: str) -> str:
    return "\n".join(texts.get(field, "") for texts in document.texts.values())


def _whole(document: Document) -> str:
    return "\n".join(_joined(document, field) for field in _FIELDS)


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.casefold())
