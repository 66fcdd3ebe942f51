"""Forms as text: pyxform's CSV and Markdown layouts, or the sheet `survey` alone as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from surveys.xlsform.sheets import Sheet, sheet

SEPARATORS = ",;\t"
RULE = re.compile(r"^[\s|:-]+$")
BAR = re.compile(r"(?<!\\)\|")


def is_markdown(text: str) -> bool:
    """Whether the first line that holds anything begins a row of a Markdown table."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return first.strip().startswith("|")


def markdown_sheets(text: str) -> tuple[Sheet, ...]:
    """`| survey |` begins a sheet; its rows have an empty first cell. Rows count in their sheet."""
    rows = [_bars(line) for line in text.splitlines() if _is_row(line)]
    return _sheets(rows)


def csv_sheets(text: str) -> tuple[Sheet, ...]:
    """The name of a sheet in a first column of its own, or one sheet whose header has `type`."""
    # In the layout with several sheets the first line may hold one name alone.
    separator = max(SEPARATORS, key="".join(text.splitlines()[:2]).count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return ()
    header = [cell.strip().lower() for cell in rows[0]] if rows else []
    if "type" in header:
        return (sheet("survey", rows),)
    found = _sheets(rows)
    return found if any(each.name.lower() == "survey" for each in found) else ()


def _is_row(line: str) -> bool:
    stripped = line.strip()
    return stripped.startswith("|") and not RULE.match(stripped)


def _bars(line: str) -> list[str]:
    cells = BAR.split(line.strip().removeprefix("|"))
    ended = cells[:-1] if cells and not cells[-1].strip() else cells
    return [cell.strip().replace(r"\|", "|") for cell in ended]


def _sheets(rows: Sequence[Sequence[str]]) -> tuple[Sheet, ...]:
    found: dict[str, list[Sequence[str]]] = {}
    name = ""
    for row in rows:
        first = row[0].strip() if row else ""
        if first:
            name = first
            found.setdefault(name, [])
        if name and any(cell.strip() for cell in row[1:]):
            found[name].append(row[1:])
    return tuple(sheet(name, lines) for name, lines in found.items())
