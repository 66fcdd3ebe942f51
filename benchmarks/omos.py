"""OMoS-QA (Kleinle, Prange & Friedrich 2024, arXiv 2407.15736, CC BY 4.0): towns' pages, questions.

A folder with ``pages.jsonl``, lines of ``{"id", "city", "text": {language: text}}`` whose first
line is the page's title, and ``questions.jsonl``, lines of ``{"id", "split", "page", "question":
{language: text}, "answers": [...]}`` where no answers mean that the page does not answer.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.document import Document


@dataclass(frozen=True, slots=True)
class Page:
    """A town's page; ``number`` serves as the document's key."""

    number: int
    id: str
    city: str
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a page, in several languages, and the lines that answer, from 0."""

    page: str
    text: Mapping[str, str]
    answers: tuple[int, ...]

    @property
    def answerable(self) -> bool:
        """Whether the page answers at all."""
        return bool(self.answers)

    @property
    def city(self) -> str:
        """The town that the page belongs to."""
        return self.page.partition("/")[0]


def read_pages(folder: Path) -> list[Page]:
    """Return all pages."""
    lines = enumerate(_lines(folder / "pages.jsonl"))
    return [Page(number, x["id"], x["city"], x["text"]) for number, x in lines]


def read_questions(folder: Path, split: str) -> list[Question]:
    """Return the questions of a split, ``train`` or ``dev``."""
    return [
        Question(x["page"], x["question"], tuple(x["answers"]))
        for x in _lines(folder / "questions.jsonl")
        if x["split"] == split
    ]


def documents(pages: Iterable[Page], language: str) -> list[Document]:
    """Return documents that have the pages' texts in one language alone."""
    return [Document(x.number, {language: _fields(x.text[language])}) for x in pages]


def in_all_languages(pages: Iterable[Page]) -> list[Document]:
    """Return documents that have the pages' texts in all their languages."""
    return [
        Document(x.number, {language: _fields(text) for language, text in x.text.items()})
        for x in pages
    ]


def _fields(text: str) -> dict[str, str]:
    title, _, body = text.partition("\n")
    return {"title": title, "body": body}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
