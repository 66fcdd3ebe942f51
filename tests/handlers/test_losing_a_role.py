"""Somebody whose role was taken away hears of it, wherever she can be reached."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.message import from_json
from handlers.team import TakeRole
from models import accounts
from models.base import Session
from models.delivery import DELIVERY
from models.role import Role
from models.store import Store
from tests.handlers.talking import ISOLATES, Somebody, Town


@pytest.fixture
def lotse(store: Store) -> Town:
    """A town that writes by Telegram and mail too."""
    town = Town(store)
    town.door.town = replace(town.door.town, channels=("web", "telegram", "mail"))
    return town


def queued(session: Session) -> list[Any]:
    """All that waits to be sent."""
    return list(session.execute(select(DELIVERY).order_by(DELIVERY.c.id)))


async def take(lotse: Town, boss: Somebody, name: str, role: Role, *, sure: bool = True) -> str:
    """The boss takes a role from whoever is called that."""
    (one,) = (each for each in await lotse.ask(accounts.everyone) if each.name == name)
    return await boss.presses(TakeRole(account=one.id, role=role, sure=sure))


async def notice(lotse: Town) -> tuple[str, str, str, str]:
    """Kind, channel, address and words of the only message that waits."""
    (row,) = await lotse.ask(queued)
    words = "\n".join(line.text for line in from_json(row.message).text).translate(ISOLATES)
    return row.kind, row.channel, row.address, words


async def test_she_hears_who_decided_it_and_what_she_still_has(lotse: Town) -> None:
    boss = await lotse.somebody("Büro", Role.MANAGER)
    await lotse.somebody("4711", Role.OWNER, Role.KEEPER, channel="telegram")
    await take(lotse, boss, "4711", Role.KEEPER, sure=False)
    assert await lotse.ask(queued) == []
    assert "hat diese Aufgabe nicht mehr" in await take(lotse, boss, "4711", Role.KEEPER)
    kind, channel, address, words = await notice(lotse)
    assert (kind, channel, address) == ("notice", "telegram", "4711")
    assert "haben Sie nicht mehr: Pflege von Angeboten. Das hat entschieden: Büro." in words
    assert "Aufgaben: Verantwortung für Maßnahmen" in words


async def test_she_hears_of_it_in_her_language_though_her_account_is_gone(lotse: Town) -> None:
    boss = await lotse.somebody("Büro", Role.MANAGER)
    her = await lotse.somebody("Hoda", Role.KEEPER)
    await her.says("/language en")
    await take(lotse, boss, "Hoda", Role.KEEPER)
    assert [one.name for one in await lotse.ask(accounts.everyone)] == ["Büro"]
    _, channel, address, words = await notice(lotse)
    assert (channel, address) == ("web", "Hoda")
    assert "You no longer have this task with Lotse: Keeping offers" in words
    assert "Tasks: none at the moment" in words


async def test_a_mailbox_that_nobody_knows_any_more_is_passed_over(lotse: Town) -> None:
    """Its mail could not be sent: the account was all that stood behind the address."""
    boss = await lotse.somebody("Büro", Role.MANAGER)
    await lotse.somebody("Hoda", Role.KEEPER)
    (hers,) = await lotse.ask(lambda s: accounts.everyone(s, Role.KEEPER))
    await lotse.do(lambda s: accounts.change(s, hers.id, email="hoda@stadt.example"))
    await take(lotse, boss, "Hoda", Role.KEEPER)
    assert (await notice(lotse))[1:3] == ("web", "Hoda")


async def test_by_mail_as_long_as_there_is_an_account(lotse: Town) -> None:
    boss = await lotse.somebody("Büro", Role.MANAGER)
    await lotse.somebody("Hoda", Role.KEEPER, Role.OWNER)
    (hers,) = await lotse.ask(lambda s: accounts.everyone(s, Role.KEEPER))
    await lotse.do(lambda s: accounts.change(s, hers.id, email="hoda@stadt.example"))
    await take(lotse, boss, "Hoda", Role.KEEPER)
    assert (await notice(lotse))[1:3] == ("mail", "hoda@stadt.example")


async def test_nobody_is_told_what_she_did_herself_or_wants_no_messages(lotse: Town) -> None:
    boss = await lotse.somebody("Büro", Role.MANAGER, Role.EDITOR)
    await take(lotse, boss, "Büro", Role.EDITOR)
    quiet = await lotse.somebody("Hoda", Role.KEEPER)
    await quiet.says("/stop")
    await take(lotse, boss, "Hoda", Role.KEEPER)
    assert await lotse.ask(queued) == []


async def test_twice_taken_is_twice_told(lotse: Town) -> None:
    boss = await lotse.somebody("Büro", Role.MANAGER)
    her = await lotse.somebody("Hoda", Role.OWNER)
    for _ in range(2):
        await her.says(f"/start join_{await lotse.invitation(Role.KEEPER)}")
        await take(lotse, boss, "Hoda", Role.KEEPER)
    assert len(await lotse.ask(queued)) == 2
