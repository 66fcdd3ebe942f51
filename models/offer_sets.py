"""Which offers a filter or a topic leaves, worked out once for all who ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from models.offer import Offer
from models.open_now import OpenNow
from models.places import Places, known
from models.taxonomy import WOMEN
from models.translation import GERMAN

Ids = frozenset[int]
Topics = Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sets:
    """Ids of offers, and places that can be named. `members` are those of a topic: first those
    whose main topic it is, each by German title. `told` are topics of offers that no editor gave
    any.
    """

    offers: Mapping[int, Offer]
    districts: Mapping[str, Ids]
    spoken: Mapping[str, Ids]
    women: Ids
    free: Ids
    online: Ids
    open: OpenNow
    places: Places
    told: Topics
    members: Mapping[str, tuple[int, ...]]


def sets_of(offers: Mapping[int, Offer], told: Topics, earlier: Sets | None = None) -> Sets:
    """Those of offers; the `earlier` ones where nothing changed but when they were looked at."""
    if earlier and earlier.told == told and _same(earlier.offers, offers):
        return replace(earlier, offers=offers)
    those = tuple(offers.values())
    return Sets(
        offers=offers,
        districts=_by(those, lambda offer: [place.district for place in offer.places]),
        spoken=_by(those, lambda offer: offer.languages),
        women=_ids(offer for offer in those if WOMEN in offer.target_groups),
        free=_ids(offer for offer in those if offer.free),
        online=_ids(offer for offer in those if offer.online),
        open=OpenNow(those, earlier.open if earlier else None),
        places=known(those),
        told=told,
        members=_members(those, told),
    )


def _same(earlier: Mapping[int, Offer], offers: Mapping[int, Offer]) -> bool:
    if earlier.keys() != offers.keys():
        return False
    pairs = ((earlier[id], offer) for id, offer in offers.items())
    return all(old is new or _looked_at(old, new) == new for old, new in pairs)


def _looked_at(old: Offer, new: Offer) -> Offer:
    return replace(old, last_checked=new.last_checked, review_due=new.review_due)


def _ids(offers: Iterable[Offer]) -> Ids:
    return frozenset(offer.id for offer in offers)


def _by(offers: Iterable[Offer], keys: Callable[[Offer], Iterable[str]]) -> dict[str, Ids]:
    found: dict[str, set[int]] = defaultdict(set)
    for offer in offers:
        for key in filter(None, keys(offer)):
            found[key].add(offer.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _members(offers: Iterable[Offer], told: Topics) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for offer in offers:
        title = offer.texts.get(GERMAN, {}).get("title", "")
        for place, code in enumerate(offer.topics or told.get(offer.id, ())):
            found[code].append((min(place, 1), title, offer.id))
    return {code: tuple(id for *_, id in sorted(those)) for code, those in found.items()}
