"""Which topics something is about: only where its title, or what it stands under, names them."""

from __future__ import annotations

from collections.abc import Iterable

from models.translation import GERMAN
from search.document import Topic
from search.normalising import words
from search.topics import TopicMatcher

SURE = 0.6
"""Strength of a match. Of 396 titles of real pages it takes 191, and nearly always rightly; below
it titles such as "Angebot und Anmeldung" begin. Search looks at the words anyway.
"""

MOST = 3


class Sorter:
    """Finds topics, the surest first."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._matcher = TopicMatcher(map(_german, topics))

    def topics_of(self, *titles: str) -> tuple[str, ...]:
        """Codes of topics by the first of the German `titles` that names any."""
        for title in titles:
            matched = self._matcher.match(words(title), (GERMAN,))
            sure = [code for code, strength in matched.items() if strength >= SURE]
            if sure:
                return tuple(sorted(sure, key=lambda code: (-matched[code], code))[:MOST])
        return ()


def _german(topic: Topic) -> Topic:
    """The topic with its German words: only German titles are looked at."""
    synonyms = {GERMAN: topic.synonyms.get(GERMAN, ())}
    return Topic(topic.code, {GERMAN: topic.names[GERMAN]}, synonyms)
