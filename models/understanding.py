"""The understanding of questions, from the locales' files; what is dear to work out is kept."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

import search
from models.kept import keep, mapped
from models.language import LOCALES
from models.situations import SentenceFiles
from models.thesaurus import load_concepts, load_rules, load_thesaurus
from search.concept_index import ConceptIndex
from search.thesaurus import Thesaurus
from search.understanding import Understanding

_READ = ("*.csv", "*/thesaurus.txt", "*/topics.toml", "*/vocabulary.txt")


def load_understanding(kept_in: Path | None = None) -> Understanding:
    """What the locales' files say, soon where it was kept in that folder. Raises BadLexicon."""
    path = kept_in and kept_in / f"thesaurus-{digest_of_words()}"
    index = mapped(path, ConceptIndex.from_bytes)
    if index is not None:
        concepts = load_concepts(LOCALES)
        parts = (*load_rules(LOCALES, concepts), SentenceFiles(concepts))
        return Understanding(Thesaurus(concepts, {}, *parts), index)
    made = Understanding(load_thesaurus())
    if path:
        keep(path, made.index.to_bytes())
    return made


def digest_of_words() -> str:
    """A short text that is another one when the words in the locales' files are, or what is made
    of them.
    """
    return digest_of(_READ)


@cache
def digest_of(patterns: tuple[str, ...]) -> str:
    """The same for the locales' files of some patterns."""
    read = [path for pattern in patterns for path in LOCALES.glob(pattern)]
    digest = blake2b(digest_size=8)
    for path in sorted([*read, *Path(search.__file__).parent.glob("*.py")]):
        digest.update(f"{path.parent.name}/{path.name}".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
