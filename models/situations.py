"""What people say in a situation: `situations.txt` of the locales, a sentence a line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from models.language import LOCALES
from models.terms_file import BadLexicon
from search.thesaurus import Situations

SITUATIONS = "situations.txt"


def load_situations(known: Collection[str], directory: Path | None = None) -> Situations:
    """The sentences by language and code of a `known` concept. Raises BadLexicon."""
    return dict(SentenceFiles(known, directory))


class SentenceFiles(Mapping[str, Mapping[str, tuple[str, ...]]]):
    """The sentences of all files of a name; a language's are read when looked up. Raises
    BadLexicon then.
    """

    def __init__(
        self, known: Collection[str], directory: Path | None = None, name: str = SITUATIONS
    ) -> None:
        paths = sorted((directory or LOCALES).glob(f"*/{name}"))
        self._paths = {path.parent.name: path for path in paths}
        self._known = known

    def __getitem__(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """The sentences of a language."""
        return _read(self._paths[language], self._known)

    def __contains__(self, language: object) -> bool:
        """Whether a language has a file, which is not read for that."""
        return language in self._paths

    def __iter__(self) -> Iterator[str]:
        """The languages that have a file."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many these are."""
        return len(self._paths)

    def digest(self, language: str) -> str:
        """A short text that is another one when the file is."""
        return blake2b(self._paths[language].read_bytes(), digest_size=8).hexdigest()


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
