"""Which languages there are, by code or by German or English name (CLDR)."""

from __future__ import annotations

from functools import cache

from babel import Locale

from models.imports.problems import Unexpected, nearest

OURS = {"prs": "Dari", "kmr": "Kurmandschi", "pes": "Persisch", "de-x-leicht": "Leichte Sprache"}
"""What Lotse needs and CLDR does not list, or lists only by region."""


@cache
def codes() -> frozenset[str]:
    """All codes known: CLDR's, and ours."""
    return frozenset(map(_tag, Locale.parse("de").languages)) | set(OURS)


@cache
def names() -> dict[str, str]:
    """The code of each language by its name, in small letters."""
    found: dict[str, str] = {}
    for locale in ("en", "de"):
        known = Locale.parse(locale).languages
        found |= {str(name).casefold(): str(code) for code, name in known.items()}
    found |= {name.casefold(): code for code, name in OURS.items() if code != "pes"}
    return {name: _tag(code) for name, code in found.items()}


def _tag(code: object) -> str:
    """CLDR's zh_Hant as BCP 47's zh-Hant."""
    return str(code).replace("_", "-")


def code_of(value: str) -> str:
    """The code of a language by its code or name. Raises Unexpected with the nearest."""
    if value in codes():
        return value
    if code := names().get(value.casefold()):
        return code
    raise Unexpected("language_unknown", value=value, nearest=nearest(value, names()))
