"""What people say in a situation: `situations.txt` of the locales, a sentence a line."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from models.language import LOCALES
from models.terms_file import BadLexicon
from search.thesaurus import Situations

SITUATIONS = "situations.txt"


def load_situations(known: Collection[str], directory: Path | None = None) -> Situations:
    """The sentences by language and code of a `known` concept. Raises BadLexicon."""
    return load_sentences(SITUATIONS, known, directory)


def load_sentences(name: str, known: Collection[str], directory: Path | None = None) -> Situations:
    """The sentences of all files of a name, by language and `known` code. Raises BadLexicon."""
    paths = sorted((directory or LOCALES).glob(f"*/{name}"))
    return {path.parent.name: _read(path, known) for path in paths}


def _read(path: Path, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    code = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        said = line.strip()
        if said.startswith("@"):
            code = said[1:]
            _check(code in known and code not in found, _place(path, number))
            found[code] = []
        elif said and not said.startswith("#"):
            _check(bool(code), _place(path, number))
            found[code].append(said)
    return {code: tuple(those) for code, those in found.items()}


def _check(is_right: bool, place: str) -> None:
    if not is_right:
        raise BadLexicon(f"{place}: a code that stands twice or is no concept, or none before this")


def _place(path: Path, line: int) -> str:
    return f"{path.parent.name}/{path.name}, line {line}"
