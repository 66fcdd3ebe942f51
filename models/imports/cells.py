"""What a cell may hold: each function takes a filled cell and gives its value, or Unexpected."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from models.imports import hours_text
from models.imports.languages import code_of
from models.imports.problems import Unexpected, Whole
from models.imports.table import Cell
from models.offer import Schedule

Parser = Callable[[Cell], Any]

LONGEST = 500
LONGEST_CODE = 64
LONGEST_EMAIL = 254
MOST_EUROS = 100_000
EXCEL_DAY_ZERO = date(1899, 12, 30)
"""Excel counts days from here; five figures are the years 1954 to 2118."""

YES = ("ja", "yes", "true", "wahr", "x", "1")
NO = ("nein", "no", "false", "falsch", "0")

_ID = re.compile(rf"[\w.-]{{1,{LONGEST_CODE}}}")
_CODE = re.compile(r"[A-Za-z0-9_]{1,64}")
_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?", re.ASCII)
_PHONE = re.compile(r"\+?[\d\s()/.-]{3,40}", re.ASCII)
EMAIL = re.compile(r"[^@\s<>]{1,64}@[^@\s<>]{1,190}\.[^@\s<>.]{2,}")
URL = re.compile(r"https?://[^\s/<>\"]+\.[^\s<>\"]+", re.IGNORECASE)
_SERIAL = re.compile(r"[2-7]\d{4}", re.ASCII)
_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_ALLOWED_CONTROLS = "\n\t"
_NO_CHARACTERS = "\ufffe\uffff"  # which no XML, and so no workbook, can hold
_EXCEL_ERRORS = ("#N/A", "#NV", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!")


def text(cell: Cell, most: int = LONGEST) -> str:
    """Readable text of at most `most` characters; a whole number counts as its digits."""
    if isinstance(cell, bool | date | time | timedelta) or cell in _EXCEL_ERRORS:
        raise Unexpected("text", value=str(cell))
    written = string(cell)
    for letter in written:
        control = unicodedata.category(letter) in ("Cc", "Cs") or letter in _NO_CHARACTERS
        if control and letter not in _ALLOWED_CONTROLS:
            raise Unexpected("characters", point=f"{ord(letter):04X}")
    if len(written) > most:
        raise Unexpected("long", length=len(written), most=most)
    return written


def long_text(most: int) -> Parser:
    """Text of at most `most` characters."""
    return lambda cell: text(cell, most)


def identity(cell: Cell) -> str:
    """An id: letters, digits and . _ -"""
    return _matching(_ID, cell, Unexpected("id", value=string(cell), most=LONGEST_CODE))


def code(cell: Cell) -> str:
    """A code: unaccented letters, digits and underscores."""
    return _matching(_CODE, cell, Unexpected("code", value=string(cell)))


def phone(cell: Cell) -> str:
    """A telephone number as written. Excel's own number has lost its zero, so it must be text."""
    if not isinstance(cell, str):
        raise Unexpected("phone", value=string(cell))
    return _matching(_PHONE, cell, Unexpected("phone", value=cell))


def email(cell: Cell) -> str:
    """An e-mail address, as long as mail servers take them (RFC 5321)."""
    written = text(cell, LONGEST_EMAIL)
    return _matching(EMAIL, written, Unexpected("email", value=written))


def url(cell: Cell) -> str:
    """An address on the web, http or https."""
    return _matching(URL, cell, Unexpected("url", value=string(cell)))


def yes_no(cell: Cell) -> bool:
    """A truth value, or yes and no in German or English."""
    written = string(cell).casefold()
    if written in YES:
        return True
    if written in NO:
        return False
    raise Unexpected("yes_no", value=string(cell))


def day(cell: Cell) -> date:
    """A date: Excel's own, also as its bare number, ISO 8601, or 31.12.2027."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    written = string(cell)
    try:
        if _SERIAL.fullmatch(written):
            return EXCEL_DAY_ZERO + timedelta(days=int(written))
        if german := _GERMAN_DATE.fullmatch(written):
            return date(int(german[3]), int(german[2]), int(german[1]))
        return date.fromisoformat(written)
    except ValueError:
        raise Unexpected("date", value=written) from None


def amount(cell: Cell) -> float:
    """Euros, with a decimal comma or point, with or without the sign."""
    written = string(cell).replace("€", "").strip()
    wrong = Unexpected("amount", value=string(cell), most=MOST_EUROS)
    euros = _number(written, wrong)
    if not 0 <= euros <= MOST_EUROS or round(euros, 2) != euros:
        raise wrong
    return euros


def number(least: float, most: float) -> Parser:
    """A number between two others, both included."""

    def parse(cell: Cell) -> float:
        wrong = Unexpected("number", value=string(cell), least=least, most=most)
        value = _number(string(cell), wrong)
        if not least <= value <= most:
            raise wrong
        return value

    return parse


def choice(meanings: Mapping[str, str], usual: Iterable[str] = ()) -> Parser:
    """One of the words of `meanings`, in any case; a problem names `usual` ones, or meanings."""
    choices = Whole(", ".join(usual or dict.fromkeys(meanings.values())))

    def parse(cell: Cell) -> str:
        written = string(cell)
        if (meant := meanings.get(written.casefold())) is None:
            raise Unexpected("choice", value=written, choices=choices)
        return meant

    return parse


def codes(cell: Cell) -> tuple[str, ...]:
    """Codes with ; or , between them."""
    return tuple(dict.fromkeys(code(part) for part in _parts(cell)))


def languages(cell: Cell) -> tuple[str, ...]:
    """Languages, by code or name, with ; or , between them."""
    return tuple(dict.fromkeys(code_of(part) for part in _parts(cell)))


def listed(most: int) -> Parser:
    """Texts with ; between them, kept in one: "Ausweis; Zeugnis"."""
    return lambda cell: "; ".join(
        part.strip() for part in text(cell, most).split(";") if part.strip()
    )


def opening_times(cell: Cell) -> tuple[Schedule, ...]:
    """Opening hours, with exceptions."""
    return hours_text.read(text(cell))


def _parts(cell: Cell) -> list[str]:
    return [part.strip() for part in re.split(r"[;,\n]", text(cell)) if part.strip()]


def _matching(pattern: re.Pattern[str], cell: Cell, otherwise: Unexpected) -> str:
    written = text(cell)
    if not pattern.fullmatch(written):
        raise otherwise
    return written


def _number(written: str, otherwise: Unexpected) -> float:
    if not _NUMBER.fullmatch(written):
        raise otherwise
    return float(written.replace(",", "."))


def string(cell: Cell) -> str:
    """Return a cell as text, line ends as one sort. Excel keeps 7 as 7.0."""
    if isinstance(cell, str):
        return cell.strip().replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
