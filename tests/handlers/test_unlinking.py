"""Channels of an account: shown with /link, and cut one by one."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from handlers.unlinking import ShowChannels, Unlink
from models import accounts, delivery, mailbox
from models.base import Session
from models.delivery import DELIVERY, Kind, Planned
from models.role import Role
from models.store import Store
from models.turn import Sender
from models.unlinking import linked
from tests.delivery.queued import NOW
from tests.handlers.talking import Somebody, Town

EMAIL = "Frau.Berger@stadt.example"


@pytest.fixture
def lotse(store: Store) -> Town:
    """A town that writes by Telegram and mail too."""
    town = Town(store)
    town.door.town = replace(town.door.town, channels=("web", "telegram", "mail"))
    return town


async def linked_too(lotse: Town, her: Somebody, address: str, channel: str) -> Somebody:
    """A second channel of hers."""
    code = (await her.says("/link")).partition("Ihr Code: ")[2][:9]
    other = await lotse.somebody(address, channel=channel)
    assert "Verbunden" in await other.says(f"/link {code}")
    return other


async def mine(lotse: Town) -> int:
    """The only account."""
    (one,) = await lotse.ask(accounts.everyone)
    return one.id


def waits(session: Session, channel: str, address: str) -> None:
    """A message is on its way there."""
    planned = Planned(Kind.REMINDER, f"{channel}:{address}", channel, address, b"{}", NOW)
    assert delivery.queue(session, (planned,), NOW) == 1


async def test_a_lost_phone_is_cut_from_the_web_chat(lotse: Town) -> None:
    page = await lotse.somebody("Hoda", Role.OWNER)
    phone = await linked_too(lotse, page, "4711", "telegram")
    await lotse.do(lambda s: waits(s, "telegram", "4711"))
    assert "können Sie einen verbundenen Kanal trennen" in await page.says("/link")
    assert page.sees("Trennen: Web-Chat, dieser hier")
    assert "wirklich getrennt werden: Telegram" in await page.presses("Trennen: Telegram, zuletzt")
    assert "Aufgaben: Verantwortung" in await phone.says("/me")
    await page.says("/link")
    await page.presses("Trennen: Telegram")
    assert "Getrennt: Telegram" in await page.presses("Ja, trennen")
    assert "als Gast" in await phone.says("/me")
    assert "Aufgaben: Verantwortung" in await page.says("/me")
    assert await lotse.ask(delivery.counts) == {("reminder", "gone"): 1}
    audit = await lotse.ask(lambda s: s.connection().exec_driver_sql("SELECT action FROM audit"))
    assert "account.unlinked" in [row.action for row in audit]


async def test_the_channel_she_writes_from_can_be_cut_too(lotse: Town) -> None:
    page = await lotse.somebody("Hoda", Role.OWNER)
    phone = await linked_too(lotse, page, "4711", "telegram")
    await phone.says("/link")
    await phone.presses("dieser hier")
    await phone.presses("Ja, trennen")
    assert "als Gast" in await phone.says("/me")


async def test_the_last_channel_stays(lotse: Town) -> None:
    page = await lotse.somebody("Hoda", Role.OWNER)
    await page.says("/link")
    assert not page.sees("Trennen")
    account = await mine(lotse)
    (way,) = await lotse.ask(lambda s: linked(s, account))
    assert "Ihr letzter Kanal" in await page.presses(Unlink(person=way.person, sure=True))
    assert "Aufgaben: Verantwortung" in await page.says("/me")


@pytest.mark.parametrize(("channels", "said"), [(("web",), "letzter"), (("mail",), "Getrennt")])
async def test_mail_is_a_way_where_lotse_sends_mail(
    lotse: Town, channels: tuple[str, ...], said: str
) -> None:
    lotse.door.town = replace(lotse.door.town, channels=channels)
    page = await lotse.somebody("Hoda", Role.OWNER)
    account = await mine(lotse)
    await lotse.do(lambda s: accounts.change(s, account, email=EMAIL))
    way = (await lotse.ask(lambda s: linked(s, account)))[0]
    assert said in await page.presses(Unlink(person=way.person, sure=True))


@pytest.mark.parametrize("has_come", [False, True], ids=["never used", "used"])
async def test_a_mailbox_that_is_cut_gets_no_more_mails(
    lotse: Town,
    has_come: bool,
) -> None:
    page = await lotse.somebody("Hoda", Role.OWNER)
    account = await mine(lotse)
    await lotse.do(lambda s: accounts.change(s, account, email=EMAIL))
    await lotse.do(lambda s: waits(s, "mail", EMAIL))
    if has_come:
        by_mail = Somebody(lotse, Sender("mail", EMAIL.lower(), "de"))
        box = await lotse.ask(lambda s: mailbox.of_address(s, EMAIL))
        assert box is not None
        await lotse.do(lambda s: mailbox.enter(s, box, "de", lotse.clock().date()))
        assert "Aufgaben: Verantwortung" in await by_mail.says("/me")
    await page.says("/link")
    await page.presses("Trennen: E-Mail")
    assert "Getrennt: E-Mail" in await page.presses("Ja, trennen")
    assert await lotse.ask(lambda s: accounts.with_email(s, EMAIL)) == []
    assert [one.channel for one in await lotse.ask(lambda s: linked(s, account))] == ["web"]
    assert await lotse.ask(delivery.counts) == {("reminder", "gone"): 1}


async def test_a_mailbox_of_two_goes_on_getting_the_others_mails(lotse: Town) -> None:
    page, other = await lotse.somebody("Hoda", Role.OWNER), await lotse.somebody("B", Role.OWNER)
    for one in await lotse.ask(accounts.everyone):
        await lotse.do(lambda s, id=one.id: accounts.change(s, id, email=EMAIL))  # type: ignore[misc]
    await lotse.do(lambda s: waits(s, "mail", EMAIL))
    await page.says("/link")
    await page.presses("Trennen: E-Mail")
    await page.presses("Ja, trennen")
    assert EMAIL not in await page.says("/me")
    assert EMAIL in await other.says("/me")
    assert await lotse.ask(lambda s: s.scalar(select(DELIVERY.c.address))) == EMAIL


async def test_nobody_cuts_what_is_not_hers(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    await linked_too(lotse, her, "4711", "telegram")
    account = await mine(lotse)
    ways = await lotse.ask(lambda s: linked(s, account))
    other = await lotse.somebody("other", Role.ADMINISTRATOR)
    for way in ways:
        said = await other.presses(Unlink(person=way.person, sure=True))
        assert "nicht mehr verbunden" in said
    assert await lotse.ask(lambda s: linked(s, account)) == ways


async def test_many_channels_are_shown_a_page_at_a_time(lotse: Town) -> None:
    her = await lotse.somebody("Hoda", Role.OWNER)
    for number in range(9):
        await linked_too(lotse, her, f"browser{number}", "web")
    await her.presses(ShowChannels(at=0))
    assert not her.sees("dieser hier")
    await her.presses("Weitere")
    assert her.sees("dieser hier")
