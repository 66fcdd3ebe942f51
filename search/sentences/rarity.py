"""How rare a question's words are on towns' pages (inverse document frequency, Spärck Jones 1972).

`benchmarks/common_words.py` counts the words of the languages that it has pages in; in another
language all words are as rare.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

COMMON = Path(__file__).with_name("common.json")
LEAST = 6  # pages from which on a stem counts as common
_RARE = LEAST / 2  # pages that hold a stem which is not among the common ones
_TYPICAL = 3.0


@dataclass(frozen=True, slots=True)
class Common:
    """On how many of some pages each common stem of a language stands."""

    pages: int
    stems: Mapping[str, Mapping[str, int]]

    def rarity(self, stem: str, language: str) -> float:
        """Return the logarithm of how many pages there are for one that holds a stem."""
        known = self.stems.get(language)
        if known is None:
            return _TYPICAL
        return log((self.pages + 1) / (known.get(stem, _RARE) + 0.5))


@cache
def shipped() -> Common:
    """Return what is shipped."""
    return read(COMMON.read_text(encoding="utf-8"))


def read(text: str) -> Common:
    """Return what a file's text says: for each language and number of pages, stems."""
    parts = json.loads(text)
    return Common(parts["pages"], {x: _by_stem(those) for x, those in parts["stems"].items()})


def _by_stem(by_pages: Mapping[str, str]) -> dict[str, int]:
    return {stem: int(pages) for pages, stems in by_pages.items() for stem in stems.split()}
