"""Translations that were made or looked at here outlive an import: no source knows of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.imports.offer_settling import by_column
from models.offer import Offer
from models.translation import GERMAN, MARK

Texts = dict[str, dict[str, str]]


def with_made_here(new: Offer, old: Offer | None) -> Offer:
    """`new` with the translations that its source does not have and `old` got here, where there is
    still a German text; what somebody has read over here is no machine's any more.
    """
    if old is None or not old.made_here:
        return new
    texts = {language: dict(fields) for language, fields in new.texts.items()}
    for column in old.made_here:
        _add(texts, column, old)
    by_machine = tuple(sorted(set(_by_machine(new, texts, old))))
    return replace(new, texts=texts, machine_translated=by_machine)


def _add(texts: Texts, column: str, old: Offer) -> None:
    name, _, language = column.partition(MARK)
    stored = old.texts.get(language, {}).get(name, "")
    if stored and texts.get(GERMAN, {}).get(name) and not texts.get(language, {}).get(name):
        texts.setdefault(language, {})[name] = stored


def _by_machine(new: Offer, texts: Texts, old: Offer) -> Iterator[str]:
    """The languages with a text that only a machine has made, as the source says of its own."""
    for column, text in by_column(texts).items():
        name, _, language = column.partition(MARK)
        is_read = old.made_here.get(column) and old.texts.get(language, {}).get(name) == text
        is_its_own = bool(new.texts.get(language, {}).get(name))
        if not is_read and (not is_its_own or language in new.machine_translated):
            yield language
