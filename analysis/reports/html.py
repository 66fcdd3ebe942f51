"""A report as one file for browsers and printers: no script, nothing fetched from elsewhere.

Accessible by WCAG 2.2 and the advice of W3C's tutorial on tables: headings in order, captions,
scopes, signs with words, charts with a title, a description and their figures in a table.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis.reports.document import Document, Table
from analysis.reports.drawing import drawn

FOLDER = Path(__file__).parent


def html(document: Document) -> str:
    """The whole page."""
    style = (FOLDER / "document.css").read_text(encoding="utf-8")
    return _environment().get_template("document.html").render(report=document, style=style)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(drawn=drawn, shown=_shown, is_table=_is_table, widths=_widths)
    return made


def _is_table(block: object) -> bool:
    return isinstance(block, Table)


def _widths(table: Table) -> int:
    return sum(table.columns[at].width for at in _shown(table))


def _shown(table: Table) -> list[int]:
    """The places of the columns that people read."""
    return [at for at, column in enumerate(table.columns) if not column.file_only]
