"""What a source says of an offer is what is stored of it, whole."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from models.imports.offers import apply, plan, report
from models.imports.reading import Reading
from models.offer import Cost, Offer, Organization, Place
from models.offer_reading import read
from models.service import ServiceRow
from models.store import Store
from tests.models.offer_strategies import catalogues

SOME = settings(max_examples=15)


def stored(session: Session) -> list[Offer]:
    return [replace(offer, id=0) for offer in read(session, ServiceRow.source == "town")]


@SOME
@given(catalogues(), catalogues())
def test_every_field_is_kept_and_replaced(
    shared: Engine, before: tuple[Offer, ...], after: tuple[Offer, ...]
) -> None:
    newer = tuple(replace(offer, last_checked=date.max) for offer in after)
    with Session(shared) as session:
        for offers in (before, newer):
            reading = Reading(offers, None, ())
            apply(session, plan(session, reading, "town"))
            kept = {offer.source_id: offer for offer in stored(session)}
            assert [kept[offer.source_id] for offer in offers] == list(offers)
            assert not report(plan(session, reading, "town")).anything
        session.rollback()


def test_what_no_table_keeps_is_not_told_as_a_change(store: Store) -> None:
    place = Place("Haus am Markt", latitude=50.976812345678, longitude=11.0)
    offer = Offer(
        0,
        "kurs",
        Organization("VHS", source_id="VHS"),
        {"de": {"title": "Kurs", "alert": "", "documents": "Ausweis; ; Zeugnis"}, "ar": {}},
        places=(Place(), place),
        costs=(Cost(3.333),),
        document_links={"Reisepass": "https://a.example.org"},
        machine_translated=("ar", "de"),
        outdated=("title::ar",),
    )
    with store.transaction() as session:
        apply(session, plan(session, Reading((offer,), None, ()), "town"))
        (kept,) = stored(session)
        assert not report(plan(session, Reading((offer,), None, ()), "town")).anything
    assert (kept.places, kept.costs) == ((replace(place, latitude=50.976812),), (Cost(3.33),))
    assert kept.texts == {"de": {"title": "Kurs", "documents": "Ausweis; Zeugnis"}}
    assert (kept.document_links, kept.machine_translated, kept.outdated) == ({}, (), ())
    assert kept.maker == Organization("VHS")


def test_a_translation_of_unknown_source_stays_outdated_until_it_changes(store: Store) -> None:
    def imports(arabic: str, *outdated: str) -> tuple[str, ...]:
        texts = {"de": {"title": "Kurs"}, "ar": {"title": arabic}}
        offer = Offer(0, "kurs", Organization("VHS"), texts, outdated=outdated)
        with store.transaction() as session:
            apply(session, plan(session, Reading((offer,), None, ()), "town"))
            return stored(session)[0].outdated

    assert imports("دورة", "title::ar") == ("title::ar",)
    assert imports("دورة") == ("title::ar",)
    assert imports("دورة اللغة") == ()
    assert imports("دورة اللغة", "title::ar") == ()
