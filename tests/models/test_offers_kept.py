"""What a source says of an offer is what is stored of it, whole."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from sqlalchemy.orm import Session

from models.engine import engine_for
from models.imports.offers import apply, plan, report
from models.imports.reading import Reading
from models.offer import Offer
from models.offer_reading import read
from models.service import ServiceRow
from tests.models.offer_strategies import catalogues

SOME = settings(max_examples=25)


def stored(session: Session) -> list[Offer]:
    return [replace(offer, id=0) for offer in read(session, ServiceRow.source == "town")]


@SOME
@given(catalogues(), catalogues())
def test_every_field_is_kept_and_replaced(
    shared_url: str, before: tuple[Offer, ...], after: tuple[Offer, ...]
) -> None:
    engine = engine_for(shared_url)
    newer = tuple(replace(offer, last_checked=date.max) for offer in after)
    with Session(engine) as session:
        for offers in (before, newer):
            reading = Reading(offers, None, ())
            apply(session, plan(session, reading, "town"))
            kept = {offer.source_id: offer for offer in stored(session)}
            assert [kept[offer.source_id] for offer in offers] == list(offers)
            assert not report(plan(session, reading, "town")).anything
        session.rollback()
    engine.dispose()
