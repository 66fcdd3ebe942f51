"""The words people use: topics and emergencies of all languages, from the locales' TOML files."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from models.language import LOCALES
from models.terms_file import BadLexicon
from search.document import Topic
from search.emergency import EmergencyTerms

Terms = dict[str, dict[str, tuple[str, ...]]]


def load_topics(directory: Path | None = None) -> tuple[Topic, ...]:
    """Every topic with its names in every language that has a `topics.toml`. Raises BadLexicon."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for language, code, entry in _entries("topics.toml", directory or LOCALES):
        names[code][language] = _field(entry, "name", str, f"{language}/topics.toml [{code}]")
    return tuple(Topic(code, names[code]) for code in names)


def load_emergencies(directory: Path | None = None) -> tuple[EmergencyTerms, ...]:
    """Every kind of emergency with its terms and exceptions by language. Raises BadLexicon."""
    terms: Terms = defaultdict(dict)
    exceptions: Terms = defaultdict(dict)
    for language, kind, entry in _entries("emergencies.toml", directory or LOCALES):
        place = f"{language}/emergencies.toml [{kind}]"
        terms[kind][language] = _terms(entry, "terms", place)
        exceptions[kind][language] = _terms(entry, "exceptions", place)
    return tuple(EmergencyTerms(kind, terms[kind], exceptions[kind]) for kind in terms)


def _entries(name: str, directory: Path) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Language, table's name and table of all files of that name."""
    for path in sorted(directory.glob(f"*/{name}")):
        language = path.parent.name
        yield from ((language, code, entry) for code, entry in _read(path).items())


def _read(path: Path) -> dict[str, dict[str, Any]]:
    place = f"{path.parent.name}/{path.name}"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadLexicon(f"{place}: {error}") from None
    if strays := [code for code, entry in tables.items() if not isinstance(entry, dict)]:
        raise BadLexicon(f"{place}: {strays[0]} is no table")
    return tables


def _terms(entry: Mapping[str, Any], name: str, place: str) -> tuple[str, ...]:
    terms = _field(entry, name, list, place)
    if not all(isinstance(term, str) for term in terms):
        raise BadLexicon(f"{place}: {name} holds something that is no text")
    return tuple(terms)


def _field(entry: Mapping[str, Any], name: str, kind: type, place: str) -> Any:
    value = entry.get(name)
    if not isinstance(value, kind):
        raise BadLexicon(f"{place}: {name} is missing or no {kind.__name__}")
    return value
