"""What another process imported is answered with soon, and yesterday's offers go at midnight."""

from datetime import date, timedelta

from sqlalchemy import update

from bot.freshness import Freshness
from models import offer_revision
from models.service import ServiceRow
from models.store import Store
from tests.clock import Clock
from tests.talking import conversation_in


async def test_nothing_is_built_while_nothing_changes(town: Store) -> None:
    clock = Clock()
    freshness = Freshness(conversation_in(town, clock), clock)
    assert not await freshness.look()
    clock.later(timedelta(hours=3))
    assert not await freshness.look()


async def test_changed_offers_are_seen(town: Store) -> None:
    clock = Clock()
    conversation = conversation_in(town, clock)
    freshness = Freshness(conversation, clock)
    gone = min(conversation.catalogue.offers)
    with town.transaction() as session:
        session.execute(update(ServiceRow).where(ServiceRow.id == gone).values(status="inactive"))
        offer_revision.changed(session, [gone])
    assert await freshness.look()
    assert gone not in conversation.catalogue.offers
    assert conversation.catalogue.search.ask("Wo kann ich Deutsch lernen?", "de").found


async def test_an_offer_that_is_over_goes_at_midnight(town: Store) -> None:
    clock = Clock()
    day = date(2026, 11, 23)
    with town.transaction() as session:
        session.execute(update(ServiceRow).values(valid_until=day))
    conversation = conversation_in(town, clock)
    freshness = Freshness(conversation, clock)
    assert conversation.catalogue.offers
    assert not await freshness.look()
    clock.later(timedelta(hours=14))  # half past midnight in the town
    assert await freshness.look()
    assert not conversation.catalogue.offers
