"""An invitation by mail: one tap accepts it and proves the address."""

from random import Random

import pytest
from sqlalchemy import select

from bot.channels.mail import MailChannel
from bot.cli.invite import Wanted, print_link
from bot.mail_invitation import queue_invitation
from models import delivery, invitations
from models.account import ACCOUNT, ROLE
from models.delivery import DELIVERY, Kind
from models.delivery_claim import Outgoing
from models.invitations import Offered
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests.channels.mail.correspondent import Correspondent
from tests.channels.mail.house import House, carried, pages_of
from tests.channels.mail.postbox import Postbox, plain_of
from tests.databases import opened
from tests.delivery.delivering import delivering, finished
from tests.talking import town_named

NEW = "Herr.Wolf@Stadt.example"


def invited(house: House, offered: Offered) -> bool:
    """Make an invitation, and queue its mail."""
    with house.store.transaction() as session:
        secret = invitations.invite(session, Random(1), Deed(house.clock()), offered)
        return queue_invitation(session, secret, house.clock(), town_named())


def queued(store: Store) -> list[Outgoing]:
    """The mails that wait."""
    with store.transaction() as session:
        mine = select(DELIVERY).where(DELIVERY.c.channel == "mail")
        return [
            Outgoing(row.id, row.kind, row.channel, row.address, row.message)
            for row in session.execute(mine)
        ]


async def test_a_deliverer_brings_the_mail_and_forgets_the_secret(
    mail: MailChannel, postbox: Postbox, house: House
) -> None:
    assert invited(house, Offered((Role.OWNER,), email=NEW))
    async with delivering(house.store, {mail.name: mail}):
        counts = await finished(house.store)
    assert counts[Kind.INVITATION, "sent"] == 1
    arrived = await postbox.arrived()
    assert arrived["To"] == NEW.lower()
    assert arrived["Subject"] == (
        "Mittelstadt lädt Sie ein, bei Lotse mitzuarbeiten. "
        "Ihre Aufgabe: Verantwortung für Maßnahmen."
    )
    assert "7. Dezember 2026" in plain_of(arrived)
    (row,) = queued(house.store)
    assert (row.message, row.address) == (b"", "")


async def test_one_tap_accepts_and_proves_the_address(
    mail: MailChannel, postbox: Postbox, house: House
) -> None:
    assert invited(house, Offered((Role.OWNER,), name="Bauamt", email=NEW))
    (row,) = queued(house.store)
    await carried(mail, row)
    async with pages_of(mail) as http:
        person = Correspondent(http)
        person.reads(await postbox.arrived())
        link = person.link("Einladung annehmen")
        await person.presses("Einladung annehmen")
        assert "Das ist jetzt Ihre Aufgabe bei Lotse: Verantwortung für Maßnahmen." in person.sees()
        await person.posts(link)
        assert "Diese Antwort ist schon da" in person.sees()
        await person.says("/me")
        assert "Bauamt" in person.sees()
        assert "E-Mail" in person.sees()
    with house.store.transaction() as session:
        account = session.execute(select(ACCOUNT).where(ACCOUNT.c.email == NEW.lower())).one()
        roles = session.scalars(select(ROLE.c.role).where(ROLE.c.account_id == account.id)).all()
    assert (account.name, account.email_verified, account.language) == ("Bauamt", True, "de")
    assert roles == [Role.OWNER]


async def test_an_invitation_that_was_withdrawn_is_not_sent(
    mail: MailChannel, postbox: Postbox, house: House
) -> None:
    assert invited(house, Offered((Role.OWNER,), email=NEW))
    with house.store.transaction() as session:
        (waiting,) = (
            one for one in invitations.waiting(session, house.clock().date()) if one.offered.email
        )
        assert invitations.withdraw(session, Deed(house.clock()), waiting.id)
    async with delivering(house.store, {mail.name: mail}):
        counts = await finished(house.store)
    assert counts[Kind.INVITATION, "gone"] == 1
    assert postbox.raw == []


def test_without_an_address_there_is_no_mail(house: House) -> None:
    assert not invited(house, Offered((Role.OWNER,)))
    with house.store.transaction() as session:
        assert not queue_invitation(session, "no such secret", house.clock(), town_named())
        assert delivery.counts(session) == {}


@pytest.mark.parametrize(("server", "mails"), [("", 0), ("smtp://x?from=a@b.example", 1)])
def test_the_command_line_mails_where_there_is_a_server(
    empty_url: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    server: str,
    mails: int,
) -> None:
    monkeypatch.setenv("LOTSE_DATABASE_URL", empty_url)
    monkeypatch.setenv("LOTSE_SMTP_URL", server)
    print_link(Wanted(Role.OWNER, "Bauamt", "", "", NEW), 14)
    assert ("mailed" in capsys.readouterr().out) == bool(mails)
    with opened(empty_url) as store:
        assert len(queued(store)) == mails
