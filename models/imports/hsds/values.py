"""Single cells of HSDS as values, leniently: what is not understood is told, and left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from functools import lru_cache
from math import isfinite
from typing import TypeVar

from babel.core import get_global

from models.imports import cells
from models.imports.hsds.notices import Notices
from models.imports.hsds.rows import Row
from models.imports.languages import code_of, codes
from models.imports.problems import Unexpected

HIDDEN = "…"
"""In place of what may be personal."""

_BROKEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CLOCK = re.compile(
    r"(?:\d{4}-\d\d-\d\dT)?(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d)(?:\.\d+)?)?"
    r"\s*([ap])?\.?(?:m\.?)?\s*(Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE | re.ASCII,
)
_WITHOUT_SCHEME = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)
_MIDNIGHT = 24

Value = TypeVar("Value")


def cleaned(cell: str) -> str:
    """A cell without what no database and no workbook can hold; line ends of one sort."""
    text = cell.strip()
    if text.isprintable():
        return text
    return _BROKEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def day(row: Row, column: str, notices: Notices) -> date | None:
    """A date; of a moment its day."""
    return _read(row, column, notices, _day)


def clock(row: Row, column: str, notices: Notices) -> time | None:
    """A wall time. A zone is not believed: those who write Z mean the time on their own clock."""
    found = _read(row, column, notices, _clock)
    if found is None:
        return None
    if found[1]:
        notices.count("hsds_zone", row.origin)
    return found[0]


def whole(row: Row, column: str, notices: Notices) -> int | None:
    """A whole number that is not negative."""
    return _read(row, column, notices, _whole)


def decimal(row: Row, column: str, notices: Notices) -> float | None:
    """A number."""
    return _read(row, column, notices, _decimal)


def url(row: Row, column: str, notices: Notices) -> str:
    """An address on the web; one without https:// is given it."""
    return _read(row, column, notices, _url) or ""


def email(row: Row, column: str, notices: Notices) -> str:
    """An e-mail address; never named in the report."""
    return _read(row, column, notices, _email, hidden=True) or ""


def language(row: Row, written: str, notices: Notices, column: str = "name") -> str:
    """The code of a language by its code, of whatever length, or its name; "" when unknown."""
    try:
        return _language(written)
    except Unexpected as problem:
        notices.tell(problem.code, row, column, **problem.values)
        return ""


def short(row: Row, column: str, most: int, notices: Notices) -> str:
    """Words of at most `most` characters, longer ones left out."""
    written = row.get(column)
    if len(written) > most:
        notices.tell("long", row, column, length=len(written), most=most)
        return ""
    return written


def _read(
    row: Row,
    column: str,
    notices: Notices,
    parse: Callable[[str], Value],
    *,
    hidden: bool = False,
) -> Value | None:
    if not (written := row.get(column)):
        return None
    try:
        return parse(written)
    except Unexpected as problem:
        values = problem.values | ({"value": HIDDEN} if hidden else {})
        notices.tell(problem.code, row, column, **values)
        return None


@lru_cache(4096)
def _day(written: str) -> date:
    return cells.day(re.split(r"[T ](?=\d\d:)", written)[0])


@lru_cache(4096)
def _clock(written: str) -> tuple[time, bool]:
    found = _CLOCK.fullmatch(written)
    if found is None or not (found[2] or found[4]):
        raise Unexpected("clock", value=written)
    hour, minute, second = (int(found[x] or 0) for x in (1, 2, 3))
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    if (hour, minute, second) == (_MIDNIGHT, 0, 0):
        hour = 0
    try:
        return time(hour, minute, second), bool(found[5])
    except ValueError:
        raise Unexpected("clock", value=written) from None


def _whole(written: str) -> int:
    try:
        value = float(written)
    except ValueError:
        value = -1
    if not (0 <= value < 1_000_000 and value.is_integer()):
        raise Unexpected("whole", value=written, least=0, most=999_999)
    return int(value)


def _decimal(written: str) -> float:
    try:
        value = float(written.replace(",", "."))
    except ValueError:
        value = float("inf")
    if not isfinite(value):
        raise Unexpected("hsds_value", value=written)
    return value


def _url(written: str) -> str:
    if len(written) <= cells.LONGEST and cells.URL.fullmatch(written):
        return written
    return cells.url(f"https://{written}" if _WITHOUT_SCHEME.fullmatch(written) else written)


def _email(written: str) -> str:
    if len(written) <= cells.LONGEST_EMAIL and cells.EMAIL.fullmatch(written):
        return written
    return cells.email(written)


@lru_cache(1024)
def _language(written: str) -> str:
    short = get_global("language_aliases").get(written.lower(), written)
    for known in (written, short, str(short).partition("-")[0]):
        if known in codes():
            return str(known)
    return code_of(written)
