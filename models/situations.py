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
    paths = sorted((directory or LOCALES).glob(f"*/{SITUATIONS}"))
    return {path.parent.name: _read(path, known) for path in paths}


def _read(path: Path, known: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    code = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        said = line.strip()
        if said.startswith("@"):
            code = said[1:]
            if code in found or code not in known:
                raise BadLexicon(f"{_place(path, number)}: {code} stands twice or is no concept")
            found[code] = ()
        elif said and not said.startswith("#"):
            if not code:
                raise BadLexicon(f"{_place(path, number)}: a sentence before the first @code")
            found[code] = (*found[code], said)
    return found


def _place(path: Path, line: int) -> str:
    return f"{path.parent.name}/{path.name}, line {line}"
