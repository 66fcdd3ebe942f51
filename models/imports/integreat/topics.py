"""Which topics something is about: only where its title, or what it stands under, names them."""

from __future__ import annotations

from collections.abc import Iterable

from models.thesaurus import load_thesaurus
from models.translation import GERMAN
from search.document import Topic
from search.normalising import words
from search.situations import with_broader
from search.understanding import Understanding

SURE = 0.42
"""Strength of a match. Of 441 titles of real pages it takes 280, and nearly always rightly. Search
looks at the words anyway.
"""

MOST = 3


class Sorter:
    """Finds topics, the surest first."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._codes = frozenset(topic.code for topic in topics)
        self._german = Understanding(load_thesaurus(language=GERMAN))

    def topics_of(self, *titles: str) -> tuple[str, ...]:
        """Codes of topics by the first of the German `titles` that names any."""
        for title in titles:
            told = self._german.strengths(words(title), (GERMAN,))
            matched = with_broader(told, self._german.thesaurus.concepts)
            sure = [x for x in self._codes & matched.keys() if matched[x] >= SURE]
            if sure:
                return tuple(sorted(sure, key=lambda code: (-matched[code], code))[:MOST])
        return ()
