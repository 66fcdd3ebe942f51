"""Text into a language: plurals, numbers, dates, and isolates where directions meet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from functools import singledispatch

from babel.lists import format_list

from bot.catalogs import find
from bot.message import Line, LineKind
from models import customs
from models.language import locale, native_name
from models.text import Fixed, LanguageName, Listed, MonthName, T, Text, Verbatim, Weekday


def line(text: Text | Verbatim, language: str, kind: LineKind = "text") -> Line:
    """A line in the person's language; the town's own words keep theirs."""
    if isinstance(text, Verbatim):
        return Line(text.text, text.language, "title" if text.strong else kind)
    written, found = _written(text, language)
    return Line(written, found, kind)


def words(text: Text | Verbatim, language: str) -> str:
    """Only the string of `line`."""
    return text.text if isinstance(text, Verbatim) else _written(text, language)[0]


def day_name(day: int, language: str) -> str:
    """The short name of a weekday, 0 is Monday."""
    return str(locale(language).days["stand-alone"]["abbreviated"][day])


def _written(text: Text, language: str) -> tuple[str, str]:
    template, found = find(text.id, text.language or language, text.count)
    values = {name: _inside(item, found) for name, item in text.values.items()}
    if text.count is not None:
        values["count"] = formatted(text.count, found)
    return (template.format_map(values) if values else template), found


def _inside(item: object, language: str) -> str:
    """A value inside a sentence: isolated where it could run in the other direction."""
    if isinstance(item, Text):
        written, own = _written(item, language)
        return customs.enclosed(written, own, language)
    return customs.isolated(formatted(item, language), language, fixed=isinstance(item, Fixed))


@singledispatch
def formatted(item: object, language: str) -> str:  # noqa: ARG001  most values are the same
    """A value as people who read `language` write it, always in Latin digits."""
    return str(item)


@formatted.register(Fixed)
@formatted.register(Verbatim)
def _quoted(item: Fixed | Verbatim, _language: str) -> str:
    return item.text


@formatted.register
def _text(item: Text, language: str) -> str:
    return words(item, language)


@formatted.register
def _date(item: date, language: str) -> str:
    return customs.day(item, language)


@formatted.register
def _time(item: time, _language: str) -> str:
    return customs.clock(item)


@formatted.register
def _count(item: int, language: str) -> str:
    return customs.count(item, language)


@formatted.register
def _number(item: Decimal, language: str) -> str:
    return customs.number(item, language)


@formatted.register
def _language(item: LanguageName, language: str) -> str:
    return locale(language).languages.get(item.code) or native_name(item.code)


@formatted.register
def _weekday(item: Weekday, language: str) -> str:
    return str(locale(language).days["stand-alone"]["wide"][item.day])


@formatted.register
def _month(item: MonthName, language: str) -> str:
    return str(locale(language).months["stand-alone"]["wide"][item.month])


@formatted.register
def _listed(item: Listed, language: str) -> str:
    parts = [_inside(one, language) for one in item.items]
    return format_list(parts, style="standard", locale=locale(language))


def warm(languages: Iterable[str]) -> None:
    """Load what these languages need, catalogs and CLDR's data, before anybody has to wait for it
    and before the garbage collector is told to leave alone what is there.
    """
    shown = (date(2000, 1, 1), time(9), 1, Weekday(0), LanguageName("de"), Listed(("a", "b")))
    for language in languages:
        words(T("help.ask"), language)
        day_name(0, language)
        for value in shown:
            formatted(value, language)
