"""A town whose offers are kept, with its keepers and managers in front of them."""

from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import select

from analysis.hours.schedule import weekly
from bot.message import from_json
from models import accounts, offer_change_reading, offer_drafts, offer_reviews
from models.base import Session
from models.delivery import DELIVERY
from models.offer import Offer, Place
from models.offer_change import Change
from models.offer_review import Review
from models.offer_rules import OfferRules
from models.role import Role
from models.text import T, Text, Verbatim
from tests.handlers.news_desk import Desk
from tests.handlers.talking import ISOLATES, Town
from tests.models.upkeep import offer, settle

KEEPER = "Volkshochschule"
DUE = date(2026, 11, 1)
HOUSE = Place("Haus am Markt", "Markt 1", "99999", "Mittelstadt", latitude=50.9, longitude=10.6)
BOTH = pytest.mark.parametrize("language", ["de", "ar"])
COURSE = Verbatim("Deutsch am Abend", "de")
DUE_COURSE = offer(review_due=DUE, places=(HOUSE,), schedules=(weekly(0, time(9), time(12)),))


def was(name: str, before: object, after: object) -> Text:
    """A line of what is otherwise."""
    return T("facet.changed", what=T(f"facet.{name}"), before=before, now=after)


async def keeper(town: Town, language: str = "de", name: str = KEEPER) -> Desk:
    """Somebody who looks after the offers of the organization with her account's name."""
    one = await town.somebody(name, Role.KEEPER)
    await one.says(f"/language {language}")
    return Desk(one, language)


async def manager(town: Town, language: str = "de", name: str = "Integrationsbüro") -> Desk:
    """Somebody who says yes or no."""
    one = await town.somebody(name, Role.MANAGER)
    await one.says(f"/language {language}")
    return Desk(one, language)


async def offers(town: Town, *those: Offer) -> list[int]:
    """The town has these offers; those of which nobody said when to look at them are due."""

    def unit(session: Session) -> list[int]:
        ids = settle(session, *(those or (offer(),)))
        offer_reviews.refresh(session, town.clock().date(), OfferRules())
        return ids

    return await town.do(unit)


async def now(town: Town, id: int) -> Offer:
    """The offer as it is."""
    return (await town.ask(lambda s: offer_change_reading.current(s, [id])))[id]


async def waiting(town: Town) -> list[Change]:
    """What waits for a manager."""
    return await town.ask(offer_change_reading.waiting)


async def review(town: Town, id: int) -> Review | None:
    """Whether it is to be looked at."""
    today = town.clock().date()
    return await town.ask(lambda s: offer_reviews.find(s, id, today))


def without_approval(town: Town) -> None:
    """In this town keepers' changes are public at once."""
    rules = replace(town.door.town.offer_rules, approval=False)
    town.door.town = replace(town.door.town, offer_rules=rules)


def shown(desk: Desk) -> str:
    """The offer in front of her: all lines of its card."""
    (card,) = desk.one.message.cards if desk.one.message else ()
    lines = (f"{line.label} {line.text}" for line in (card.title, *card.lines))
    return "\n".join(lines).translate(ISOLATES)


async def told(town: Town) -> list[str]:
    """What was queued for others than who did something, the newest last: the words."""

    def query(session: Session) -> list[str]:
        found = session.scalars(select(DELIVERY.c.message).order_by(DELIVERY.c.id))
        return [" ".join(line.text for line in from_json(one).text) for one in found]

    return [one.translate(ISOLATES) for one in await town.ask(query)]


async def changing(town: Town, language: str = "de", *those: Offer) -> tuple[Desk, int]:
    """A keeper with the parts of her offer in front of her."""
    id, *_ = await offers(town, *(those or (DUE_COURSE,)))
    she = await keeper(town, language)
    await she.says("/keep deutsch")
    await she.presses("Deutsch am Abend", T("keep.change"))
    return she, id


async def drafts(town: Town, id: int) -> list[Offer]:
    """What keepers have changed of an offer and not sent."""

    def query(session: Session) -> list[Offer]:
        keepers = [one.id for one in accounts.everyone(session, Role.KEEPER)]
        found = (offer_drafts.of(session, keeper, id) for keeper in keepers)
        return [one.offer for one in found if one is not None]

    return await town.ask(query)
