"""Small forms as tests write them, in each format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from textwrap import dedent

from openpyxl import Workbook

from surveys.form import Form, Question
from surveys.xlsform.problems import Problem
from surveys.xlsform.reading import Reading, read

Rows = Sequence[Sequence[object]]


def reading(markdown: str, files: Mapping[str, str] | None = None) -> Reading:
    """What is read from a form written as Markdown tables."""
    around = {name: text.encode() for name, text in (files or {}).items()}
    return read(dedent(markdown).strip().encode(), "a form.md", around.get)


def form(markdown: str, files: Mapping[str, str] | None = None) -> Form:
    """The form, which must be free of errors."""
    found = reading(markdown, files)
    assert found.form is not None, found.problems
    return found.form


def question(found: Form, path: str) -> Question:
    """The question at a path."""
    return next(each for each in found.questions() if each.path == path)


def places(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Each problem as its code and "sheet!F7"."""
    return [(each.code, _place(each)) for each in problems]


def _place(problem: Problem) -> str:
    letters = problem.column.partition(" ")[0]
    return f"{problem.sheet}!{letters}{problem.row or ''}" if problem.sheet else ""


def xlsx(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook of Excel's newer format."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()
