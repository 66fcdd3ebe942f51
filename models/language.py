"""Languages: which are shipped, what they are called, and where a missing text is looked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import Locale

LOCALES = Path(__file__).parent.parent / "locales"
CATALOG = Path("LC_MESSAGES") / "lotse.po"
LAST = ("en", "de")
ALIASES = {"pes": "fa", "prs": "fa", "mo": "ro"}


@cache
def shipped() -> tuple[str, ...]:
    """The languages shipped: a language is a directory with a catalog."""
    return tuple(sorted(path.parent.parent.name for path in LOCALES.glob(f"*/{CATALOG}")))


@cache
def chain(language: str) -> tuple[str, ...]:
    """Where a missing text is looked for: the language, then English, then German."""
    return tuple(dict.fromkeys((language, *LAST)))


@cache
def locale(language: str) -> Locale:
    """Babel's locale for one of our languages."""
    return Locale.parse(language)


@cache
def native_name(language: str) -> str:
    """How a language calls itself, with a capital letter where the script has one."""
    name = locale(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


@cache
def direction(language: str) -> str:
    """ "rtl" or "ltr"."""
    return str(locale(language).text_direction)


def guess(hint: str, among: tuple[str, ...]) -> str:
    """The language of `among` that a client's tag (RFC 5646: "ar-SY", "pes") means, or ""."""
    primary = hint.replace("_", "-").split("-")[0].lower()
    meant = ALIASES.get(primary, primary)
    return meant if meant in among else ""
