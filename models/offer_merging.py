"""What two states of an offer have otherwise, and bringing that into a third one: pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace

from models.imports.offer_settling import by_column
from models.offer import Offer
from models.translation import MARK

LEFT_OUT = frozenset({"id", "source_id", "texts", "outdated", "last_checked", "review_due"})
"""What only tells offers from each other, or follows from the rest."""
FIELDS = tuple(field.name for field in fields(Offer) if field.name not in LEFT_OUT)


def columns(before: Offer, after: Offer) -> tuple[str, ...]:
    """What is otherwise: texts as "title::ar", then names of fields of an Offer."""
    old, new = by_column(before.texts), by_column(after.texts)
    texts = [name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name)]
    others = (name for name in FIELDS if getattr(before, name) != getattr(after, name))
    return (*texts, *others)


def merged(today: Offer, wanted: Offer, changed: Collection[str]) -> Offer:
    """Today's offer with those columns as they are in `wanted`: what was written anew is not
    outdated any more.
    """
    texts = {language: dict(found) for language, found in today.texts.items()}
    for name, language in _texts(changed):
        found = texts.setdefault(language, {})
        found.pop(name, None)
        if text := wanted.texts.get(language, {}).get(name):
            found[name] = text
    others = {name: getattr(wanted, name) for name in FIELDS if name in changed}
    outdated = tuple(column for column in today.outdated if column not in changed)
    kept = {language: found for language, found in texts.items() if found}
    return replace(today, texts=kept, outdated=outdated, **others)


def _texts(changed: Collection[str]) -> Iterator[tuple[str, str]]:
    for column in changed:
        name, mark, language = column.partition(MARK)
        if mark:
            yield name, language
