"""What a cell of the measures table may hold, besides what any table's cells may."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from models.imports import cells
from models.imports.cells import Parser
from models.imports.problems import Unexpected
from models.imports.table import Cell

MOST_EUROS = 9_999_999_999.99
LONGEST_UNIT = 200
MOST = 99_999_999_999.0

_GROUPED = re.compile(r"(-?\d{1,3})((?:[. \u00a0\u202f]\d{3})+)(?:,(\d+))?", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,12}(?:[.,]\d{1,12})?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::00)?(?: ?Uhr)?", re.ASCII | re.IGNORECASE)
_KEY = re.compile(r"(?s)(.*?)\s*<([^<>\n]+)>")


def short_text(most: int) -> Parser:
    """One line of at most `most` characters: what goes into a list."""
    return lambda cell: " ".join(cells.text(cell, most).split())


def number(cell: Cell) -> str:
    """A measure's number, such as HF3-M02: the id that it is known by."""
    written = cells.identity(cell)
    if len(written) > 32:
        raise Unexpected("long", length=len(written), most=32)
    return written


def clock(cell: Cell) -> time:
    """A time of day: Excel's own, 12:00, or 12 Uhr."""
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    if isinstance(cell, float) and 0 < cell < 1:  # Excel's own without its format: part of a day
        return time(*divmod(round(cell * 24 * 60) % (24 * 60), 60))
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0)
    wrong = Unexpected("clock", value=_shown(cell))
    found = _CLOCK.fullmatch(_shown(cell))
    if found is None:
        raise wrong
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise wrong from None


def euros(cell: Cell) -> float:
    """Euros: 12500, 12.500 or 12.500,50, with or without the sign."""
    wrong = Unexpected("euros", value=_shown(cell))
    amount = _number(cell if isinstance(cell, float) else _shown(cell).replace("€", ""), wrong)
    if not 0 <= amount <= MOST_EUROS or abs(round(amount, 2) - amount) > 1e-6:
        raise wrong
    return round(amount, 2)


def figure(cell: Cell) -> float:
    """An indicator's value, kept to three decimals."""
    wrong = Unexpected("figure", value=_shown(cell))
    value = round(_number(cell if isinstance(cell, float) else _shown(cell), wrong), 3)
    if abs(value) > MOST:
        raise wrong
    return value


def whole(least: int, most: int) -> Parser:
    """A whole number between two others, both included; a percent sign may follow."""

    def parse(cell: Cell) -> int:
        wrong = Unexpected("whole", value=_shown(cell), least=least, most=most)
        value = _number(_shown(cell).removesuffix("%").strip(), wrong)
        if not (least <= value <= most and value.is_integer()):
            raise wrong
        return int(value)

    return parse


def keyed(cell: Cell) -> tuple[str, str]:
    """A unit and, in angle brackets, an account: "Amt für Soziales <sozial@example.org>"."""
    written = cells.text(cell)
    found = _KEY.fullmatch(written)
    unit, key = (found[1], found[2].strip()) if found else (written, "")
    return short_text(LONGEST_UNIT)(unit) if unit else "", key


def _number(cell: float | str, otherwise: Unexpected) -> float:
    if isinstance(cell, float):
        return cell if abs(cell) <= MOST else _refuse(otherwise)
    written = cell.strip()
    if grouped := _GROUPED.fullmatch(written):
        whole_part = grouped[1] + re.sub(r"\D", "", grouped[2])
        return float(f"{whole_part}.{grouped[3] or 0}")
    if not _PLAIN.fullmatch(written):
        raise otherwise
    return float(written.replace(",", "."))


def _refuse(problem: Unexpected) -> float:
    raise problem


def _shown(cell: Cell) -> str:
    return str(cell) if isinstance(cell, bool | time | timedelta) else cells.string(cell)
