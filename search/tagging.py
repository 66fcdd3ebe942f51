"""Which documents belong to a topic, and how surely."""

from collections.abc import Iterable, Iterator, Mapping

from search.bm25 import rarity
from search.document import Document
from search.normalising import words
from search.topics import TopicMatcher

Members = Mapping[str, Mapping[int, float]]  # topic code -> document number -> weight (0 to 1)

_MAIN, _FURTHER = 1.0, 0.75  # an editor names the topic that an offer is about first
# How far a topic's term in a field makes the document one of the topic's, when no editor says so.
_BY_FIELD: Mapping[str, float] = {"title": 0.8, "summary": 0.5, "body": 0.3}


def tagged(documents: Iterable[Document], matcher: TopicMatcher) -> Members:
    """Return the documents of each topic with their weights; rare topics weigh more."""
    found: dict[str, dict[int, float]] = {}
    size = 0
    for number, document in enumerate(documents):
        size += 1
        for code, weight in tags(document, matcher).items():
            found.setdefault(code, {})[number] = weight
    return {code: _rated(weights, size) for code, weights in found.items()}


def tags(document: Document, matcher: TopicMatcher) -> dict[str, float]:
    """Return the topics an editor gave; or, where there are none, those the words tell of."""
    if document.topics:
        return dict.fromkeys(document.topics, _FURTHER) | {document.topics[0]: _MAIN}
    told: dict[str, float] = {}
    for code, weight in _told(document, matcher):
        told[code] = max(weight, told.get(code, 0.0))
    return told


def _told(document: Document, matcher: TopicMatcher) -> Iterator[tuple[str, float]]:
    for language, fields in document.texts.items():
        for field, text in fields.items():
            trust = _BY_FIELD.get(field, 0.0)
            matched = matcher.match(words(text), (language,))
            yield from ((code, strength * trust) for code, strength in matched.items())


def _rated(weights: Mapping[int, float], size: int) -> dict[int, float]:
    rated = rarity(size, len(weights)) / rarity(size, 0)
    return {number: weight * rated for number, weight in weights.items()}
