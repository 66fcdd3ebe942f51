"""A row of the delivery queue as a mail to a mailbox, with a signed link in every button."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import EmailMessage
from zoneinfo import ZoneInfo

from bot.channels import DeliveryError
from bot.channels.mail_letter import Envelope, letter, linked
from bot.channels.mail_links import VALID, Answer, Signer, clipped
from bot.channels.mail_url import BadMailUrl, sendable
from bot.message import Key, Line, Message, from_json
from bot.words import words
from models.delivery import Kind
from models.delivery_claim import Outgoing
from models.mailbox import Mailbox
from models.news_actions import StopNews
from models.text import T
from models.town import Town
from web.site import environment

PATH = "/answer/"
UNWANTED = frozenset({Kind.NEWS, Kind.DIGEST})
"""Kinds that mail programs may offer to unsubscribe from; a duty is not among them."""


@dataclass(frozen=True, slots=True)
class MailSettings:
    """`sender` is the address in From, `key` the secret that links are signed with."""

    sender: str
    key: bytes


class Writer:
    """Writes mails in the town's name."""

    def __init__(self, settings: MailSettings, town: Town, timezone: ZoneInfo) -> None:
        self.settings = settings
        self.town = town
        self.timezone = timezone
        self.signer = Signer(settings.key)
        self._template = environment().get_template("mail.html")

    def mail(self, row: Outgoing, box: Mailbox, at: datetime) -> EmailMessage:
        """The mail. Raises DeliveryError for an address that no mail can go to."""
        message = from_json(row.message)
        unsubscribe = _unsubscribe(message) if row.kind in UNWANTED else None
        bare = Answer(box.key, f"d{row.id}", message.lang, int((at + VALID).timestamp()))
        footer = self._footer(bare, box, message)
        message = linked(message, lambda key: self._url(self._of_key(key, bare), box))
        one_click = self._url(self._of_key(unsubscribe, bare), box) if unsubscribe else ""
        envelope = replace(self._envelope(row, bare, at), unsubscribe=one_click)
        try:
            return letter(message, envelope, footer, self._template)
        except (ValueError, IndexError):  # what email.headerregistry makes of no address
            raise DeliveryError("bad address", permanent=True) from None

    def _envelope(self, row: Outgoing, bare: Answer, at: datetime) -> Envelope:
        return Envelope(
            sender=self.settings.sender,
            name=words(T("mail.from", town=self.town.name), bare.language),
            to=_deliverable(row.address),
            at=at.astimezone(self.timezone),
            id=self._id(row),
        )

    def _id(self, row: Outgoing) -> str:
        """The same for the same row, so that a mail sent twice can be told from a new one."""
        named = f"{row.id} {row.address} ".encode() + row.message
        digest = hmac.digest(self.settings.key, named, "sha256").hex()[:24]
        return f"<{row.id}.{digest}@{self.settings.sender.rpartition('@')[2]}>"

    def _footer(self, bare: Answer, box: Mailbox, message: Message) -> tuple[Line, ...]:
        until = datetime.fromtimestamp(bare.until, self.timezone).date()
        language = message.lang
        auto = words(T("mail.auto", town=self.town.name, day=until), language)
        write = words(T("mail.write"), language)
        return (Line(write, language, href=self._url(bare, box)), Line(auto, language))

    def _of_key(self, key: Key, bare: Answer) -> Answer:
        return replace(bare, does=key.data, label=clipped(key.label))

    def _url(self, answer: Answer, box: Mailbox) -> str:
        return f"{self.town.address}{PATH}{self.signer.token(answer, box.address)}"


def _unsubscribe(message: Message) -> Key:
    """The button that ends news: the message's own, and one like it where there is none."""
    keys = (key for row in message.keys for key in row)
    own = next((key for key in keys if key.data.startswith(f"{StopNews.prefix}:")), None)
    return own or Key(words(T("news_told.stop"), message.lang), StopNews(issue=0).pack())


def _deliverable(address: str) -> str:
    try:
        return sendable(address)
    except BadMailUrl:
        raise DeliveryError("bad address", permanent=True) from None
