"""Importing offers: what is new, changed, unchanged or gone, and nothing half done."""

from typing import Any

import pytest
from sqlalchemy import select

from models.imports.offers import OffersReport, apply, plan, report
from models.imports.offers_table import read_offers
from models.imports.reading import Reading
from models.offer import Offer
from models.offers import fields_of_action, load, revision
from models.service import ServiceRow
from models.store import Store
from models.translation import TranslationRow, source_hash
from tests.models.offer_tables import (
    CAFE,
    COURSE,
    LANGUAGE_FIELD,
    TODAY,
    TOPICS,
    reading,
    sheet,
    table,
)


def imports(store: Store, what: Reading, source: str = "table") -> OffersReport:
    with store.transaction() as session:
        return apply(session, plan(session, what, source))


def offers(store: Store) -> dict[str, Offer]:
    with store.transaction() as session:
        return {offer.source_id: offer for offer in load(session, TODAY)}


def kinds(made: OffersReport) -> dict[str, str]:
    return {row.source_id: row.kind for row in made.rows}


def changed(made: OffersReport) -> dict[str, tuple[str, ...]]:
    return {row.source_id: row.changed for row in made.rows if row.kind == "changed"}


def translations(store: Store) -> dict[str, str]:
    """The hash that each translated field of an offer was made from."""
    row = TranslationRow
    with store.transaction() as session:
        query = select(row.field, row.source_hash).where(row.entity == "service")
        return {found.field: found.source_hash for found in session.execute(query)}


def test_offers_come_in_whole(store: Store) -> None:
    made = imports(store, reading())
    assert kinds(made) == {"kurs": "new", "cafe": "new"}
    course = offers(store)["kurs"]
    assert course.texts["ar"]["title"] == COURSE["title::ar"]
    assert course.texts["de"]["documents"] == "Ausweis; Zeugnis"
    assert course.topics == ("german_course", "literacy")
    assert (course.cost_amount, course.free) == (12.5, False)
    assert course.place is not None
    assert (course.place.district, course.place.wheelchair) == ("Altstadt", "partly")
    assert course.languages == ("de", "ar")
    assert [span.byday for span in course.schedules] == ["MO", "WE"]


def test_what_was_read_is_what_is_stored(store: Store) -> None:
    read = reading()
    imports(store, read)
    with store.transaction() as session:
        again = plan(session, read, "table")
    assert [change.offer for change in again.changes] == list(offers(store).values())


def test_importing_twice_changes_nothing(store: Store) -> None:
    imports(store, reading())
    before = offers(store)
    made = imports(store, reading())
    assert not made.anything
    assert kinds(made) == {"kurs": "unchanged", "cafe": "unchanged"}
    assert offers(store) == before


def test_the_revision_grows_only_with_a_change(store: Store) -> None:
    numbers = []
    for what in (reading(), reading(), reading(COURSE | {"phone": "0361 1234"}, CAFE)):
        imports(store, what)
        with store.transaction() as session:
            numbers.append(revision(session))
    assert numbers == [1, 1, 2]


CHANGES: list[tuple[dict[str, Any], str]] = [
    ({"title::de": "Deutsch am Morgen"}, "title::de"),
    ({"title::ar": "الألمانية صباحاً"}, "title::ar"),
    ({"short_answer::ar": None}, "short_answer::ar"),
    ({"documents::de": "Ausweis"}, "documents::de"),
    ({"cost_amount": 13}, "costs"),
    ({"topics": "literacy; german_course"}, "topics"),
    ({"target_groups": "parents"}, "target_groups"),
    ({"district": "Neustadt"}, "place.district"),
    ({"address": "Markt 2"}, "place.street"),
    ({"wheelchair": "ja"}, "place.wheelchair"),
    ({"latitude": "50,99"}, "place.latitude"),
    ({"opening_hours": "Mo 18-20"}, "schedules"),
    ({"phone": None}, "phones"),
    ({"languages": "de"}, "languages"),
    ({"interpretation": "nein"}, "interpretation"),
    ({"status": "vorübergehend geschlossen"}, "temporarily_closed"),
    ({"valid_until": "2027-01-31"}, "valid_until"),
    ({"organization": "VHS"}, "organization.name"),
    ({"organization_url": None}, "organization.website"),
    ({"online": "x"}, "online"),
    ({"review_due": "31.12.2026"}, "review_due"),
    ({"machine_translated": "ar; en"}, "machine_translated"),
]


@pytest.mark.parametrize(("change", "name"), CHANGES, ids=[name for _, name in CHANGES])
def test_exactly_what_changed_is_told_and_stored(
    store: Store, change: dict[str, Any], name: str
) -> None:
    imports(store, reading())
    cafe = offers(store)["cafe"]
    after = reading(COURSE | change, CAFE)
    assert changed(imports(store, after)) == {"kurs": (name,)}
    assert kinds(imports(store, after)) == {"kurs": "unchanged", "cafe": "unchanged"}
    assert offers(store)["cafe"] == cafe


def test_an_offer_keeps_its_id_when_it_changes(store: Store) -> None:
    imports(store, reading())
    before = offers(store)["kurs"].id
    imports(store, reading(COURSE | {"title::de": "Anders"}, CAFE))
    assert offers(store)["kurs"].id == before


def test_what_vanished_becomes_inactive_and_comes_back(store: Store) -> None:
    imports(store, reading())
    before = offers(store)["cafe"]
    assert kinds(imports(store, reading(COURSE))) == {"kurs": "unchanged", "cafe": "vanished"}
    assert set(offers(store)) == {"kurs"}
    assert kinds(imports(store, reading(COURSE))) == {"kurs": "unchanged"}
    assert changed(imports(store, reading())) == {"cafe": ("inactive",)}
    assert offers(store)["cafe"] == before


def test_nothing_is_ever_deleted(store: Store) -> None:
    imports(store, reading())
    imports(store, reading(CAFE))
    with store.transaction() as session:
        found = session.execute(select(ServiceRow.source_id, ServiceRow.status))
        assert {x.source_id: x.status for x in found} == {"kurs": "inactive", "cafe": "active"}


def test_sources_leave_each_other_alone(store: Store) -> None:
    imports(store, reading(COURSE), "one")
    assert kinds(imports(store, reading(COURSE | {"title::de": "Anders"}), "two")) == {
        "kurs": "new"
    }
    assert kinds(imports(store, reading(COURSE), "one")) == {"kurs": "unchanged"}


def test_a_translation_left_behind_shows_as_outdated(store: Store) -> None:
    imports(store, reading())
    made = imports(store, reading(COURSE | {"title::de": "Deutsch am Morgen"}, CAFE))
    assert made.rows[0].outdated == ("title::ar",)
    assert translations(store)["name"] == source_hash("Deutsch am Abend")
    renewed = {"title::de": "Deutsch am Morgen", "title::ar": "الألمانية صباحاً"}
    assert imports(store, reading(COURSE | renewed, CAFE)).rows[0].outdated == ()
    assert translations(store)["name"] == source_hash("Deutsch am Morgen")


def test_a_translation_that_a_human_has_looked_at_keeps_what_it_was_made_from(
    store: Store,
) -> None:
    imports(store, reading(COURSE | {"machine_translated": "ar"}))
    german = COURSE | {"title::de": "Deutsch am Morgen"}
    imports(store, reading(german | {"machine_translated": "ar"}))
    assert offers(store)["kurs"].machine_translated == ("ar",)
    imports(store, reading(german))
    assert offers(store)["kurs"].machine_translated == ()
    assert translations(store)["name"] == source_hash("Deutsch am Abend")


def test_checking_changes_nothing(store: Store) -> None:
    with store.transaction() as session:
        made = report(plan(session, reading(), "table"))
        session.rollback()
    assert made.count("new") == 2
    assert offers(store) == {}


def test_one_bad_row_changes_nothing(store: Store) -> None:
    imports(store, reading())
    before = offers(store)
    bad = read_offers(table(COURSE | {"title::de": "Neu"}, CAFE | {"phone": "keins"}), TOPICS)
    with store.transaction() as session, pytest.raises(ValueError, match="problems"):
        plan(session, bad, "table")
    assert offers(store) == before


def test_an_import_that_breaks_half_way_leaves_no_trace(store: Store) -> None:
    imports(store, reading())
    before = offers(store)

    def breaks() -> None:
        with store.transaction() as session:
            apply(session, plan(session, reading(COURSE | {"title::de": "Neu"}), "table"))
            raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        breaks()
    assert offers(store) == before


def test_fields_of_action_follow_the_table(store: Store) -> None:
    imports(store, reading())
    health = {"code": "GES", "name::de": "Gesundheit", "topics": "doctor"}
    sheets = (sheet("offers", COURSE, CAFE), sheet("fields", health, LANGUAGE_FIELD))
    made = imports(store, read_offers(type(table())("x", sheets), TOPICS))
    assert made.fields_changed
    with store.transaction() as session:
        health_field, language_field = fields_of_action(session)
    assert (health_field.code, health_field.topics) == ("GES", ("doctor",))
    assert language_field.names == {"de": "Sprache", "ar": "اللغة"}
    imports(store, reading())
    with store.transaction() as session:
        assert fields_of_action(session) == (language_field,)


def test_without_a_sheet_of_fields_they_stay(store: Store) -> None:
    imports(store, reading())
    made = imports(store, read_offers(table(COURSE, CAFE), TOPICS))
    assert not made.anything
    with store.transaction() as session:
        assert len(fields_of_action(session)) == 1


def test_an_offer_is_shown_to_its_last_day(store: Store) -> None:
    imports(store, reading(COURSE | {"valid_until": TODAY}, CAFE | {"valid_until": "1.11.2026"}))
    assert set(offers(store)) == {"kurs"}


def test_only_some_languages_can_be_loaded(store: Store) -> None:
    imports(store, reading(COURSE | {"title::uk": "Німецька ввечері"}))
    with store.transaction() as session:
        (offer,) = load(session, TODAY, ["uk"])
    assert set(offer.texts) == {"de", "uk"}
