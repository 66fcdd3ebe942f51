"""The picture of news, sent and seen in a Telegram chat, over the Bot API."""

from random import SystemRandom

from sqlalchemy import select

from bot.channels.telegram import TelegramChannel
from models import invitations
from models.form_media import MEDIA
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests import media
from tests.clock import Clock
from tests.standin import Person, StandIn


async def editor(server: StandIn, store: Store) -> Person:
    """Somebody who has a draft in front of her."""
    offered, deed = Offered((Role.EDITOR,), name="Redaktion"), Deed(Clock()())
    secret = await store.write(lambda s: invitations.invite(s, SystemRandom(), deed, offered))
    writer = server.person(language_code="de")
    for line in ("/language de", f"/start join_{secret}", "/news"):
        await writer.says(line)
        await writer.sees()
    await writer.presses("Neue Nachricht schreiben")
    await writer.sees()
    for line in ("Fest im Park", "Wir feiern am Samstag."):
        await writer.says(line)
        await writer.sees()
    return writer


async def test_a_photo_is_kept_without_what_it_tells_and_comes_with_the_preview(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    writer = await editor(server, store)
    await writer.presses("Bild")
    assert "Schicken Sie bitte ein Bild" in (await writer.sees()).text
    await writer.sends(photo=media.photo())
    assert "Was ist auf dem Bild zu sehen" in (await writer.sees()).text
    await writer.says("Menschen tanzen im Park.")
    assert "Mit Bild" in (await writer.sees()).text
    [kept] = await store.read(lambda s: s.scalars(select(MEDIA.c.content)).all())
    assert media.MAKER.encode() not in kept
    await writer.presses("Vorschau")
    picture, message = await writer.sees(2)
    assert picture.raw["photo"]
    assert "Wir feiern am Samstag." in message.text
