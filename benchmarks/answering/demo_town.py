"""The demo town's offers as documents: with all their texts, or as a real town has them."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from models.search_index import IN_BODY
from search.document import Document

OFFERS = Path(__file__).parents[2] / "demo" / "offers.csv"
GERMAN, ENGLISH = "de", "en"
_TITLES = 3  # of so many offers one has an English title
_FIELDS = {"title": ("title",), "summary": ("short_answer",), "body": IN_BODY}

Row = Mapping[str, str]


def keys() -> Mapping[str, int]:
    """The documents' keys by the offers' ids in the file."""
    return {row["id"]: number for number, row in enumerate(_rows())}


def whole() -> list[Document]:
    """The offers with their texts in all languages."""
    return [_document(number, row, _languages(row)) for number, row in enumerate(_rows())]


def mostly_german() -> list[Document]:
    """The offers in German; every third has an English title, and nothing else is translated."""
    return [
        _with_title(_document(number, row, (GERMAN,)), row) for number, row in enumerate(_rows())
    ]


def _with_title(document: Document, row: Row) -> Document:
    if document.key % _TITLES:
        return document
    texts = {**document.texts, ENGLISH: {"title": row[f"title::{ENGLISH}"]}}
    return Document(document.key, texts, document.topics)


def _document(key: int, row: Row, languages: tuple[str, ...]) -> Document:
    texts = {language: _texts(row, language) for language in languages}
    return Document(key, texts, tuple(x.strip() for x in row["topics"].split(";") if x.strip()))


def _texts(row: Row, language: str) -> Mapping[str, str]:
    joined = {
        field: "\n".join(filter(None, (row.get(f"{column}::{language}") for column in columns)))
        for field, columns in _FIELDS.items()
    }
    return {field: text for field, text in joined.items() if text}


def _languages(row: Row) -> tuple[str, ...]:
    return tuple(
        column.removeprefix("title::")
        for column in row
        if column.startswith("title::") and row[column]
    )


def _rows() -> Iterator[Row]:
    with OFFERS.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
