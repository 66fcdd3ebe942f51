"""A form's file into sheets: Excel's two formats by what they hold, CSV and Markdown tables."""

from __future__ import annotations

import re
import warnings
import zipfile
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from io import BytesIO
from typing import Any

import xlrd
from openpyxl import load_workbook

from surveys.xlsform.problems import Problem, Unreadable, error
from surveys.xlsform.sheets import Sheet, sheet
from surveys.xlsform.tables import csv_sheets, is_markdown, markdown_sheets

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST = 20 << 20
UNPACKED = 400 << 20
UTF_16 = (BOM_UTF16_LE, BOM_UTF16_BE)
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f")
"""Bytes; a form is a few hundred thousand, and a small ZIP can unpack to anything."""


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """All sheets of a file, whatever its name says. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable(error("too_large", value=str(LARGEST >> 20)))
    if data.startswith(ZIP):
        return _new_excel(data)
    if data.startswith(OLE):
        return _old_excel(data)
    return _text(data)


def _new_excel(data: bytes) -> tuple[Sheet, ...]:
    """Office Open XML, ECMA-376."""
    try:
        _within_measure(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out is no part of a form
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
            return tuple(_worksheet(page) for page in book.worksheets)
    except Unreadable:
        raise
    # A damaged workbook breaks wherever the damage is: XML, keys, numbers, the archive itself.
    except Exception as broken:
        raise Unreadable(error("unreadable")) from broken


def _within_measure(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(item.file_size for item in archive.infolist()) > UNPACKED:
            raise Unreadable(error("too_large", value=str(UNPACKED >> 20)))


def _worksheet(page: Any) -> Sheet:
    page.reset_dimensions()  # some programs write a wrong size, and rows would be cut
    return sheet(page.title, page.iter_rows(values_only=True))


def _old_excel(data: bytes) -> tuple[Sheet, ...]:
    """BIFF, Excel 97 to 2003, also where a file is called .xlsx."""
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=BytesIO())
        return tuple(sheet(page.name, _old_rows(book, page)) for page in book.sheets())
    except Unreadable:
        raise
    except Exception as broken:  # as above
        raise Unreadable(error("unreadable")) from broken


def _old_rows(book: Any, page: Any) -> list[list[object]]:
    return [[_old_value(cell, book) for cell in row] for row in page.get_rows()]


def _old_value(cell: Any, book: Any) -> object:
    match cell.ctype:
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            return xlrd.error_text_from_code.get(cell.value, "#N/A")
        case xlrd.XL_CELL_DATE:
            return _moment(cell.value, book)
    return cell.value


def _moment(number: float, book: Any) -> object:
    try:
        return xlrd.xldate_as_datetime(number, book.datemode)
    except (ValueError, OverflowError):
        return number


def _text(data: bytes) -> tuple[Sheet, ...]:
    try:
        text = data.decode("utf-16" if data.startswith(UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as broken:
        raise Unreadable(_undecoded(data, broken.start)) from None
    found = markdown_sheets(text) if is_markdown(text) else csv_sheets(text)
    if not found:
        raise Unreadable(error("unreadable"))
    return found


def _undecoded(data: bytes, at: int) -> Problem:
    """Words in an older encoding, such as Windows-1252, or no text at all."""
    if not CONTROLS.isdisjoint(data):
        return error("unreadable")
    row = data.count(b"\n", 0, at) + 1
    before = re.split(rb"[\s,;|]", data[max(at - 20, 0) : at])[-1]
    after = re.split(rb"[\s,;|]", data[at : at + 20])[0]
    return error("encoding", "", row, value=(before + after).decode("ascii", "replace"))
