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
            code = _expected(said[1:], set(known) - found.keys(), _place(path, number))
            found[code] = ()
        elif said and not said.startswith("#"):
            found[_expected(code, found, _place(path, number))] += (said,)
    return found


def _expected(code: str, expected: Collection[str], place: str) -> str:
    if code not in expected:
        raise BadLexicon(f"{place}: {code or 'nothing'} stands twice or is no concept")
    return code


def _place(path: Path, line: int) -> str:
    return f"{path.parent.name}/{path.name}, line {line}"
