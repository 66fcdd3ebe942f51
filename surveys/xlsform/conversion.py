"""What pyxform says of a form: it knows XLSForm's rules, we know where the cells are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from surveys.xlsform.headers import Header
from surveys.xlsform.problems import Problem, error
from surveys.xlsform.rows import Table

SHEETS = ("survey", "choices", "settings", "external_choices")
ROW = re.compile(r"\[row : (\d+)\]\s*")
SHEET = re.compile(r"'(survey|choices|settings|external_choices)' sheet")
COLUMN = re.compile(r"the '(\w+)' value")
NOT_CARRIED = frozenset({"form_title"})
"""Settings that pyxform takes in one language only."""


def converted(tables: Mapping[str, Table], name: str) -> tuple[Problem, ...]:
    """What pyxform refuses, in its own words; nothing when it makes an XForm of it."""
    try:
        convert(dict(_book(tables, name)))
    except PyXFormError as refused:
        return (_quoted(str(refused), tables),)
    # On odd cells pyxform stumbles over its own structures instead of saying what is wrong.
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as stumbled:
        return (error("converter", value=f"{type(stumbled).__name__}: {stumbled}"),)
    return ()


def _book(tables: Mapping[str, Table], name: str) -> Iterator[tuple[str, object]]:
    yield "sheet_names", list(SHEETS)
    yield "fallback_form_name", name
    for sheet in SHEETS:
        if tables[sheet].columns:
            yield f"{sheet}_header", [dict.fromkeys(_headers(tables[sheet]))]
            yield sheet, list(_rows(tables[sheet]))


def _headers(table: Table) -> Iterable[str]:
    return [column.written for column in table.columns if _is_carried(column.header)]


def _is_carried(key: Header) -> bool:
    return not (key.language and key.column in NOT_CARRIED)


def _rows(table: Table) -> Iterator[dict[str, str]]:
    """One a row of the sheet, so that pyxform counts them as we do."""
    known = {row.number: row for row in table.rows}
    for number in range(2, max(known, default=1) + 1):
        row = known.get(number)
        cells = row.cells.items() if row else ()
        yield {row.columns[key].written: x for key, x in cells if row and _is_carried(key)}


def _quoted(message: str, tables: Mapping[str, Table]) -> Problem:
    sheet, row, column = SHEET.search(message), ROW.search(message), COLUMN.search(message)
    name = sheet[1] if sheet else "survey" if row else ""
    number = int(row[1]) if row else 0
    found = next((x for x in tables[name].rows if x.number == number), None) if name else None
    place = found.place(column[1]) if found and column else ""
    return error("converter", name, number, place, value=ROW.sub("", message))
