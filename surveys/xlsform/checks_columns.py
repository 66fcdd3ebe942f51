"""Columns: twice, missing, misspelled, or such as Lotse does nothing with; cells that broke."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from surveys.xlsform import headers
from surveys.xlsform.building import Building
from surveys.xlsform.headers import Header
from surveys.xlsform.problems import Problem, error, warning
from surveys.xlsform.rows import Column, Table

NEEDED = {"survey": ("type", "name"), "choices": ("list_name", "name")}
KNOWN = {
    "survey": headers.SURVEY,
    "choices": headers.CHOICES,
    "external_choices": headers.CHOICES,
    "settings": headers.SETTINGS,
}
SETTINGS_UNSUPPORTED = frozenset(
    {
        *("public_key", "submission_url", "auto_send", "auto_delete", "client_editable"),
        *("sms_keyword", "sms_separator", "prefix", "delimiter", "add_none_option"),
        *("instance_id", "name", "xml_root", "namespaces"),
    }
)
BROKEN = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"})
"""What a spreadsheet shows where a formula has no value."""


def problems(building: Building) -> Iterator[Problem]:
    """Sheet by sheet."""
    for table in building.tables.values():
        if table.columns:
            yield from _missing(table)
            yield from _columns(table)
            yield from _cells(table)


def _missing(table: Table) -> Iterator[Problem]:
    for name in NEEDED.get(table.name, ()):
        if not table.has(name):
            yield error("column_missing", table.name, 1, name=name)


def _columns(table: Table) -> Iterator[Problem]:
    first: dict[Header, Column] = {}
    for column in table.columns:
        before = first.setdefault(column.header, column)
        if before is not column:
            # Two remarks of the same name hurt nobody; two of the form's own columns do.
            known = column.header.column in KNOWN[table.name]
            say = error if known else warning
            yield say("column_twice", table.name, 1, column.place, first=before.place)
        else:
            yield from _column(table, column)


def _column(table: Table, column: Column) -> Iterator[Problem]:
    name, plain = column.header.column, column.header.column.lower()
    if table.name == "settings" and plain in SETTINGS_UNSUPPORTED:
        yield from _setting(table, column)
    elif name in headers.UNSUPPORTED:
        yield warning("column_unsupported", table.name, 1, column.place, name=name)
    elif name not in KNOWN[table.name] and table.name != "choices":
        near = get_close_matches(plain, KNOWN[table.name], 1, 0.84)
        if near:
            yield warning("column_misspelled", table.name, 1, column.place, name=near[0])


def _setting(table: Table, column: Column) -> Iterator[Problem]:
    if any(row.text(column.header.column) not in ("", "FALSE", "no") for row in table.rows):
        name = column.header.column
        yield warning("setting_unsupported", table.name, 1, column.place, name=name)


def _cells(table: Table) -> Iterator[Problem]:
    cells = ((row, key, text) for row in table.rows for key, text in row.cells.items())
    for row, key, text in cells:
        if text in BROKEN and key.column in KNOWN[table.name]:
            place = row.place(key.column, key.language)
            yield warning("cell_error", row.sheet, row.number, place, value=text)
