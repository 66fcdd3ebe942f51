"""A measure's reminder, the whole way: the job decides it, it leaves by SMTP, and a tap on its link
writes how the measure stands.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from sqlalchemy import select

from jobs import reminders
from models import accounts
from models.catalogue import Catalogue
from models.measure_parts import NOTE
from models.measure_reading import MEASURE
from models.role import Role
from models.store import Store
from tests.channels.mail.correspondent import Correspondent
from tests.channels.mail.house import HER, House, pages_of
from tests.channels.mail.postbox import Postbox, plain_of
from tests.clock import Clock
from tests.delivery.delivering import delivering, finished
from tests.jobs.reminding import Town, surroundings
from tests.talking import BERLIN

DUE = date(2026, 11, 30)  # in a week
MOVED = date(2026, 12, 31)
FOUR_MINUTES = timedelta(minutes=4)


@dataclass(frozen=True)
class Way:
    """A town whose only way to the one responsible is a mail server on this machine."""

    house: House
    postbox: Postbox
    measure: int
    owner: int

    def tick(self) -> int:
        """The job runs. How many messages it queued."""
        now, around = self.house.clock().astimezone(BERLIN), surroundings(channels=("mail",))
        with self.house.store.transaction() as session:
            return reminders.run(session, now, around)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[tuple[Correspondent, EmailMessage]]:
        """Deliver what is queued; the one responsible opens the mail that comes."""
        mail = self.house.mail_to(self.postbox)
        async with delivering(self.house.store, {mail.name: mail}):
            ended = await finished(self.house.store)
        assert ended == {("reminder", "sent"): 1}
        arrived = await self.postbox.arrived()
        async with pages_of(mail) as http:
            reader = Correspondent(http)
            reader.reads(arrived)
            yield reader, arrived

    def notes(self) -> list[Any]:
        """What is written down about measures."""
        columns = (NOTE.c.measure_id, NOTE.c.account_id, NOTE.c.answer)
        with self.house.store.transaction() as session:
            return [tuple(row) for row in session.execute(select(*columns).order_by(NOTE.c.id))]

    def due(self) -> date | None:
        """Until when the measure is planned."""
        with self.house.store.transaction() as session:
            return session.scalar(select(MEASURE.c.end).where(MEASURE.c.id == self.measure))


@pytest.fixture
def way(store: Store, catalogue: Catalogue, clock: Clock, postbox: Postbox) -> Way:
    """Somebody without a messenger, and a measure of hers that is due in a week."""
    town = Town(store)
    owner = town.somebody("Sozialamt", Role.OWNER, telegram=False, email=HER)
    measure = town.measure("3.1", responsible_id=owner, end=DUE, end_precision="day")
    return Way(House(store, catalogue, clock), postbox, measure, owner)


async def test_one_tap_on_a_mail_says_how_the_measure_stands(way: Way) -> None:
    assert way.tick() == 1
    async with way.reading() as (reader, arrived):
        assert arrived["To"] == HER
        assert "3.1 „Maßnahme 3.1“" in plain_of(arrived)
        assert way.notes() == []
        await reader.presses("Läuft planmäßig")
        assert "läuft planmäßig. Danke!" in reader.sees()
        assert way.notes() == [(way.measure, way.owner, "on_track")]


async def test_looking_at_a_link_or_tapping_it_twice_says_nothing_more(way: Way) -> None:
    way.tick()
    async with way.reading() as (reader, _):
        link = reader.link("Läuft planmäßig")
        await reader.looks_at(link)
        assert way.notes() == []
        for _ in range(2):
            await reader.posts(link)
        assert way.notes() == [(way.measure, way.owner, "on_track")]


async def test_what_was_answered_is_not_asked_again(way: Way) -> None:
    assert way.tick() == 1
    async with way.reading() as (reader, _):
        await reader.presses("Läuft planmäßig")
        way.house.clock.later(FOUR_MINUTES)
        assert way.tick() == 0


async def test_a_delay_is_chosen_on_the_pages_behind_the_mail(way: Way) -> None:
    way.tick()
    async with way.reading() as (reader, _):
        await reader.presses("Verzögert bis")
        assert "Bis wann dauert es?" in reader.sees()
        way.house.clock.later(timedelta(seconds=3))
        await reader.presses("Quartalsende")
        assert "Warum?" in reader.sees()
        way.house.clock.later(timedelta(seconds=3))
        await reader.says("Der Raum fehlt noch.")
    assert way.due() == MOVED
    assert way.notes()[-1] == (way.measure, way.owner, "delayed")


def _later(way: Way) -> None:
    """A month has passed."""
    way.house.clock.later(timedelta(days=30))


def _moved_on(way: Way) -> None:
    """Her post has another mailbox by now."""
    with way.house.store.transaction() as session:
        accounts.change(session, way.owner, email="nachfolger@stadt.example")


@pytest.mark.parametrize(
    ("spoil", "status"),
    [
        (_later, 410),
        (_moved_on, 404),
    ],
    ids=["over", "somebody else's mailbox"],
)
async def test_a_link_that_is_over_or_not_hers_says_nothing(
    way: Way, spoil: Callable[[Way], None], status: int
) -> None:
    way.tick()
    async with way.reading() as (reader, _):
        link = reader.link("Läuft planmäßig")
        spoil(way)
        await reader.posts(link)
        assert reader.status == status
    assert way.notes() == []
