"""Places that somebody can name instead of saying where exactly she is."""

from dataclasses import replace
from datetime import date

import pytest

from models import offers
from models.offer import Offer, Place
from models.places import distance, known
from models.store import Store

DAY = date(2026, 11, 23)


def at(offer: Offer, *, latitude: float | None, district: str = "", name: str = "") -> Offer:
    place = Place(name=name, district=district, latitude=latitude, longitude=10.6)
    return replace(offer, places=(place,))


def test_a_district_is_where_its_offers_are(town: Store) -> None:
    with town.transaction() as session:
        one = offers.load(session, DAY)[0]
    found = known(
        (
            at(one, latitude=50.97, district="Süd"),
            at(one, latitude=50.99, district="Nord", name="Bücherei"),
            at(one, latitude=50.97, district="Nord"),
            at(one, latitude=None, district="Dorf"),
            replace(one, places=()),
        )
    )
    assert [(place.name, place.label[""]) for place in found.districts] == [
        ("50.9800 10.6000 0 0", "Nord"),
        ("50.9700 10.6000 0 0", "Süd"),
    ]
    assert [(place.name, place.label[""]) for place in found.named] == [
        ("50.9900 10.6000 0 0", "Bücherei"),
    ]


def test_how_far_it_is_to_the_nearest_place_of_an_offer(town: Store) -> None:
    with town.transaction() as session:
        one = offers.load(session, DAY)[0]
    near, far = Place(latitude=50.97, longitude=10.6), Place(latitude=51.97, longitude=10.6)
    nowhere = Place(name="Dorf")
    assert distance(replace(one, places=(far, near, nowhere)), (50.97, 10.6)) == 0
    assert distance(replace(one, places=(far,)), (50.97, 10.6)) == pytest.approx(111_195, rel=0.001)
    assert distance(replace(one, places=(nowhere,)), (50.97, 10.6)) is None
