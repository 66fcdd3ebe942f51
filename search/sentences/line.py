"""What a line looks like: a heading, an address, a sentence; and what sort of facts it holds."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.normalising import words
from search.sentences.aspects import PREFIXES
from search.sentences.tokens import Token, tokens

_MARKS = {
    "mail": re.compile(r"@"),
    "url": re.compile(r"https?://|www\.|\b[\w-]+\.(?:de|com|org|eu|net)\b"),
    "time": re.compile(r"\b\d{1,2}[:.]\d\d\b"),
    "phone": re.compile(r"\d[\d /()-]{6,}\d"),
    "money": re.compile(r"€|euro|يورو|євро|евро", re.IGNORECASE),
    "brackets": re.compile(r"\("),
    "ends": re.compile(r"[.!?…؟।۔።][\"'»«”’)\]]*\s*$"),
    "asks": re.compile(r"[?؟]\s*$"),
    "leads": re.compile(r"[:：፦]\s*$"),
    "goes_on": re.compile(r"^[a-zà-öø-ÿа-яёіїєґ]"),
}
_NUMBER = re.compile(r"\d+")
_COMMA = re.compile(r"[,،፣]")
_HEADING = 9  # words of a heading at most
_NO_HEADING = ("ends", "leads", "mail", "url", "goes_on", "time", "phone")
_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text; ``marks`` are the names of what is seen in it."""

    text: str
    size: int
    tokens: tuple[Token, ...]
    marks: frozenset[str]
    numbers: int
    commas: int
    aspects: Mapping[str, int]

    @property
    def may_head(self) -> bool:
        """Whether it has the look of a heading: short and no whole sentence, or a short question.

        What follows decides whether it is one.
        """
        if self.size > _HEADING or not self.size:
            return False
        return "asks" in self.marks or not self.marks.intersection(_NO_HEADING)


def read_lines(text: str, language: str) -> tuple[Line, ...]:
    """Return the lines of a text, without the empty ones."""
    return tuple([_read(line, language) for line in text.split("\n") if line.strip()])


def aspects_of(normalised: Sequence[str], language: str) -> Counter[str]:
    """Return which aspects normalised words speak of (``cost``, ``place``), and how often."""
    return Counter([aspect for word in normalised for aspect in _aspects(word, language)])


def _read(text: str, language: str) -> Line:
    said = words(text)
    return Line(
        text=text,
        size=len(said),
        tokens=tokens(text, language),
        marks=frozenset([name for name, mark in _MARKS.items() if mark.search(text)]),
        numbers=len(_NUMBER.findall(text)),
        commas=len(_COMMA.findall(text)),
        aspects=aspects_of(said, language),
    )


@lru_cache(maxsize=_KEPT)
def _aspects(word: str, language: str) -> tuple[str, ...]:
    beginnings = PREFIXES.get(language, {})
    return tuple([aspect for aspect, starts in beginnings.items() if word.startswith(starts)])
