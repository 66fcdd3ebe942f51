"""The locales' files as they are, before anything makes them into objects."""

import re
import tomllib
from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from models.language import LOCALES

LANGUAGES = ("ar", "de", "en", "fa", "fr", "pl", "ro", "ru", "tr", "uk")
KINDS = ("fire", "violence", "suicide", "poison", "medical")

# An asterisk stands at an end of a word; strokes divide words of which any will do.
_WORD = re.compile(r"\*?[^*\s/]+\*?(/\*?[^*\s/]+\*?)*")


def tables(language: str, name: str) -> dict[str, Any]:
    """Return the tables of a locale's TOML file."""
    return tomllib.loads((LOCALES / language / name).read_text(encoding="utf-8"))


def header(language: str, name: str) -> str:
    """Return the comment that opens a locale's file."""
    lines = (LOCALES / language / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(takewhile(lambda line: line.startswith("#"), lines))


def wrong_wildcards(terms: Iterable[str]) -> list[str]:
    """Return the terms with an asterisk where none may be, or with unclean spaces."""
    return [term for term in terms if not all(map(_WORD.fullmatch, term.split(" ")))]
