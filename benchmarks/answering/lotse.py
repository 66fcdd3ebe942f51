"""Lotse's own search as one of the systems, over any documents."""

from collections.abc import Iterable
from functools import cache

from benchmarks.answering.asked import LIMIT, Found
from models.needs import load_needs
from models.thesaurus import load_thesaurus
from models.vocabulary import load_vocabulary
from search.catalogue import Catalogue
from search.document import Document
from search.nearest import NearConcepts
from search.translating.word_translations import WordTranslations
from search.understanding import Understanding


class Lotse:
    """A catalogue of documents, with the shipped thesaurus and word lists.

    ``translations`` are those learned from documents; word lists stand in where they say nothing.
    """

    def __init__(self, documents: Iterable[Document], translations: WordTranslations) -> None:
        known = translations.beside(vocabulary())
        self._catalogue = Catalogue.of(documents, understanding(), known, near())

    def ask(self, text: str, language: str) -> Found:
        """The first documents and the probability that one of three is right."""
        answer = self._catalogue.ask(text, language, limit=LIMIT)
        keys, reading = [x.key for x in answer.hits], answer.reading
        return Found(keys, answer.probability, reading.kind, reading.concepts)


class Unlearned(Lotse):
    """The same in a town without translated offers: nothing but word lists translates."""

    def __init__(self, documents: Iterable[Document], _: WordTranslations) -> None:
        super().__init__(documents, WordTranslations())


@cache
def understanding() -> Understanding:
    """What is understood with the shipped thesaurus."""
    return Understanding(load_thesaurus())


@cache
def near() -> NearConcepts:
    """What comes near to a question, by all that the locales' files say."""
    return NearConcepts(understanding(), needs=load_needs())


@cache
def vocabulary() -> WordTranslations:
    """The shipped word lists."""
    return load_vocabulary()
