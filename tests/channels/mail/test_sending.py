"""A row becomes a mail at the server, or an error that says what to do."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.channels import DeliveryError, Gone, Unsure
from bot.channels.mail import MailChannel
from models.delivery import Kind
from tests.channels.mail.house import (
    HER,
    House,
    account_with,
    carried,
    error_of,
    reminder,
    row,
)
from tests.channels.mail.postbox import USER, Postbox, client_side, server_side, serving


@pytest.fixture(autouse=True)
def she(house: House) -> int:
    """Somebody to write to."""
    return account_with(house.store)


async def test_a_row_arrives_as_one_mail(mail: MailChannel, postbox: Postbox) -> None:
    journey = await carried(mail, row(reminder()))
    arrived = await postbox.arrived()
    assert arrived["Subject"] == "Maßnahme 3.1 ist am Freitag fällig."
    assert arrived["From"] == "Lotse Mittelstadt <lotse@stadt.example>"
    assert arrived["To"] == HER
    assert arrived["Date"] == "Mon, 23 Nov 2026 10:30:00 +0100"
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert (journey.parts, journey.on_the_way) == (1, False)
    assert mail.counted() == {"mail_sent_total": 1, "mail_refused_total": 0}


async def test_the_same_row_sent_twice_is_the_same_mail(
    mail: MailChannel, postbox: Postbox
) -> None:
    for id in (12, 12, 13):
        await carried(mail, row(reminder(), id=id))
    ids = [(await postbox.arrived())["Message-ID"] for _ in range(3)]
    assert ids[0] == ids[1] != ids[2]
    assert all(id.endswith("@stadt.example>") for id in ids)


async def test_every_line_that_travels_is_short_ascii(mail: MailChannel, postbox: Postbox) -> None:
    await carried(mail, row(reminder(line="ء" * 3000)))
    await postbox.arrived()
    lines = postbox.raw[0].split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert postbox.raw[0].isascii()


async def test_an_international_domain_is_written_in_ascii(
    mail: MailChannel, postbox: Postbox, house: House
) -> None:
    account_with(house.store, "amt@Münchhausen.example")
    await carried(mail, row(reminder(), "amt@münchhausen.example"))
    assert (await postbox.arrived())["To"] == "amt@xn--mnchhausen-9db.example"


@pytest.mark.parametrize("kind", list(Kind))
async def test_only_news_can_be_unsubscribed_from(
    mail: MailChannel, postbox: Postbox, kind: Kind
) -> None:
    await carried(mail, row(reminder(), kind=kind))
    arrived = await postbox.arrived()
    is_news = kind in {Kind.NEWS, Kind.DIGEST}
    assert ("List-Unsubscribe" in arrived) == is_news
    assert arrived["List-Unsubscribe-Post"] == ("List-Unsubscribe=One-Click" if is_news else None)


REFUSALS: Mapping[str, tuple[dict[str, str], DeliveryError]] = {
    "no such user": ({"RCPT": "550 5.1.1 no such user"}, Gone("no such mailbox")),
    "no such user, tersely": ({"RCPT": "550 unknown"}, Gone("no such mailbox")),
    "a rule": ({"RCPT": "550 5.7.1 not from you"}, DeliveryError("refused: 550", permanent=True)),
    "full for good": ({"RCPT": "552 5.2.2 full"}, DeliveryError("refused: 552", permanent=True)),
    "greylisted": ({"RCPT": "450 4.2.0 come back later"}, DeliveryError("refused: 450")),
    "closing": ({"RCPT": "421 4.3.2 shutting down"}, DeliveryError("refused: 421")),
    "taken for spam": ({"DATA": "554 5.7.1 spam"}, DeliveryError("refused: 554", permanent=True)),
    "busy": ({"DATA": "451 4.3.0 busy"}, DeliveryError("refused: 451")),
    "our address": ({"MAIL": "550 5.7.1 not yours"}, DeliveryError("SMTPSenderRefused: 550")),
}


@pytest.mark.parametrize(("says", "expected"), REFUSALS.values(), ids=REFUSALS)
async def test_what_a_refusal_means(
    mail: MailChannel, postbox: Postbox, says: dict[str, str], expected: DeliveryError
) -> None:
    postbox.says = says
    error = await error_of(mail)
    assert type(error) is type(expected)
    assert (str(error), error.permanent) == (str(expected), expected.permanent)
    assert mail.counted()["mail_refused_total"] == 1
    assert postbox.raw == []


@pytest.mark.parametrize(
    ("command", "kind"), [("MAIL", DeliveryError), ("RCPT", DeliveryError), ("DATA", Unsure)]
)
async def test_silence_is_in_doubt_only_after_the_mail_has_left(
    postbox: Postbox, house: House, command: str, kind: type[DeliveryError]
) -> None:
    postbox.silent = {command}
    error = await error_of(house.mail_to(postbox, patience=0.2))
    assert type(error) is kind
    assert not error.permanent


@pytest.mark.parametrize(
    ("command", "kind"), [("MAIL", DeliveryError), ("RCPT", DeliveryError), ("DATA", Unsure)]
)
async def test_a_broken_line_is_in_doubt_only_after_the_mail_has_left(
    mail: MailChannel, postbox: Postbox, command: str, kind: type[DeliveryError]
) -> None:
    postbox.hangs_up = {command}
    error = await error_of(mail)
    assert type(error) is kind
    assert not error.permanent


async def test_no_server_is_nobodys_fault(house: House) -> None:
    async with serving(Postbox()) as short_lived:
        pass
    error = await error_of(house.mail_to(short_lived))
    assert not error.permanent


async def test_nobody_behind_an_address_is_gone(mail: MailChannel, postbox: Postbox) -> None:
    error = await error_of(mail, row(reminder(), "somebody.else@stadt.example"))
    assert isinstance(error, Gone)


@pytest.mark.parametrize("address", ["no address", "a@b@c", "müller@stadt.example", "@", "x@"])
async def test_what_is_no_address_is_refused_before_it_leaves(
    mail: MailChannel, postbox: Postbox, house: House, address: str
) -> None:
    account_with(house.store, address)
    error = await error_of(mail, row(reminder(), address))
    assert (str(error), error.permanent) == ("bad address", True)


async def test_starttls_with_a_password(house: House) -> None:
    async with serving(Postbox(), tls_context=server_side(), require_starttls=True) as postbox:
        mail = house.mail_to(postbox, **logging_in(tls="required"))
        await carried(mail, row(reminder()))
    assert (postbox.users, postbox.encrypted) == (["lotse"], [True])


async def test_tls_from_the_first_byte(house: House) -> None:
    async with serving(Postbox(), tls=server_side(), auth_require_tls=False) as postbox:
        mail = house.mail_to(postbox, **logging_in(tls="at once"))
        await carried(mail, row(reminder()))
    assert (postbox.users, postbox.encrypted) == (["lotse"], [True])


async def test_offered_starttls_is_taken(house: House) -> None:
    async with serving(Postbox(), tls_context=server_side()) as postbox:
        mail = house.mail_to(postbox, tls="offered", context=client_side())
        await carried(mail, row(reminder()))
    assert postbox.encrypted == [True]


async def test_a_server_without_starttls_gets_neither_password_nor_mail(
    postbox: Postbox, house: House
) -> None:
    error = await error_of(house.mail_to(postbox, **logging_in(tls="required")))
    assert not error.permanent
    assert (postbox.users, postbox.raw) == ([], [])


async def test_a_certificate_that_nobody_vouches_for_is_refused(house: House) -> None:
    async with serving(Postbox(), tls_context=server_side()) as postbox:
        error = await error_of(house.mail_to(postbox, tls="required"))
    assert not error.permanent
    assert postbox.raw == []


async def test_a_password_that_no_longer_holds_is_not_the_mails_fault(house: House) -> None:
    async with serving(Postbox(), tls_context=server_side()) as postbox:
        settings = {**logging_in(tls="required"), "password": "alt"}
        error = await error_of(house.mail_to(postbox, **settings))
    assert (str(error), error.permanent) == ("SMTPAuthenticationError: 535", False)


def logging_in(**others: Any) -> dict[str, Any]:
    """Settings of somebody with a password."""
    user, password = USER.login.decode(), USER.password.decode()
    return {"user": user, "password": password, "context": client_side(), **others}
