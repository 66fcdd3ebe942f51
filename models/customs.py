"""How dates and numbers are written in a language (CLDR), always with Latin digits, and how words
of two directions stay in order.
"""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from models.language import direction, locale

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"  # isolates, Unicode UAX 9


def day(item: date, language: str) -> str:
    """ "23. November 2026"."""
    return latin(format_date(item, "long", locale=locale(language)))


def clock(item: time) -> str:
    """ "09:30", in every language."""
    return f"{item:%H:%M}"


def moment(item: datetime, language: str) -> str:
    """A day and a time."""
    pattern = locale(language).datetime_formats["medium"]
    written = str(pattern).format(clock(item.time()), day(item.date(), language))
    return written.replace("'", "")


@lru_cache(4096)
def count(item: int, language: str) -> str:
    """ "1.234"."""
    return latin(format_decimal(item, locale=locale(language)))


def number(item: Decimal, language: str) -> str:
    """ "12,5": an answer, without marks between thousands, because it may be a year."""
    where = locale(language)
    return latin(
        format_decimal(item, locale=where, decimal_quantization=False, group_separator=False)
    )


def money(amount: float, currency: str, language: str) -> str:
    """ "3,50 €"; whole units without cents. `currency` as in ISO 4217, or what somebody wrote."""
    where, cents = locale(language), "" if amount == int(amount) else ".00"
    pattern = str(where.currency_formats["standard"].pattern).replace(".00", cents)
    return latin(format_currency(amount, currency, pattern, locale=where, currency_digits=False))


def isolated(written: str, language: str, *, fixed: bool = False) -> str:
    """What stands inside a sentence, isolated where it could run in the other direction."""
    if direction(language) == "rtl":
        return f"{LRI if fixed else FSI}{written}{PDI}"
    return f"{FSI}{written}{PDI}" if _has_rtl(written) else written


def enclosed(written: str, own: str, language: str) -> str:
    """A sentence inside another one in `language`: it runs as its `own` language does.

    Whatever it is made of may be isolated itself, and then nothing strong is left by which the
    first strong letter could tell (UAX 9, P2).
    """
    if direction(language) == direction(own) == "ltr":
        return isolated(written, language)
    return f"{RLI if direction(own) == 'rtl' else LRI}{written}{PDI}"


@lru_cache(4096)
def latin(text: str) -> str:
    """The same text with Latin digits."""
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


@lru_cache(4096)
def _has_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)
