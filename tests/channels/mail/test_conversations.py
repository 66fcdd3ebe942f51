"""Mail plays all conversations: it is a channel like any other."""

from dataclasses import dataclass
from pathlib import Path

from bot.channels.mail import MailChannel
from bot.message import Line, Message
from bot.words import words
from models.text import T
from tests.channels.mail.correspondent import Correspondent
from tests.channels.mail.house import House, carried, newcomer_with, pages_of, row
from tests.channels.mail.postbox import Postbox
from tests.conversations.script import Stage, language_of, on_sqlite_and_some_on_both, play


@dataclass
class Visitor(Correspondent):
    """Somebody who, once she had everything about her deleted, needs a new mail to come back."""

    mail: MailChannel
    postbox: Postbox
    language: str

    async def says(self, text: str) -> None:
        """Type and send; as a stranger after the first mail, and after she was forgotten."""
        if self.status in {0, 404}:
            await self.comes()
        await super().says(text)
        if self.status == 404:
            await self.says(text)

    async def comes(self) -> None:
        """Get a mail, and open its link for typing."""
        newcomer_with(self.mail.conversation.store)
        await carried(self.mail, row(Message(self.language, "ltr", (Line("Hallo", "de"),))))
        self.reads(await self.postbox.arrived())
        await self.opens(words(T("mail.write"), self.language))


@on_sqlite_and_some_on_both()
async def test_conversation(
    script: Path, mail: MailChannel, postbox: Postbox, house: House
) -> None:
    async with pages_of(mail) as http:
        person = Visitor(http, mail, postbox, language_of(script))
        await play(script, Stage(person, house.clock, house.store))
