"""Texts in many languages, the same each time, whose words are as unevenly common as real ones.

The words are those of the demo town and of the thesaurus, and compounds of their halves; how common
they are follows Zipf's law (Zipf 1949), with the demo town's commonest words first.
"""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

from search.normalising import words

ROOT = Path(__file__).parent.parent
LANGUAGES = ("de", "en", "fr", "ar", "uk", "ru", "fa", "tr", "pl", "ro", "ti", "ku")
KNOWN = 30_000
"""Words of a language; towns' pages in German have about as many."""
TITLE, SUMMARY, BODY = 5, 15, 100
"""Words of the parts of an offer, as of the demo town's in German."""


class Writer:
    """Writes texts in one language."""

    def __init__(self, language: str, seed: int = 1) -> None:
        self._random = Random(f"{language} {seed}")
        self.words = _vocabulary(language)
        self._common = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def text(self, many: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(self.words, cum_weights=self._common, k=many))

    def offer(self) -> dict[str, str]:
        """The texts of an offer."""
        return {
            "title": self.text(TITLE),
            "summary": self.text(SUMMARY),
            "body": "\n".join(self.text(10) for _ in range(BODY // 10)),
        }


def _vocabulary(language: str) -> Sequence[str]:
    counted = Counter(x for text in _texts(language) for x in words(text))
    known = [word for word, _ in sorted(counted.items(), key=lambda x: (-x[1], x[0]))]
    random = Random(language)
    made: dict[str, None] = dict.fromkeys(known)
    while len(made) < KNOWN:
        first, second = random.choice(known), random.choice(known)
        made[first[: len(first) // 2 + 2] + second[len(second) // 2 :]] = None
    return tuple(made)[:KNOWN]


def _texts(language: str) -> Iterator[str]:
    with (ROOT / "demo" / "offers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from (x for name, x in row.items() if name.endswith(f"::{language}"))
    folder = ROOT / "locales" / language
    if (terms := folder / "thesaurus.txt").exists():
        lines = terms.read_text(encoding="utf-8").splitlines()
        yield from (x.partition(":")[2] for x in lines if x.startswith(("draft:", "reviewed:")))
    if (topics := folder / "topics.toml").exists():
        entries = tomllib.loads(topics.read_text(encoding="utf-8")).values()
        yield from (x for entry in entries for x in (entry["name"], *entry.get("synonyms", ())))
