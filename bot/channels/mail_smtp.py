"""Handing a mail to the server (SMTP, RFC 5321), and what its refusals mean."""

from __future__ import annotations

import re
from email.message import EmailMessage

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPConnectResponseError,
    SMTPException,
    SMTPHeloError,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from bot.channels import DeliveryError, Gone, Unsure
from bot.channels.mail_url import SmtpSettings

UNKNOWN_USER = frozenset({550, 551, 553})
ENHANCED = re.compile(r"[245]\.(\d{1,3})\.\d{1,3}\b")
ADDRESS = "1"  # RFC 3463, 3.2: the subject of x.1.x is the address
# A password that no longer holds, a server that does not know us: not the message's fault.
OURS = (
    SMTPAuthenticationError,
    SMTPConnectResponseError,
    SMTPHeloError,
    SMTPSenderRefused,
)


async def post(letter: EmailMessage, to: str, settings: SmtpSettings) -> None:
    """Hand over one mail. Raises DeliveryError: `Gone` when there is no such mailbox, `Unsure`
    when the line broke before the server said whether it has the mail.
    """
    try:
        async with _client(settings) as client:
            await client.mail(settings.sender)
            await client.rcpt(to)
            await _data(client, letter.as_bytes())
    except (SMTPException, OSError, ValueError) as error:  # ValueError: what is no SMTP at all
        raise delivery_error(error) from None


def delivery_error(error: Exception) -> DeliveryError:
    """What an error means for the mail. The reason quotes nothing: servers repeat addresses."""
    match error:
        case SMTPRecipientRefused(code=code) if code in UNKNOWN_USER and _is_of_address(error):
            return Gone("no such mailbox")
        case SMTPResponseException(code=code) if not isinstance(error, OURS):
            return DeliveryError(f"refused: {code}", permanent=500 <= code < 600)
        case SMTPResponseException(code=code):
            return DeliveryError(f"{type(error).__name__}: {code}")
    return DeliveryError(type(error).__name__)


async def _data(client: SMTP, content: bytes) -> None:
    try:
        await client.data(content)
    except SMTPResponseException:
        raise
    except (SMTPException, OSError) as error:
        raise Unsure(type(error).__name__) from None


def _is_of_address(error: SMTPResponseException) -> bool:
    """A server that says more than the code (RFC 3463) may mean a rule, not the address."""
    found = ENHANCED.match(error.message)
    return found is None or found[1] == ADDRESS


def _client(settings: SmtpSettings) -> SMTP:
    start_tls = {"required": True, "offered": None}.get(settings.tls, False)
    return SMTP(
        hostname=settings.host,
        port=settings.port,
        local_hostname=settings.sender.rpartition("@")[2],
        username=settings.user or None,
        password=settings.password or None,
        timeout=settings.patience,
        use_tls=settings.tls == "at once",
        start_tls=start_tls,
        tls_context=settings.context,
    )
