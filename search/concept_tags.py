"""Which concepts a document is about: by its editor's topics, and by its words."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from search.document import Document
from search.normalising import words
from search.scripts import TOWN_LANGUAGE
from search.thesaurus import Concept
from search.understanding import Understanding

_MAIN, _FURTHER = 1.0, 0.75  # an editor names the topic that an offer is about first
_BESIDE = 0.4  # of what the words tell, beside an editor's topics, for what belongs to none of them
_LEAST = 0.1
# How far the words of a field make the document one of a concept's.
BY_FIELD: Mapping[str, float] = MappingProxyType({"title": 0.85, "summary": 0.6, "body": 0.35})


def concepts_of(document: Document, understanding: Understanding) -> Mapping[str, float]:
    """Return the topics and needs that a document is about, with how surely (0 to 1).

    Its words are looked at in German, or in the first language that it has if there is no German.
    """
    concepts = understanding.thesaurus.concepts
    told: dict[str, float] = {}
    for code, strength in _told(document, understanding):
        fitting = strength * _fits(code, document.topics, concepts)
        told[code] = max(fitting, told.get(code, 0.0))
    given = dict.fromkeys(document.topics, _FURTHER)
    if document.topics:
        given[document.topics[0]] = _MAIN
    return {code: x for code, x in {**told, **given}.items() if x >= _LEAST}


def _told(document: Document, understanding: Understanding) -> Iterator[tuple[str, float]]:
    language = TOWN_LANGUAGE if TOWN_LANGUAGE in document.texts else next(iter(document.texts), "")
    for field, text in document.texts.get(language, {}).items():
        strengths = understanding.strengths(words(text), (language,))
        trust = BY_FIELD.get(field, 0.0)
        yield from ((code, trust * strength) for code, strength in strengths.items())


def _fits(code: str, topics: Collection[str], concepts: Mapping[str, Concept]) -> float:
    if not topics or code in topics:
        return 1.0
    broader = concepts[code].broader if code in concepts else ()
    return 1.0 if any(topic in topics for topic in broader) else _BESIDE
