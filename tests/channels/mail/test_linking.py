"""A mailbox is linked from the chat, and a tap on its mail proves it."""

from dataclasses import replace
from random import Random

from bot.channels.mail import MailChannel
from bot.conversation import Conversation
from models import accounts
from models.role import Role
from models.store import Store
from models.turn import Command, Sender, Turn
from tests.channels.mail.correspondent import Correspondent
from tests.channels.mail.house import HER, House, pages_of
from tests.channels.mail.postbox import Postbox, plain_of
from tests.delivery.delivering import delivering, finished
from tests.people import account, at
from tests.talking import BERLIN, town_named


def her_account(store: Store) -> int:
    """Somebody with a task in the web chat."""
    with store.transaction() as session:
        made = account(session, Role.OWNER, name="Bauamt")
        at(session, Sender("web", "here"), made)
    return made


async def test_from_the_chat_over_smtp_to_the_tap(
    mail: MailChannel, postbox: Postbox, house: House
) -> None:
    hers = her_account(house.store)
    town = replace(town_named(), channels=("web", "mail"))
    door = Conversation(house.store, house.catalogue, town, BERLIN, Random(0))
    asked = Turn(Sender("web", "here"), Command("link", HER), house.clock())
    assert await door.converse(asked) is not None
    async with delivering(house.store, {mail.name: mail}):
        assert await finished(house.store) == {("notice", "sent"): 1}
    arrived = await postbox.arrived()
    assert "für: Bauamt" in plain_of(arrived)
    async with pages_of(mail) as http:
        reader = Correspondent(http)
        reader.reads(arrived)
        await reader.presses("Ja, verbinden")
        assert "Verbunden. Sie sind auch hier: Bauamt" in reader.sees()
    with house.store.transaction() as session:
        assert [one.id for one in accounts.with_email(session, HER)] == [hers]
