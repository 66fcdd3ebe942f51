"""Languages: which are shipped, what they are called, and where a missing text is looked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

LOCALES = Path(__file__).parent.parent / "locales"
CATALOG = Path("LC_MESSAGES") / "lotse.po"
LAST = ("en", "de")
RTL_SCRIPTS = ("-arab", "-hebr")
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
    """How a language calls itself, with a capital letter where the script has one; of one that
    nobody here knows, its code.
    """
    known = _known(language)
    name = known.get_display_name() if known else None
    return name[:1].upper() + name[1:] if name else language


def is_known(language: str) -> bool:
    """Whether CLDR knows a language of this code."""
    return _known(language) is not None


@cache
def direction(language: str) -> str:
    """ "rtl" or "ltr"; "auto", which leaves it to the letters, for one that nobody here knows."""
    if language.lower().endswith(RTL_SCRIPTS):
        return "rtl"
    known = _known(language)
    return str(known.text_direction) if known else "auto"


def _known(language: str) -> Locale | None:
    """Offers are in more languages than ours, and their codes (RFC 5646) come from elsewhere."""
    for code in (language.replace("_", "-"), language.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def guess(hint: str, among: tuple[str, ...]) -> str:
    """The language of `among` that a client's tag (RFC 5646: "ar-SY", "pes") means, or ""."""
    primary = hint.replace("_", "-").split("-")[0].lower()
    meant = ALIASES.get(primary, primary)
    return meant if meant in among else ""
