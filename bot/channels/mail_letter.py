"""A message as a mail: plain text and HTML beside each other, and honest headers."""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from jinja2 import Template

from bot.channels.mail_plain import clean, plain
from bot.message import Attachment, Key, Line, Message, to_json
from web.plain import drawn

POLICY = SMTP.clone(cte_type="7bit")  # no server on the way has to be able to do more
SUBJECT_LETTERS = 120
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # Unicode UAX 9
Keys = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """`sender` and `to` are plain addresses, `name` is how Lotse calls itself. `at` becomes Date.

    `unsubscribe` is an address for one-click unsubscribing (RFC 8058), or "".
    """

    sender: str
    name: str
    to: str
    at: datetime
    id: str
    unsubscribe: str = ""


def linked(message: Message, url: Callable[[Key], str]) -> Message:
    """The message with an address in every button."""
    cards = tuple(replace(card, keys=_linked(card.keys, url)) for card in message.cards)
    return replace(message, cards=cards, keys=_linked(message.keys, url))


def letter(
    message: Message, envelope: Envelope, footer: Sequence[Line], template: Template
) -> EmailMessage:
    """A mail whose every button has an address. What is written in HTML is escaped by `template`,
    nowhere else. Raises ValueError for an address that is none.
    """
    subject = subject_of(message) or one_line(envelope.name)
    mail = EmailMessage(POLICY)
    _head(mail, envelope, subject)
    mail.set_content(plain(message, footer))
    below = Message(message.lang, message.dir, text=tuple(footer))
    shown = {"message": drawn(to_json(message)), "footer": drawn(to_json(below))["text"]}
    html = template.render(subject=subject, **shown)
    mail.add_alternative(clean(html), subtype="html")
    for file in message.files:
        _attach(mail, file)
    mail["Content-Language"] = message.lang  # the parts would take it with them
    return mail


def subject_of(message: Message) -> str:
    """The first line, short, without anything that would end a header or turn text round."""
    lines = (*message.text, *(card.title for card in message.cards))
    first = next((line.text for line in lines if line.text.strip()), "")
    words = one_line(first)
    return words if len(words) <= SUBJECT_LETTERS else f"{words[: SUBJECT_LETTERS - 1]}…"


def one_line(text: str) -> str:
    """Fit for a header: control characters end words, directional ones go."""
    seen = (" " if unicodedata.category(c) == "Cc" else c for c in DIRECTIONS.sub("", text))
    return " ".join("".join(seen).split())


def _linked(rows: Keys, url: Callable[[Key], str]) -> Keys:
    return tuple(tuple(replace(key, data="", href=key.href or url(key)) for key in r) for r in rows)


def _head(mail: EmailMessage, envelope: Envelope, subject: str) -> None:
    mail["From"] = Address(one_line(envelope.name), addr_spec=envelope.sender)
    mail["To"] = Address(addr_spec=envelope.to)
    mail["Subject"] = subject
    mail["Date"] = envelope.at
    mail["Message-ID"] = envelope.id
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's vacation answers
    mail["X-Auto-Response-Suppress"] = "All"  # the same for Exchange
    if envelope.unsubscribe:
        mail["List-Unsubscribe"] = f"<{envelope.unsubscribe}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _attach(mail: EmailMessage, file: Attachment) -> None:
    main, _, sub = file.media_type.partition("/")
    mail.add_attachment(
        b64decode(file.content), main, sub or "octet-stream", filename=one_line(file.name)
    )
