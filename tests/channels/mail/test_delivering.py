"""Mail as the deliverer sends it: tried again, given up, sent once more when nobody knows."""

import pytest
from aiosmtpd.smtp import SMTP

from bot.message import to_json
from models import delivery
from models.delivery import Kind, Planned, State
from tests.channels.mail.house import HER, House, account_with, reminder
from tests.channels.mail.postbox import Postbox, serving
from tests.delivery.delivering import delivering, finished

HANGS_UP = ""


async def ends(house: House, postbox: Postbox, kind: Kind = Kind.REMINDER) -> list[str]:
    """The final states of one row to somebody with a mailbox."""
    account_with(house.store)
    planned = Planned(kind, "one", "mail", HER, to_json(reminder()), house.clock())
    with house.store.transaction() as session:
        assert delivery.queue(session, (planned,), house.clock()) == 1
    mail = house.mail_to(postbox, patience=0.3)
    async with delivering(house.store, {mail.name: mail}):
        counts = await finished(house.store)
    return [state for (_, state), number in counts.items() if number]


class Changing(Postbox):
    """Refuses as often as it has words for, then takes everything."""

    def __init__(self, command: str, *words: str) -> None:
        super().__init__()
        self.command = command
        self.words = list(words)

    async def _answer(self, command: str, server: SMTP) -> str:
        words = self.words.pop(0) if command == self.command and self.words else "250 OK"
        if words == HANGS_UP and server.transport is not None:
            server.transport.close()
        return words


async def test_a_server_that_is_busy_gets_it_later(house: House) -> None:
    async with serving(Changing("RCPT", "450 later", "421 closing", "451 busy")) as postbox:
        assert await ends(house, postbox) == [State.SENT]
        assert len(postbox.raw) == 1


async def test_nobody_there_is_gone_and_never_tried_again(house: House) -> None:
    async with serving(Changing("RCPT", "550 5.1.1 no such user")) as postbox:
        assert await ends(house, postbox) == [State.GONE]
        assert postbox.raw == []


async def test_what_is_taken_for_spam_has_failed(house: House) -> None:
    async with serving(Changing("DATA", "554 5.7.1 spam")) as postbox:
        assert await ends(house, postbox) == [State.FAILED]


@pytest.mark.parametrize(("kind", "mails"), [(Kind.REMINDER, 1), (Kind.NEWS, 0)])
async def test_what_is_in_doubt_is_sent_once_more_when_better_doubled_than_lost(
    house: House, kind: Kind, mails: int
) -> None:
    async with serving(Changing("DATA", HANGS_UP)) as postbox:
        assert await ends(house, postbox, kind) == [State.SENT if mails else State.UNKNOWN]
        assert len(postbox.raw) == mails
