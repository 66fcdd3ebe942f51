"""Which month or day a word means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from surveys.inputs.letters import folded
from surveys.inputs.months import MONTHS, TODAY, YESTERDAY


def month(word: str, language: str) -> int | None:
    """The month (1 to 12) that a folded word names, in her language before all others."""
    for spoken in (language, *MONTHS):
        found = _month_in(word, spoken) if spoken in MONTHS else None
        if found:
            return found
    return None


@cache
def day_words() -> Mapping[str, int]:
    """Folded word → days before today."""
    return {
        folded(word): before
        for before, words in enumerate((TODAY, YESTERDAY))
        for line in words.values()
        for word in line.split()
    }


def _month_in(word: str, language: str) -> int | None:
    names = _names(language)
    if word in names:
        return names[word]
    begun = {at for name, at in names.items() if len(word) >= 3 and name.startswith(word)}
    return begun.pop() if len(begun) == 1 else None


@cache
def _names(language: str) -> Mapping[str, int]:
    return dict(_spelled(language))


def _spelled(language: str) -> Iterator[tuple[str, int]]:
    for at, line in enumerate(MONTHS[language], start=1):
        for word in line.split():
            yield folded(word.replace("_", " ")), at
