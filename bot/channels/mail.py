"""Mail: what is sent unasked leaves by SMTP, what is answered comes back by signed links."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from starlette.routing import Route

from bot.channels import DeliveryError, Gone
from bot.channels.journey import Journey
from bot.channels.mail_desk import Desk
from bot.channels.mail_pages import MailPages
from bot.channels.mail_smtp import post
from bot.channels.mail_url import SmtpSettings
from bot.channels.mail_writing import MailSettings, Writer
from bot.conversation import Conversation
from bot.words import words
from models import mailbox
from models.inbox import Owed
from models.text import T
from web.answers import AnswerPages

AT_ONCE = 4
"""Connections to the server at the same time; many servers refuse more."""


class MailChannel:
    """A channel (bot.channels) and a carrier (bot.channels.journey)."""

    name = mailbox.CHANNEL

    def __init__(
        self,
        smtp: SmtpSettings,
        key: str,
        conversation: Conversation,
        clock: Callable[[], datetime],
    ) -> None:
        town = conversation.town
        settings = MailSettings(smtp.sender, key.encode())
        self.smtp = smtp
        self.conversation = conversation
        self.clock = clock
        self.counters: Counter[str] = Counter(mail_sent_total=0, mail_refused_total=0)
        self.writer = Writer(settings, town, conversation.timezone)
        self.desk = Desk(conversation, clock, self.writer.signer)
        pages = AnswerPages(lambda id, to: words(T(id, town=town.name), to), town.languages)
        self._pages = MailPages(self.desk, pages)
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._stopping = asyncio.Event()

    def routes(self) -> list[Route]:
        """For `web.app.build`."""
        return self._pages.routes()

    async def run(self) -> None:
        """Handle what an earlier run took in, then wait until `stop`: pages come by themselves."""
        await self.desk.finish()
        await self._stopping.wait()

    async def stop(self) -> None:
        """There is nothing to end."""
        self._stopping.set()

    async def send(self, owed: Owed) -> None:
        """A reply waits for the page that asked for it; by mail comes only what is delivered."""

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics."""
        return dict(self.counters)

    async def carry(self, journey: Journey) -> None:
        """Send a row as one mail. Raises DeliveryError."""
        async with self._slots:
            try:
                await self._carry(journey)
            except DeliveryError:
                self.counters["mail_refused_total"] += 1
                raise
            self.counters["mail_sent_total"] += 1

    async def close(self) -> None:
        """No connection outlives its mail."""

    async def _carry(self, journey: Journey) -> None:
        row = journey.row
        reader = partial(mailbox.of_address, address=row.address)
        box = await self.conversation.store.read(reader)
        if box is None:
            raise Gone("nobody's mailbox")
        mail = self.writer.mail(row, box, self.clock())
        await journey.leaving()
        await post(mail, mail["To"].addresses[0].addr_spec, self.smtp)
        journey.arrived()
