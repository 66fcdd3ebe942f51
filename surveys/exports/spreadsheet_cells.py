"""Cells of a sheet as SpreadsheetML (ECMA-376, part 1, 18.3.1.4).

They carry no reference of their own, which the standard leaves optional: each stands behind the
one before. That makes a row's parts independent of where they stand, so that they can be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from surveys.exports.cells import Cell

EMPTY = "<c/>"
EPOCH = date(1899, 12, 30).toordinal()
"""Day 0 of Excel's count, as far as it is right from March 1900 on."""
DAY, BOLD = 1, 2
"""Styles by their place in the workbook's cellXfs."""
LONGEST = 32_767
"""UTF-16 units in a cell."""
MORE = "…"
INNER, OUTER = r"[^_&<>\x00-\x1f\ufffe\uffff]", r"[^_&<>\x00-\x20\ufffe\uffff]"
SIMPLE = re.compile(rf"{OUTER}(?:{INNER}{{0,{LONGEST // 2 - 2}}}{OUTER})?").fullmatch
"""What can surely stand in a cell just as it is: most texts."""
ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML forbids, or changes as it does with a carriage return."""
BLANK = " \t\n"


def join(cells: Iterable[Cell]) -> str:
    """Cells that are spelled already, whole numbers, and nothing."""
    return "".join(
        [
            cell if isinstance(cell, str) else EMPTY if cell is None else f"<c><v>{cell}</v></c>"
            for cell in cells
        ]
    )


def texts(cells: Iterable[str]) -> bytes:
    """Texts, or nothing where one is empty."""
    return "".join([text(cell) if cell else EMPTY for cell in cells]).encode()


def number(raw: str) -> str:
    """A number in its exact spelling."""
    return f"<c><v>{raw}</v></c>"


def day(day: date) -> str:
    """A day from 1901 on."""
    return f'<c s="{DAY}"><v>{day.toordinal() - EPOCH}</v></c>'


def text(raw: str) -> str:
    """A text, whatever it begins with: no formula is ever made."""
    return f'<c t="inlineStr"><is><t>{raw}</t></is></c>' if SIMPLE(raw) else styled(raw, 0)


def styled(raw: str, style: int) -> str:
    """A text that is cut where a cell ends. Characters that XML cannot hold are _xHHHH_, and so is
    what looks like that (22.9.2).
    """
    plain = ESCAPED.sub(lambda found: f"_x005F{found[0]}", cut(raw))
    plain = UNPRINTABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", escape(plain, quote=False))
    space = ' xml:space="preserve"' if plain.strip(BLANK) != plain or "\n" in plain else ""
    return f'<c s="{style}" t="inlineStr"><is><t{space}>{plain}</t></is></c>'


def cut(text: str) -> str:
    """A text as long as a cell takes."""
    units = text.encode("utf-16-le")
    if len(units) // 2 <= LONGEST:
        return text
    return units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + MORE
