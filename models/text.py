"""What Lotse says, before it is in any language: message ids with named values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Verbatim:
    """The town's own words, quoted: `text` as stored, `language` the language it is written in.

    A `strong` one is the heading of what follows.
    """

    text: str
    language: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """What must never be translated or turned round: a phone number, an address on the web."""

    text: str


@dataclass(frozen=True, slots=True)
class LanguageName:
    """The name of a language in the reader's language; `code` as in the catalogs ("ar")."""

    code: str


@dataclass(frozen=True, slots=True)
class Weekday:
    """The name of a day of the week in the reader's language; 0 is Monday."""

    day: int


@dataclass(frozen=True, slots=True)
class MonthName:
    """The name of a month in the reader's language; 1 is January."""

    month: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Several values as a list in the reader's language ("a, b and c")."""

    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A message of the catalogs: `id` as in the .po files, `values` for its placeholders.

    Values may be str, int, Decimal, date, time, Verbatim, Fixed, LanguageName, Weekday, MonthName,
    Listed and Text. With `count` the plural form of the reader's language is chosen and `{count}`
    is filled in. With `language` it is said in that one, whatever the reader's is.
    """

    id: str
    values: dict[str, Any] = field(default_factory=dict, hash=False)
    count: int | None = None
    language: str = ""


def T(id: str, /, **values: Any) -> Text:
    """`T("offer.cost", cost="5 €")`: the marker that finds message ids for the catalogs."""
    return Text(id, values)


def N(id: str, count: int, /, **values: Any) -> Text:
    """`N("offers.found", 3)`: a message with plural forms."""
    return Text(id, values, count)


def said_in(language: str, text: Text) -> Text:
    """A message in another language than the reader's, such as the one that she has just used."""
    return replace(text, language=language)
