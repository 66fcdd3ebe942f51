"""Lotse's own search as one of the systems, over any documents."""

from collections.abc import Iterable, Sequence
from functools import cache
from heapq import nlargest

from benchmarks.answering.asked import LIMIT, Found
from models.lexicon import load_topics
from search.catalogue import Catalogue
from search.document import Document
from search.reading import Reading
from search.translating.word_translations import WordTranslations

_SHOWN = 4
NOTHING_LEARNED = WordTranslations()


class Lotse:
    """A catalogue of documents with the shipped topics and thesaurus."""

    def __init__(self, documents: Iterable[Document], _: WordTranslations) -> None:
        self._catalogue = _empty().with_documents(documents)

    def ask(self, text: str, language: str) -> Found:
        """The first documents and the probability that one of three is right."""
        answer = self._catalogue.ask(text, language, limit=LIMIT)
        return Found([x.key for x in answer.hits], answer.probability, _said(answer.reading))


def lotse(documents: Sequence[Document], translations: WordTranslations = NOTHING_LEARNED) -> Lotse:
    """Lotse over documents, with word translations learned from others."""
    return Lotse(documents, translations)


def _said(reading: Reading) -> str:
    concepts = nlargest(_SHOWN, reading.concepts.items(), key=lambda x: x[1])
    named = ", ".join(f"{code} {strength:.2f}" for code, strength in concepts)
    return f"{reading.kind} in {'/'.join(reading.languages[:2])}: {named or 'no concept'}"


@cache
def _empty() -> Catalogue:
    return Catalogue((), load_topics())
