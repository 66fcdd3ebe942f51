"""Lotse's own search as one of the systems, over any documents."""

from collections.abc import Iterable, Sequence
from functools import cache

from benchmarks.answering.asked import LIMIT, Found
from models.lexicon import load_topics
from search.catalogue import Catalogue
from search.document import Document
from search.translating.word_translations import WordTranslations

NOTHING_LEARNED = WordTranslations()


class Lotse:
    """A catalogue of documents with the shipped topics and thesaurus."""

    def __init__(self, documents: Iterable[Document], _: WordTranslations) -> None:
        self._catalogue = _empty().with_documents(documents)

    def ask(self, text: str, language: str) -> Found:
        """The first documents and the probability that one of three is right."""
        answer = self._catalogue.ask(text, language, limit=LIMIT)
        return Found([x.key for x in answer.hits], answer.probability)


def lotse(documents: Sequence[Document], translations: WordTranslations = NOTHING_LEARNED) -> Lotse:
    """Lotse over documents, with word translations learned from others."""
    return Lotse(documents, translations)


@cache
def _empty() -> Catalogue:
    return Catalogue((), load_topics())
