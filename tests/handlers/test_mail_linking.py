"""Linking a mailbox from the chat: only who reads its mails can link it."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.message import from_json
from handlers.mail_linking import MOST, Join
from models import accounts, invitations, mailbox
from models.base import Session
from models.delivery import DELIVERY
from models.role import Role
from models.roles import held
from models.store import Store
from models.turn import Sender
from tests.handlers.talking import Somebody, Town

EMAIL = "Frau.Berger@stadt.example"


@pytest.fixture
def lotse(store: Store) -> Town:
    """A town that sends mails."""
    town = Town(store)
    town.door.town = replace(town.door.town, channels=("web", "mail"))
    return town


def queued(session: Session) -> list[Any]:
    """All that waits to be sent."""
    return list(session.execute(select(DELIVERY).order_by(DELIVERY.c.id)))


async def reader(lotse: Town, address: str) -> Somebody:
    """Whoever follows a link of the mailbox for the first time."""
    box = await lotse.ask(lambda s: mailbox.of_address(s, address))
    assert box is not None
    await lotse.do(lambda s: mailbox.enter(s, box, "de", lotse.clock().date()))
    return Somebody(lotse, Sender("mail", address.lower(), "de"))


async def button(lotse: Town) -> Join:
    """The button of the newest mail."""
    row = (await lotse.ask(queued))[-1]
    ((key,),) = from_json(row.message).keys
    found = Join.unpack(key.data)
    assert isinstance(found, Join)
    return found


async def test_a_tap_on_the_mail_links_its_mailbox(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    assert "Schreiben Sie /link und danach die Adresse" in await her.says("/link")
    assert f"E-Mail an {EMAIL}" in await her.says(f"/link {EMAIL}")
    (row,) = await lotse.ask(queued)
    assert (row.kind, row.channel, row.address) == ("notice", "mail", EMAIL.lower())
    assert await lotse.ask(lambda s: accounts.with_email(s, EMAIL)) == []
    by_mail = await reader(lotse, EMAIL)
    assert "als Gast" in await by_mail.says("/me")
    assert "Verbunden. Sie sind auch hier: Hoda" in await by_mail.presses(await button(lotse))
    assert "Aufgaben: Verantwortung" in await by_mail.says("/me")
    assert EMAIL.lower() in await her.says("/me")


async def test_the_roles_stay_as_they_were_limited(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    (mine,) = await lotse.ask(accounts.everyone)
    before = await lotse.ask(lambda s: held(s, mine.id))
    await her.says(f"/link {EMAIL}")
    by_mail = await reader(lotse, EMAIL)
    await by_mail.presses(await button(lotse))
    assert await lotse.ask(lambda s: held(s, mine.id)) == before


async def test_it_works_once_and_is_nobodys_role(lotse: Town) -> None:
    boss = await lotse.somebody("Büro", Role.MANAGER)
    await boss.says(f"/link {EMAIL}")
    assert "0 Einladungen sind offen" in await boss.says("/invited")
    (mine,) = await lotse.ask(accounts.everyone)
    assert await lotse.ask(lambda s: invitations.waiting(s, lotse.clock().date())) == []
    by_mail, tap = await reader(lotse, EMAIL), await button(lotse)
    await by_mail.presses(tap)
    stranger = await lotse.somebody("fremd")
    assert "gilt nur einmal" in await stranger.presses(tap)
    assert [one.id for one in await lotse.ask(accounts.everyone)] == [mine.id]


async def test_a_mailbox_of_somebody_else_is_not_taken(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    other = await lotse.somebody("Jonas", Role.KEEPER)
    await other.says(f"/link {EMAIL}")
    his = await reader(lotse, EMAIL)
    await his.presses(await button(lotse))
    await her.says(f"/link {EMAIL}")
    assert "für jemand anderen" in await his.presses(await button(lotse))
    assert "sind Sie: Jonas" in await his.says("/me")


async def test_no_mail_goes_to_what_is_no_address_nor_without_end(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    assert "keine E-Mail-Adresse" in await her.says("/link a@b")
    for number in range(MOST):
        assert "E-Mail an" in await her.says(f"/link a{number}@stadt.example")
    assert "keine E-Mail mehr" in await her.says("/link b@stadt.example")
    assert len(await lotse.ask(queued)) == MOST


async def test_without_a_mail_server_or_a_task_there_is_no_mail(lotse: Town) -> None:
    guest = await lotse.somebody("Gast")
    assert "Code stimmt nicht" in await guest.says(f"/link {EMAIL}")
    lotse.door.town = replace(lotse.door.town, channels=("web",))
    her = await lotse.somebody("Hoda", Role.OWNER)
    assert "danach die Adresse" not in await her.says("/link")
    assert "keine E-Mail mehr" in await her.says(f"/link {EMAIL}")
    assert await lotse.ask(queued) == []
