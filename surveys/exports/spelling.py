"""Names or labels: what headings and choices are called in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveys.exports.merging import Column
from surveys.form import Words

BETWEEN = "; "
"""Between labels of several choices; it stands in no label."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Names as the form has them, or with `labels` what people read, in one language.

    `fallback` is the form's default language.
    """

    labels: bool = False
    language: str = ""
    fallback: str = ""

    def said(self, words: Words) -> str:
        """Words in the language, else in the form's own, else in any; on one line."""
        candidates = (words.get(self.language), words.get(self.fallback), *words.values())
        return " ".join(next(filter(None, candidates), "").split())


NAMES = Spelling()


def choice_labels(column: Column, spelling: Spelling) -> Mapping[str, str]:
    """Name → what stands in cells, each different from all others."""
    if not spelling.labels:
        return {choice.name: choice.name for choice in column.choices}
    said = {x.name: spelling.said(x.label).replace(";", ",") or x.name for x in column.choices}
    return told_apart(said.items())


def told_apart(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key → label, with the key behind it where two keys have the same label."""
    labels = dict(pairs)
    count = Counter(labels.values())
    found = {k: x if count[x] == 1 else f"{x} ({k})" for k, x in labels.items()}
    return found if len(set(found.values())) == len(found) else {key: key for key in labels}


def joined(raw: str, labels: Mapping[str, str]) -> str:
    """Several choices as their labels, in the order in which they were chosen."""
    return BETWEEN.join(labels.get(name, name) for name in raw.split(" "))
