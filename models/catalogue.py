"""Everything about offers that answers are made of, in memory and read only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from analysis.hours.opening import Almanac
from models import offers as stored
from models.dialogue import Filters
from models.offer import FieldOfAction, Offer
from models.open_now import OpenNow
from models.places import Places, known
from models.taxonomy import WOMEN
from models.translation import GERMAN
from search import catalogue as searching
from search.document import Document, Topic
from search.emergency import EmergencyDetector

Ids = frozenset[int]
NONE: Ids = frozenset()
IN_BODY = ("description", "eligibility", "application", "cost", "documents")


@dataclass(frozen=True, slots=True)
class _Sets:
    """Which offers a filter leaves, worked out once."""

    districts: Mapping[str, Ids]
    spoken: Mapping[str, Ids]
    women: Ids
    free: Ids
    online: Ids
    open: OpenNow


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The town's offers on one day; built anew when `revision` has grown, and every morning.

    `spoken` are the languages that somebody speaks somewhere, `places` those that can be named.
    `first_contact` is the counselling that answers when nothing else does.
    """

    offers: Mapping[int, Offer]
    fields: tuple[FieldOfAction, ...]
    topics: Mapping[str, Topic]
    search: searching.Catalogue
    emergencies: EmergencyDetector
    revision: int
    districts: tuple[str, ...]
    places: Places
    first_contact: Offer | None
    spoken: tuple[str, ...]
    _sets: _Sets
    _members: Mapping[str, tuple[int, ...]]

    def in_topic(self, code: str) -> tuple[int, ...]:
        """The offers of a topic: first those whose main topic it is, each by German title."""
        return self._members.get(code, ())

    def allowed(self, filters: Filters, now: datetime, almanac: Almanac) -> Ids | None:
        """The offers that pass all filters at `now` by the town's almanac. None: every offer."""
        chosen = [found for found in self._chosen(filters, now, almanac) if found is not None]
        return frozenset.intersection(*chosen) if chosen else None

    def _chosen(self, filters: Filters, now: datetime, almanac: Almanac) -> Iterable[Ids | None]:
        sets = self._sets
        yield sets.districts.get(filters.district, NONE) if filters.district else None
        yield sets.spoken.get(filters.spoken, NONE) if filters.spoken else None
        yield sets.women if filters.women else None
        yield sets.free if filters.free else None
        yield sets.online if filters.online else None
        yield sets.open.ids(now, almanac) if filters.open_now else None


def build(
    session: Session,
    topics: Mapping[str, Topic],
    emergencies: EmergencyDetector,
    today: date,
    earlier: Catalogue | None = None,
) -> Catalogue:
    """The catalogue of the offers that stand on `today`; sooner made from an `earlier` one."""
    offers = stored.load(session, today)
    sets = _sets(offers, earlier)
    return Catalogue(
        offers={offer.id: offer for offer in offers},
        fields=stored.fields_of_action(session),
        topics=topics,
        search=_searching(offers, topics, earlier),
        emergencies=emergencies,
        revision=stored.revision(session),
        districts=tuple(sorted(sets.districts)),
        places=known(offers),
        first_contact=_first_contact(offers),
        spoken=tuple(sorted(sets.spoken)),
        _sets=sets,
        _members=_members(offers),
    )


def _searching(
    offers: Iterable[Offer], topics: Mapping[str, Topic], earlier: Catalogue | None
) -> searching.Catalogue:
    documents = tuple(map(_document, offers))
    if earlier:
        return earlier.search.with_documents(documents)
    return searching.Catalogue(documents, topics.values())


def _document(offer: Offer) -> Document:
    texts = {
        language: {
            "title": fields.get("title", ""),
            "summary": fields.get("short_answer", ""),
            "body": "\n".join(fields[name] for name in IN_BODY if fields.get(name)),
        }
        for language, fields in offer.texts.items()
    }
    return Document(offer.id, texts, offer.topics)


def _sets(offers: Sequence[Offer], earlier: Catalogue | None) -> _Sets:
    return _Sets(
        districts=_by(offers, lambda offer: [place.district for place in offer.places]),
        spoken=_by(offers, lambda offer: offer.languages),
        women=_ids(offer for offer in offers if WOMEN in offer.target_groups),
        free=_ids(offer for offer in offers if offer.free),
        online=_ids(offer for offer in offers if offer.online),
        open=OpenNow(offers, earlier._sets.open if earlier else None),
    )


def _ids(offers: Iterable[Offer]) -> Ids:
    return frozenset(offer.id for offer in offers)


def _by(offers: Iterable[Offer], keys: Callable[[Offer], Iterable[str]]) -> dict[str, Ids]:
    found: dict[str, set[int]] = defaultdict(set)
    for offer in offers:
        for key in filter(None, keys(offer)):
            found[key].add(offer.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _first_contact(offers: Iterable[Offer]) -> Offer | None:
    open_ones = (x for x in offers if x.first_contact and not x.temporarily_closed)
    return next(open_ones, None)


def _members(offers: Iterable[Offer]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[tuple[int, str, int]]] = defaultdict(list)
    for offer in offers:
        title = offer.texts.get(GERMAN, {}).get("title", "")
        for place, code in enumerate(offer.topics):
            found[code].append((min(place, 1), title, offer.id))
    return {code: tuple(id for *_, id in sorted(those)) for code, those in found.items()}
