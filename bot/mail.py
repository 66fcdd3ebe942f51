"""Mail as the settings describe it. Imports aiosmtplib: only when there is a server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.channels.mail import MailChannel
from bot.channels.mail_url import smtp_settings
from bot.conversation import Conversation
from bot.secret import derived
from bot.settings import Settings


def mail_of(
    settings: Settings, conversation: Conversation, clock: Callable[[], datetime]
) -> MailChannel:
    """A channel that sends through LOTSE_SMTP_URL, which was checked with the settings."""
    smtp = smtp_settings(settings.smtp_url.get_secret_value())
    return MailChannel(smtp, derived("mail", settings), conversation, clock)
