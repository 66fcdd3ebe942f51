"""What somebody changed of an offer, in words: each part as it was and as it is to be."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.wording import differing
from handlers.context import Context
from handlers.hours_lines import Said
from handlers.offer_facets import facets
from models.offer import Offer
from models.text import Listed, T, Text, Verbatim


def differences(before: Offer, after: Offer, context: Context) -> Iterator[Text]:
    """Every part that is otherwise; of long texts the sentences around what is."""
    old, new = _named(before, context), _named(after, context)
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            yield _line(name, old.get(name), new.get(name))


def whole(offer: Offer, context: Context) -> Iterator[Text]:
    """All that a new one says."""
    for name, what in _named(offer, context).items():
        yield T("facet.added", what=name, now=what)


def _named(offer: Offer, context: Context) -> dict[Text, Said]:
    """By name; what has the same name twice is listed."""
    found: dict[Text, list[Said]] = {}
    for name, what in facets(offer, context):
        found.setdefault(name, []).append(what)
    return {name: _one(several) for name, several in found.items()}


def _one(several: list[Said]) -> Said:
    return several[0] if len(several) == 1 else Listed(tuple(several))


def _line(name: Text, old: Said | None, new: Said | None) -> Text:
    if old is None:
        return T("facet.added", what=name, now=new)
    if new is None:
        return T("facet.dropped", what=name, before=_shortened(old, old)[0])
    was, now = _shortened(old, new)
    return T("facet.changed", what=name, before=was, now=now)


def _shortened(old: Said, new: Said) -> tuple[Said, Said]:
    if not (isinstance(old, Verbatim) and isinstance(new, Verbatim)) or old == new:
        return old, new
    was, now = differing(old.text, new.text)
    return Verbatim(was, old.language), Verbatim(now, new.language)
