"""What the index holds of an offer: its text in each language, and the concepts it is about."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial

from search import analysis
from search.document import Document
from search.forward import Fields, analysed
from search.indexing import Part, digest

CONCEPTS = "*"  # the "language" whose tokens are codes of concepts
CONCEPT = "concept"  # the field of these
_VERSION = 1  # to be raised whenever documents are put into the index otherwise
_KEPT = 1 << 12  # documents' concepts that were read lately, some 4 MB
_TIMES = 10  # a concept that a document is about for sure counts so often

Tag = Callable[[Document], Mapping[str, float]]


class Parts:
    """The parts of documents; ``words`` are a digest of the thesaurus that ``tag`` uses."""

    def __init__(self, tag: Tag, words: str) -> None:
        self._tag = tag
        self._words = words
        self.version = digest(_VERSION, analysis.VERSION, words)

    def __call__(self, document: Document) -> Iterator[Part]:
        """Yield what an index is to hold of a document."""
        for language, texts in document.texts.items():
            now = digest(_VERSION, analysis.VERSION, sorted(texts.items()))
            yield Part(language, now, partial(analysed, texts, language))
        texts_in_all = sorted((x, sorted(texts.items())) for x, texts in document.texts.items())
        now = digest(self.version, texts_in_all, document.topics)
        yield Part(CONCEPTS, now, partial(self._concepts, document))

    def _concepts(self, document: Document) -> tuple[Fields, bytes]:
        strengths = self._tag(document)
        codes = [code for code, x in strengths.items() for _ in range(round(x * _TIMES))]
        return {CONCEPT: codes}, json.dumps({**strengths}).encode()


@lru_cache(maxsize=_KEPT)
def concepts(payload: bytes) -> Mapping[str, float]:
    """The concepts of a document by what was kept of them, with how surely it is about each."""
    strengths: dict[str, float] = json.loads(payload)
    return strengths
