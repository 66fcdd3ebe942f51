"""What differs between an offer as it is stored and as its source says it: the names of fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from models.imports.offer_settling import Texts, by_column
from models.offer import Offer, Organization, Place

LEFT_OUT = ("id", "outdated", "made_here")
"""What no source says: what is stored of translations tells whether they are outdated."""

SINGLE = {"maker": "organization", "places": "place"}
"""Those named by their own fields: "place.street"."""

FIELDS = tuple(field.name for field in fields(Offer) if field.name not in LEFT_OUT)


def differences(old: Offer, new: Offer) -> Iterator[str]:
    """The fields that differ: "website", "title::ar", "place.street", "organization.name"."""
    for name in FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before == after:
            continue
        if name == "texts":
            yield from _texts(before, after)
        elif name in SINGLE:
            yield from _parts(SINGLE[name], before, after)
        else:
            yield name


def _texts(before: Texts, after: Texts) -> Iterator[str]:
    old, new = by_column(before), by_column(after)
    yield from (name for name in dict.fromkeys([*old, *new]) if old.get(name) != new.get(name))


def _parts(whole: str, before: Any, after: Any) -> Iterator[str]:
    """Field by field as long as there is one of them; of several only that they do."""
    if isinstance(before, Organization):
        yield from _named(whole, before, after)
    elif max(len(before), len(after)) > 1:
        yield "places"
    else:
        yield from _named(whole, *((x[0] if x else Place()) for x in (before, after)))


def _named(whole: str, before: Any, after: Any) -> Iterator[str]:
    for name in (field.name for field in fields(before)):
        if getattr(before, name) != getattr(after, name):
            yield f"{whole}.{name}"
