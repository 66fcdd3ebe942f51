"""What changed since a revision is known, so that the rest need not be read again."""

from dataclasses import replace
from datetime import UTC, date, datetime

from models import offer_reviews, offers
from models.imports import offers as importing
from models.imports.offers import Change, Plan
from models.offer_publishing import source_of
from models.offer_revision import changed_since
from models.offer_rules import OfferRules
from models.roles import Deed
from models.store import Store

TODAY = date(2026, 11, 22)


def test_an_offer_that_is_still_right_is_the_only_one_that_changed(town: Store) -> None:
    with town.transaction() as session:
        before = offers.revision(session)
        id = offers.load(session, TODAY)[0].id
        deed = Deed(datetime(2026, 11, 22, 12, tzinfo=UTC))
        assert offer_reviews.confirm(session, deed, id, OfferRules())
        assert changed_since(session, before) == {id}
        assert changed_since(session, offers.revision(session)) == frozenset()


def test_an_offer_brings_those_of_the_same_organization_along(town: Store) -> None:
    with town.transaction() as session:
        before = offers.revision(session)
        known = offers.load(session, TODAY)
        one = next(x for x in known if sum(x.maker == y.maker for y in known) > 1)
        other = replace(one, maker=replace(one.maker, email="neu@example.org"))
        source = source_of(session, one.id) or ""
        importing.apply(session, Plan(source, (Change("changed", other),), None))
        theirs = {x.id for x in known if x.organization == one.organization}
        assert changed_since(session, before) >= theirs
