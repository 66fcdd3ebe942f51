"""The thesaurus from the locales' files: concepts, rules, exclusions, and each language's terms."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from models.language import LOCALES
from models.lexicon import load_topics
from models.situations import load_situations
from models.terms_file import BadLexicon, all_terms
from search.excluding import pattern
from search.thesaurus import Concept, ConceptKind, Rule, Terms, Thesaurus

CONCEPTS = "concepts.csv"
RULES = "rules.csv"
EXCLUSIONS = "exclusions.csv"

Row = Mapping[str, str]
T = TypeVar("T")


def load_thesaurus(directory: Path | None = None, language: str = "*") -> Thesaurus:
    """Everything that the files of a directory (the locales) say, or one language's terms alone.

    Raises BadLexicon.
    """
    folder = directory or LOCALES
    concepts = load_concepts(folder)
    parts = (*load_rules(folder, concepts), load_situations(concepts, folder))
    return Thesaurus(concepts, _terms(folder, language), *parts)


def load_concepts(folder: Path) -> Mapping[str, Concept]:
    """The concepts by code. Raises BadLexicon."""
    concepts = {x.code: x for x in _rows(folder / CONCEPTS, _concept)}
    for concept in concepts.values():
        _are_known(concept.broader, concepts, f"{CONCEPTS}: {concept.code}")
    return concepts


def load_definitions(folder: Path) -> Mapping[str, str]:
    """What each concept means, in a few words, by code. Raises BadLexicon."""
    return dict(_rows(folder / CONCEPTS, lambda row: (row["code"], row["definition"])))


def load_rules(
    folder: Path, concepts: Mapping[str, Concept]
) -> tuple[tuple[Rule, ...], Mapping[str, tuple[str, ...]]]:
    """The rules, and the patterns of exclusions by language. Raises BadLexicon."""
    rules = tuple(_rows(folder / RULES, _rule))
    for rule in rules:
        _are_known((*rule.conditions, rule.concept), concepts, f"{RULES}: {rule.concept}")
    patterns: dict[str, tuple[str, ...]] = {}
    for language, written in _rows(folder / EXCLUSIONS, _exclusion):
        patterns[language] = (*patterns.get(language, ()), written)
    return rules, patterns


def _terms(folder: Path, only: str) -> Terms:
    """Terms by language and concept; a topic's name is its first term."""
    terms = all_terms(folder, only)
    named = [(topic.code, *name) for topic in load_topics(folder) for name in topic.names.items()]
    for code, language, name in named:
        if only in ("*", language):
            own = terms.setdefault(language, {})
            own[code] = tuple(dict.fromkeys((name, *own.get(code, ()))))
    return terms


def _rows(path: Path, made: Callable[[Row], T]) -> Iterator[T]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from (_made(row, made, path, number) for number, row in _numbered(file))


def _numbered(file: Iterable[str]) -> Iterator[tuple[int, Row]]:
    return enumerate(csv.DictReader(file), 2)


def _made(row: Row, made: Callable[[Row], T], path: Path, number: int) -> T:
    try:
        return made(row)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadLexicon(f"{path.name}, line {number}: {error}") from None


def _concept(row: Row) -> Concept:
    return Concept(row["code"], ConceptKind(row["kind"]), tuple(row["broader"].split()))


def _rule(row: Row) -> Rule:
    strength = float(row["strength"])
    if not row["conditions"].split() or not 0 < strength <= 1:
        raise ValueError("no condition, or a strength that is not above 0 and at most 1")
    return Rule(tuple(row["conditions"].split()), row["concept"], strength)


def _exclusion(row: Row) -> tuple[str, str]:
    pattern(row["pattern"])
    return row["language"], row["pattern"]


def _are_known(codes: tuple[str, ...], concepts: Mapping[str, Concept], place: str) -> None:
    if unknown := [code for code in codes if code not in concepts]:
        raise BadLexicon(f"{place}: there is no concept {unknown[0]}")
