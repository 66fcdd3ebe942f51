"""Lotse's own table of translations, and the texts of a service in all languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from models.hsds_profile import DOCUMENTS, TEXTS
from models.imports.hsds import values
from models.imports.hsds.owners import Owned, Owners
from models.imports.hsds.rows import Row, Tables
from models.translation import MACHINE, MARK, source_hash

LINKED = ("service", "taxonomy_term")
FIELDS: Mapping[str, str] = {column: name for name, column in TEXTS.items()} | {
    DOCUMENTS: DOCUMENTS
}
"""Fields of an offer's texts by their columns."""


class Translation(NamedTuple):
    """A text in another language; `field` is the one that it translates, of an offer's texts."""

    field: str
    language: str
    text: str
    by_machine: bool
    source_hash: str


Translations = Owned[Translation]


def translations(tables: Tables, owners: Owners) -> Translations:
    """All translations, by what they belong to."""
    found: Translations = Owned()
    for row in tables.rows("translation"):
        entity = row.get("link_entity") or LINKED[0]
        if entity not in LINKED or row.get("link_id") not in owners.ids[entity]:
            owners.dangling(row, entity, "link_id", "left out")
        elif made := _translation(row, owners):
            found[entity, row.get("link_id")].append(made)
    return found


def _translation(row: Row, owners: Owners) -> Translation | None:
    if not row.get("text") or not row.get("language"):
        return None
    language = values.language(row, row.get("language"), owners.notices, "language")
    if row.get("field") not in FIELDS:
        owners.notices.tell("hsds_value", row, "field", value=row.get("field"))
        return None
    by_machine = row.get("status").lower() == MACHINE
    field = FIELDS[row.get("field")]
    cells = (field, language, row.get("text"), by_machine, row.get("source_hash"))
    return Translation(*cells) if language else None


class Wording(NamedTuple):
    """The fields of an `Offer` with these names."""

    texts: Mapping[str, Mapping[str, str]]
    machine_translated: tuple[str, ...]
    outdated: tuple[str, ...]


def wording(language: str, first: Mapping[str, str], others: tuple[Translation, ...]) -> Wording:
    """The texts `first` in the language of the tables, with their translations."""
    texts: dict[str, dict[str, str]] = {language: dict(first)} if first else {}
    for x in others:
        texts.setdefault(x.language, {})[x.field] = x.text
    outdated = (
        f"{x.field}{MARK}{x.language}"
        for x in others
        if x.source_hash != source_hash(first.get(x.field, ""))
    )
    by_machine = {x.language for x in others if x.by_machine}
    return Wording(texts, tuple(sorted(by_machine)), tuple(sorted(outdated)))
