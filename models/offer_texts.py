"""The texts of offers in all languages, and what is known of their translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from models import service
from models.cost import RequiredDocumentRow
from models.offer_children import Children, Query
from models.translation import BY_MACHINE, GERMAN, MADE, MARK, REVIEWED, TranslationRow, source_hash

DOCUMENTS = "documents"
COLUMNS: Mapping[str, str] = {**service.TEXTS, DOCUMENTS: DOCUMENTS}
"""The fields of an offer's texts, and what `TranslationRow.field` calls them."""

_FIELDS = {column: field for field, column in COLUMNS.items()}
_TRANSLATION = ("language", "field", "text", "status", "source_hash")

Rows = dict[int, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Wording:
    """What an offer says: the fields of `Offer` that go by these names."""

    texts: Mapping[str, Mapping[str, str]]
    document_links: Mapping[str, str]
    machine_translated: tuple[str, ...]
    outdated: tuple[str, ...]
    made_here: Mapping[str, bool]


class Wordings:
    """The texts of the services that are read; `languages` None: in all of them."""

    def __init__(self, children: Children, languages: Sequence[str] | None) -> None:
        self._documents = _grouped(children, _documents(children.ids))
        self._translations = _grouped(children, _translations(children.ids, languages))

    def of(self, row: Any) -> Wording:
        """The texts of a service row."""
        documents = self._documents.get(row.id, ())
        translations = self._translations.get(row.id, ())
        german = {field: getattr(row, column) for field, column in service.TEXTS.items()}
        german[DOCUMENTS] = service.DOCUMENT_SEPARATOR.join(name for name, _ in documents)
        return Wording(
            _texts(german, translations),
            {name: uri for name, uri in documents if uri},
            tuple(sorted({language for language, *_, by, _ in translations if by in BY_MACHINE})),
            tuple(sorted(_outdated(german, translations))),
            dict(_made_here(translations)),
        )


def _texts(
    german: Mapping[str, str], translations: Iterable[tuple[Any, ...]]
) -> dict[str, dict[str, str]]:
    filled = {field: text for field, text in german.items() if text}
    texts: dict[str, dict[str, str]] = {GERMAN: filled} if filled else {}
    for language, column, text, *_ in translations:
        texts.setdefault(language, {})[_FIELDS[column]] = text
    return texts


def _made_here(translations: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, bool]]:
    for language, column, _, status, _ in translations:
        if status in {MADE, REVIEWED}:
            yield f"{_FIELDS[column]}{MARK}{language}", status == REVIEWED


def _outdated(german: Mapping[str, str], translations: Iterable[tuple[Any, ...]]) -> Iterator[str]:
    """Those made from another German text than the one of today."""
    hashes: dict[str, str] = {}
    for language, column, _, _, made_from in translations:
        field = _FIELDS[column]
        if field not in hashes:
            hashes[field] = source_hash(german[field])
        if made_from != hashes[field]:
            yield f"{field}{MARK}{language}"


def _grouped(children: Children, query: Query) -> Rows:
    found: Rows = defaultdict(list)
    for owner, *values in children.rows(query):
        found[owner].append(tuple(values))
    return found


def _documents(ids: Sequence[int]) -> Query:
    row = RequiredDocumentRow
    query = select(row.service_id, row.document, row.uri).order_by(row.id)
    return query.where(row.service_id.in_(ids))


def _translations(ids: Sequence[int], languages: Sequence[str] | None) -> Query:
    row = TranslationRow
    query = select(row.entity_id, *(getattr(row, name) for name in _TRANSLATION)).where(
        row.entity == service.ENTITY, row.entity_id.in_(ids), row.field.in_(_FIELDS)
    )
    return query if languages is None else query.where(row.language.in_(languages))
