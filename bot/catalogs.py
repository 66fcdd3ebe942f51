"""The catalogs (.po files): every word Lotse says itself, in every language it ships."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.messages.pofile import read_po

from models.language import CATALOG, LOCALES, chain, locale, shipped

ORDER = ("zero", "one", "two", "few", "many", "other")


class MissingMessage(LookupError):
    """No catalog of the chain has the message: a mistake of ours, never shown as a bare id."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """One language: message id → its forms, one for each CLDR plural category of whole numbers."""

    language: str
    messages: Mapping[str, tuple[str, ...]]
    categories: tuple[str, ...]

    def form(self, id: str, count: int | None) -> str | None:
        """The text of a message, in the plural form for `count`; None when it is not there."""
        forms = self.messages.get(id)
        if forms is None:
            return None
        return forms[0] if count is None else forms[self._index(count)]

    def _index(self, count: int) -> int:
        return self.categories.index(locale(self.language).plural_form(count))


@cache
def catalog(language: str) -> Catalog:
    """Read one language's catalog. Untranslated and fuzzy messages count as missing."""
    if language not in shipped():
        return Catalog(language, {}, ())
    with (LOCALES / language / CATALOG).open("rb") as file:
        po = read_po(file, locale=language)
    messages = {_id(m.id): _forms(m.string) for m in po if m.id and not m.fuzzy}
    full = {id: forms for id, forms in messages.items() if all(forms)}
    return Catalog(language, full, categories(language))


@cache
def categories(language: str) -> tuple[str, ...]:
    """CLDR's plural categories that whole numbers fall into, in CLDR's order (UTS 35, part 3)."""
    samples = (*range(201), 1_000_000)
    used = {locale(language).plural_form(n) for n in samples}
    return tuple(name for name in ORDER if name in used)


@lru_cache(16_384)
def find(id: str, language: str, count: int | None = None) -> tuple[str, str]:
    """A message and the language it was found in, along the chain. Raises MissingMessage."""
    for candidate in chain(language):
        if text := catalog(candidate).form(id, count):
            return text, candidate
    raise MissingMessage(id)


def _id(id: str | Iterable[str]) -> str:
    return id if isinstance(id, str) else next(iter(id))


def _forms(string: str | Iterable[str] | None) -> tuple[str, ...]:
    return (string or "",) if isinstance(string, str | None) else tuple(string)
