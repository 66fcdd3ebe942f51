"""What a cell of the offers table may hold, besides what any table's cells may."""

from __future__ import annotations

import re

from models.imports import cells
from models.imports.problems import Unexpected
from models.imports.table import Cell

LONGEST_NUMBER = 64
_ID = re.compile(rf"[\w.:/%$~+-]{{1,{cells.LONGEST_CODE}}}")
_POSTAL_CODE = re.compile(r"[0-9]{5}")
_COUNTRY, _CURRENCY = re.compile(r"[A-Za-z]{2}"), re.compile(r"[A-Za-z]{3}")


def identity(cell: Cell) -> str:
    """An id as a person or another system makes one: a word, a UUID, a path; without spaces."""
    written = cells.text(cell)
    if not _ID.fullmatch(written):
        raise Unexpected("id", value=written, most=cells.LONGEST_CODE)
    return written


def postal_code(cell: Cell) -> str:
    """Five digits; a number from Excel gets back the zero it has lost."""
    digits = cells.string(cell)
    if isinstance(cell, int | float):
        digits = digits.zfill(5)
    if not _POSTAL_CODE.fullmatch(digits):
        raise Unexpected("postal_code", value=digits)
    return digits


def phone(cell: Cell) -> str:
    """A telephone number as its source writes it. Excel's own has lost its zero."""
    if not isinstance(cell, str):
        raise Unexpected("phone", value=cells.string(cell))
    return cells.text(cell, LONGEST_NUMBER)


def names(cell: Cell) -> tuple[str, ...]:
    """Names with ; between them."""
    parts = (part.strip() for part in cells.text(cell, cells.LONGEST * 8).split(";"))
    return tuple(dict.fromkeys(filter(None, parts)))


def country(cell: Cell) -> str:
    """A country's code (ISO 3166-1): DE."""
    return _code(_COUNTRY, cell, "DE")


def currency(cell: Cell) -> str:
    """A currency's code (ISO 4217): EUR."""
    return _code(_CURRENCY, cell, "EUR")


def _code(pattern: re.Pattern[str], cell: Cell, example: str) -> str:
    written = cells.string(cell)
    if not pattern.fullmatch(written):
        raise Unexpected("capitals", value=written, example=example)
    return written.upper()
