"""Example sentences of the locales' files, made ready to be compared with once and kept."""

from __future__ import annotations

from pathlib import Path

from models.kept import keep, mapped
from models.situations import SentenceFiles
from models.understanding import digest_of_words
from search.likeness import Likeness, Make
from search.sentence_index import SentenceIndex


def likeness_of(files: SentenceFiles, kind: str, kept_in: Path | None) -> Likeness:
    """The likeness to their sentences; each language's is kept as a `kind` of its own."""

    def kept(language: str, make: Make) -> SentenceIndex:
        digest = f"{files.digest(language)}{digest_of_words()}"
        path = kept_in and kept_in / f"{kind}_{language}-{digest}"
        if (found := mapped(path, SentenceIndex.from_bytes)) is None:
            found = make()
            keep(path, found.to_bytes())
        return found

    return Likeness(files, kept)
