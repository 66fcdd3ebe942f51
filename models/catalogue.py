"""Everything about offers that answers are made of, in memory and read only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from analysis.hours.opening import Almanac
from models import learned_words
from models import offers as stored
from models.answering import Answering
from models.dialogue import Filters
from models.offer import FieldOfAction, Offer
from models.offer_revision import changed_since
from models.offer_sets import Sets, Topics, sets_of
from models.places import Places
from models.search_index import database
from search import catalogue as searching
from search.document import Topic
from search.emergency import EmergencyDetector

Ids = frozenset[int]
NONE: Ids = frozenset()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The town's offers on one day; built anew when `revision` has grown, and every morning.

    `spoken` are the languages that somebody speaks somewhere, `places` those that can be named.
    `first_contact` is the counselling that answers when nothing else does, `learned` the revision
    of learned words.
    """

    offers: Mapping[int, Offer]
    fields: tuple[FieldOfAction, ...]
    topics: Mapping[str, Topic]
    search: searching.Catalogue
    emergencies: EmergencyDetector
    revision: int
    learned: int
    day: date
    answering: Answering
    database: str
    districts: tuple[str, ...]
    places: Places
    first_contact: Offer | None
    spoken: tuple[str, ...]
    _sets: Sets

    @property
    def largest(self) -> tuple[str, ...]:
        """The codes of the topics with offers, those with the most first."""
        members = self._sets.members
        return tuple(sorted(members, key=lambda code: (-len(members[code]), code)))

    def in_topic(self, code: str) -> tuple[int, ...]:
        """The offers of a topic: first those whose main topic it is, each by German title."""
        return self._sets.members.get(code, ())

    def topics_of(self, id: int) -> tuple[str, ...]:
        """The topics of an offer, the main one first: an editor's, else those its words tell of."""
        return self.offers[id].topics or self._sets.told.get(id, ())

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
    session: Session, answering: Answering, today: date, earlier: Catalogue | None = None
) -> Catalogue:
    """The catalogue of the offers that stand on `today`; the index is brought there, too.

    Of an `earlier` one of the same database only what changed since is read again.
    """
    answering.follow(session, today)
    offers = _offers(session, today, earlier)
    told = _told(offers, answering, earlier)
    sets = sets_of(offers, told, earlier._sets if earlier else None)
    return Catalogue(
        offers=offers,
        fields=stored.fields_of_action(session),
        topics=answering.words.topics,
        search=_search(session, answering, earlier),
        emergencies=answering.words.emergencies,
        revision=stored.revision(session),
        learned=learned_words.revision(session),
        day=today,
        answering=answering,
        database=database(session),
        districts=tuple(sorted(sets.districts)),
        places=sets.places,
        first_contact=_first_contact(offers.values()),
        spoken=tuple(sorted(sets.spoken)),
        _sets=sets,
    )


def _search(
    session: Session, answering: Answering, earlier: Catalogue | None
) -> searching.Catalogue:
    """The `earlier` one, unless words were learned since."""
    now = answering, database(session), learned_words.revision(session)
    if earlier and now == (earlier.answering, earlier.database, earlier.learned):
        return earlier.search
    return answering.catalogue(session)


def is_current(session: Session, catalogue: Catalogue, today: date) -> bool:
    """Whether a catalogue is still that of the offers that stand on `today`."""
    mine = catalogue.revision, catalogue.learned, catalogue.day
    now = stored.revision(session), learned_words.revision(session), today
    return mine == now and catalogue.answering.stands(session, today)


def _offers(session: Session, today: date, earlier: Catalogue | None) -> dict[int, Offer]:
    if earlier is None or earlier.database != database(session) or today < earlier.day:
        return {offer.id: offer for offer in stored.load(session, today)}
    over = stored.over_between(session, earlier.day, today)
    ids = changed_since(session, earlier.revision) | over
    kept = {id: offer for id, offer in earlier.offers.items() if id not in ids}
    kept.update({offer.id: offer for offer in stored.some(session, ids, today)})
    return dict(sorted(kept.items()))


def _told(offers: Mapping[int, Offer], answering: Answering, earlier: Catalogue | None) -> Topics:
    """The topics of offers without any; of an `earlier` catalogue they are looked up no more."""
    bare = [id for id, offer in offers.items() if not offer.topics]
    kept: Topics = {}
    if earlier and earlier.answering is answering:
        same = [id for id in bare if earlier.offers.get(id) is offers[id]]
        kept = {id: earlier._sets.told[id] for id in same if id in earlier._sets.told}
    return {**kept, **answering.told([id for id in bare if id not in kept])}


def _first_contact(offers: Iterable[Offer]) -> Offer | None:
    open_ones = (x for x in offers if x.first_contact and not x.temporarily_closed)
    return next(open_ones, None)
