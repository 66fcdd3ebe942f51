"""Dates as people type them: "3.5.1990", "1990-05-03", "3. Mai 1990", "heute"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from surveys.form import Question
from surveys.inputs.hearing import Hearing
from surveys.inputs.letters import folded
from surveys.inputs.month_names import day_words, month
from surveys.slip import SlipKind

_YEARS = range(1850, 2151)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})\s?[-/.,\s]\s?(\d{1,2})\s?[-/.,\s]\s?(\d{4}|\d{2})")
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.|-)?\s?(?:de |of )?([^\W\d][^\d,.]*?)[.,]?\s?(\d{4}|\d{2})"
)
_MONTH_FIRST = re.compile(r"([^\W\d][^\d,.]*?)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TAIL = re.compile(r"\s?(?:г|г\.|р\.|р|года|року|r\.|roku)$")
_MONTH_YEAR = re.compile(r"(\d{1,2}|[^\W\d][^\d,.]*?)[-/.,\s]\s?(\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")


def read_date(question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """A day in ISO 8601; the first of its month or year where the form asks for no more."""
    found = _found(question, folded(text), hearing)
    if isinstance(found, date):
        return _cut(found, question).isoformat()
    return found


def _found(question: Question, typed: str, hearing: Hearing) -> date | SlipKind:
    whole = day(typed, hearing)
    if whole is not SlipKind.NOT_A_DATE:
        return whole
    if "year" in question.appearance and re.fullmatch(r"\d{4}", typed):
        return _day(int(typed), 1, 1)
    if {"month-year", "year"} & set(question.appearance):
        return _month_year(typed, hearing)
    return whole


def day(typed: str, hearing: Hearing) -> date | SlipKind:
    """The day that folded words name."""
    before = day_words().get(typed)
    if before is not None:
        return hearing.now.date() - timedelta(days=before)
    return _written(_TAIL.sub("", typed), hearing)


def _written(typed: str, hearing: Hearing) -> date | SlipKind:
    if iso := _ISO.fullmatch(typed):
        return _day(*map(int, iso.groups()))
    if numeric := _NUMERIC.fullmatch(typed):
        return _numeric(numeric, hearing)
    if named := _DAY_FIRST.fullmatch(typed):
        return _named(named[3], named[2], named[1], hearing)
    if named := _MONTH_FIRST.fullmatch(typed):
        return _named(named[3], named[1], named[2], hearing)
    return SlipKind.NOT_A_DATE


def _numeric(found: re.Match[str], hearing: Hearing) -> date | SlipKind:
    """The day comes first; "05/13/1990" can only be read the American way."""
    first, second = int(found[1]), int(found[2])
    if second > 12 >= first and "/" in found[0]:
        first, second = second, first
    return _day(_year(found[3], hearing), second, first)


def _named(year: str, name: str, day_: str, hearing: Hearing) -> date | SlipKind:
    at = month(name.strip(), hearing.language)
    return _day(_year(year, hearing), at, int(day_)) if at else SlipKind.NOT_A_DATE


def _month_year(typed: str, hearing: Hearing) -> date | SlipKind:
    if turned := _YEAR_MONTH.fullmatch(typed):
        return _day(int(turned[1]), int(turned[2]), 1)
    found = _MONTH_YEAR.fullmatch(typed)
    if not found:
        return SlipKind.NOT_A_DATE
    name = found[1].strip()
    at = int(name) if name.isdecimal() else month(name, hearing.language)
    return _day(int(found[2]), at, 1) if at else SlipKind.NOT_A_DATE


def _year(typed: str, hearing: Hearing) -> int:
    """Two digits mean the last year that ends so, up to ten years from now."""
    if len(typed) == 4:
        return int(typed)
    latest = hearing.now.year + 10
    return latest - (latest - int(typed)) % 100


def _day(year: int, month_: int, day_: int) -> date | SlipKind:
    if year not in _YEARS:
        return SlipKind.NO_SUCH_DAY
    try:
        return date(year, month_, day_)
    except ValueError:
        return SlipKind.NO_SUCH_DAY


def _cut(found: date, question: Question) -> date:
    if "year" in question.appearance:
        return found.replace(month=1, day=1)
    return found.replace(day=1) if "month-year" in question.appearance else found
