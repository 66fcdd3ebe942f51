"""The catalogue in memory: browsing, filters and the counselling that is always there."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from analysis.hours.opening import Almanac
from analysis.measures.workdays import Holidays
from models.answering import Answering
from models.base import Session
from models.catalogue import Catalogue, build
from models.dialogue import Filters
from models.imports.offers import apply, plan
from models.offers import load
from models.store import Store
from search.engine import TextIndex
from tests.models.offer_tables import CAFE, COURSE, TODAY, reading
from tests.shipped import words

TOWN = Almanac(ZoneInfo("Europe/Berlin"), Holidays("DE-TH"))
NOW = datetime(2026, 11, 2, 19, 0, tzinfo=TOWN.zone)


def built(session: Session, earlier: Catalogue | None = None) -> Catalogue:
    answering = earlier.answering if earlier else Answering(TextIndex(), words())
    return build(session, answering, TODAY, earlier)


def catalogue(store: Store, *offers: dict[str, Any]) -> Catalogue:
    with store.transaction() as session:
        apply(session, plan(session, reading(*offers), "table"))
        return built(session)


def left(found: Catalogue, **filters: Any) -> list[str]:
    allowed = found.allowed(Filters(**filters), NOW, TOWN)
    assert allowed is not None
    return sorted(found.offers[id].source_id for id in allowed)


def test_without_filters_every_offer_is_allowed(store: Store) -> None:
    assert catalogue(store).allowed(Filters(), NOW, TOWN) is None


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"district": "Altstadt"}, ["kurs"]),
        ({"district": "Nirgends"}, []),
        ({"spoken": "ar"}, ["kurs"]),
        ({"spoken": "tr"}, []),
        ({"women": True}, ["cafe"]),
        ({"free": True}, ["cafe"]),
        ({"online": True}, []),
        ({"open_now": True}, ["kurs"]),
        ({"district": "Altstadt", "free": True}, []),
        ({"spoken": "de", "open_now": True}, ["kurs"]),
    ],
    ids=str,
)
def test_filters_narrow_and_add_up(store: Store, filters: dict[str, Any], found: list[str]) -> None:
    assert left(catalogue(store), **filters) == found


def test_open_now_looks_at_the_clock(store: Store) -> None:
    found = catalogue(store)
    later = NOW + timedelta(hours=2)
    assert found.allowed(Filters(open_now=True), later, TOWN) == frozenset()


def test_what_is_temporarily_closed_is_shown_but_not_open(store: Store) -> None:
    closed = catalogue(store, COURSE | {"status": "temporarily closed"})
    assert [offer.temporarily_closed for offer in closed.offers.values()] == [True]
    assert left(closed, open_now=True) == []


def test_a_topic_begins_with_those_whose_main_topic_it_is(store: Store) -> None:
    beside = COURSE | {"id": "beside", "title::de": "Aaa", "topics": "literacy; german_course"}
    late = COURSE | {"id": "late", "title::de": "Zzz"}
    found = catalogue(store, beside, late, COURSE)
    order = [found.offers[id].source_id for id in found.in_topic("german_course")]
    assert order == ["kurs", "late", "beside"]
    assert found.in_topic("doctor") == ()


def test_what_nobody_sorted_stands_under_the_topic_that_its_words_tell_of(store: Store) -> None:
    bare = CAFE | {"id": "bare", "topics": "", "title::de": "Hausarztpraxis am Markt"}
    found = catalogue(store, COURSE, bare | {"short_answer::de": "Wir sind Ihre Hausärzte."})
    id = next(id for id, offer in found.offers.items() if offer.source_id == "bare")
    assert found.topics_of(id)[0] == "doctor"
    assert found.in_topic("doctor") == (id,)
    assert "doctor" in found.largest
    with store.transaction() as session:
        again = built(session, found)
    assert again.in_topic("doctor") == (id,)


def test_the_first_contact_is_one_that_is_there(store: Store) -> None:
    away = COURSE | {"first_contact": "ja", "status": "temporarily closed"}
    found = catalogue(store, away, CAFE)
    assert found.first_contact is not None
    assert found.first_contact.source_id == "cafe"


def test_lists_for_choosing_are_in_order(store: Store) -> None:
    found = catalogue(store, COURSE, COURSE | {"id": "zwei", "district": "Am Bahnhof"})
    assert found.districts == ("Altstadt", "Am Bahnhof")
    assert found.spoken == ("ar", "de")


def test_a_question_finds_an_offer_by_its_topic_and_its_words(store: Store) -> None:
    found = catalogue(store)
    hits = found.search.ask("Gibt es einen Deutschkurs am Abend?", "de").hits
    assert found.offers[hits[0].key].source_id == "kurs"


def test_an_empty_town_has_an_empty_catalogue(store: Store) -> None:
    with store.transaction() as session:
        found = built(session)
    assert (found.offers, found.fields, found.first_contact, found.revision) == ({}, (), None, 0)
    assert found.search.ask("Deutschkurs", "de").hits == ()


def test_more_offers_take_no_more_queries(store: Store) -> None:
    asked: list[object] = []

    def note(_connection: object, _cursor: object, statement: object, *_rest: object) -> None:
        asked.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    counts = []
    for offers in ([COURSE], [COURSE | {"id": f"kurs{number}"} for number in range(30)]):
        with store.transaction() as session:
            apply(session, plan(session, reading(*offers), "table"))
            asked.clear()
            load(session, TODAY)
            counts.append(len(asked))
    event.remove(store.engine, "before_cursor_execute", note)
    assert counts[0] == counts[1] <= 20
