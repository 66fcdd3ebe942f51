"""A file of news with its versions in other languages beside it: `fest.md`, `fest.ar.md`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from models.imports.news_file import NewsFile
from models.imports.news_places import Complaint, Wrong, complaints_of, key_of, line_of
from models.imports.news_source import read_source, read_toml
from models.imports.news_versions import Version, merged

ENDINGS = (".md", ".toml")
TONGUE = re.compile(r"^[a-z]{2,3}$")


@dataclass(frozen=True, slots=True)
class Written:
    """What a file says. `name` is the file's own, without language and ending; `head` is its TOML,
    for complaints.
    """

    path: Path
    head: str
    news: NewsFile

    @property
    def name(self) -> str:
        """What it is known by when it is read again."""
        return self.path.stem

    def complaint(self, place: Sequence[str | int], sentence: str) -> Complaint:
        """What is wrong with a value."""
        return Complaint(self.path.name, sentence, line_of(self.head, place), key_of(place))


def files_at(path: Path) -> list[Path]:
    """A file itself, or all of a folder that are no version of another."""
    if not path.is_dir():
        return [path]
    each = sorted(one for one in path.iterdir() if one.suffix in ENDINGS)
    return [one for one in each if not _tongue(one) and one.stem != "README"]


def read_news(path: Path, languages: Collection[str], own: str) -> Written:
    """What a file and its versions say; `own` is the language that it is written in unless it says
    another. Raises Wrong with everything that is wrong.
    """
    if path.suffix not in ENDINGS:
        raise Wrong(Complaint(path.name, f"expected a file ending in {' or '.join(ENDINGS)}"))
    first = read_source(path)
    head = read_toml(first)
    language = str(head.pop("language", own))
    said = merged(head, Version(language, first), list(_versions(path, languages)))
    try:
        return Written(path, first.head, NewsFile.model_validate(said))
    except ValidationError as error:
        raise Wrong(*complaints_of(error, path.name, first.head)) from None


def _versions(path: Path, languages: Collection[str]) -> Iterator[Version]:
    for one in sorted(path.parent.glob(f"{path.stem}.*.md")):
        language = one.stem.removeprefix(f"{path.stem}.")
        if TONGUE.match(language) and language not in languages:
            known = ", ".join(sorted(languages))
            raise Wrong(Complaint(one.name, f"no language “{language}”; there are: {known}"))
        if language in languages:
            source = read_source(one)
            yield Version(language, source, read_toml(source))


def _tongue(path: Path) -> str:
    """ "ar" of `fest.ar.md`."""
    _, dot, last = path.stem.rpartition(".")
    return last if dot and TONGUE.match(last) else ""
