"""Answer links: what a tap on a mail means, signed (HMAC-SHA256, RFC 2104), good for 30 days."""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from hashlib import blake2s

VALID = timedelta(days=30)
VERSION = b"\x01"
MAC_BYTES = 16  # RFC 2104, 5: not less than half of the hash
SEPARATOR = "\x1f"
TOKEN = re.compile(r"[A-Za-z0-9_-]{24,1200}")
LABEL_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Answer:
    """What a link does, and whose it is.

    `box` names the mailbox (models.mailbox) and `source` what the link stands on, so that the same
    tap acts once: "d12" delivery 12, "o7" the reply 7, "r…" a page opened anew. `does` is a packed
    action, a command with its slash, or "" for what is going to be typed. `label` is what the
    button says, in `language`. `until` is in seconds since 1970.
    """

    box: str
    source: str
    language: str
    until: int
    does: str = ""
    label: str = ""

    def words(self, source: str, language: str = "") -> Answer:
        """A link of the same mailbox for what is going to be typed."""
        language = language or self.language
        return Answer(self.box, source, language, self.until)

    def id(self, text: str = "") -> str:
        """Names this tap in the inbox; a mail that is sent twice has the same taps in it."""
        named = SEPARATOR.join((self.box, self.source, self.does, text))
        return blake2s(named.encode(), digest_size=20).hexdigest()

    def is_over(self, now: datetime) -> bool:
        """Whether its time has passed."""
        return now.timestamp() >= self.until


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a token says, before anybody checked who signed it."""

    answer: Answer
    payload: bytes
    mac: bytes


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs and checks. The mailbox's address is in the signature, but not in the link: so a link
    dies when the mailbox behind it changes, and tells nobody who it was for.
    """

    key: bytes

    def token(self, answer: Answer, address: str) -> str:
        """The last part of a link, in base64url (RFC 4648, 5)."""
        payload = SEPARATOR.join(map(str, astuple(answer))).encode()
        signed = VERSION + self._mac(payload, address) + payload
        return urlsafe_b64encode(signed).decode().rstrip("=")

    def is_genuine(self, claimed: Claimed, address: str) -> bool:
        """Whether we signed this for that address. Takes the same time whatever the answer."""
        return hmac.compare_digest(claimed.mac, self._mac(claimed.payload, address))

    def _mac(self, payload: bytes, address: str) -> bytes:
        signed = VERSION + address.encode() + b"\0" + payload
        return hmac.digest(self.key, signed, "sha256")[:MAC_BYTES]


def claimed(token: str) -> Claimed | None:
    """What a token claims, or None when it is none of this version."""
    if not TOKEN.fullmatch(token) or len(token) % 4 == 1:
        return None
    raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    payload = raw[1 + MAC_BYTES :]
    answer = _answer(payload) if raw[:1] == VERSION else None
    return Claimed(answer, payload, raw[1 : 1 + MAC_BYTES]) if answer else None


def clipped(label: str) -> str:
    """A label for a link: one line, not long."""
    return " ".join(label.split())[:LABEL_LETTERS]


def _answer(payload: bytes) -> Answer | None:
    try:
        box, source, language, until, does, label = payload.decode().split(SEPARATOR)
        return Answer(box, source, language, int(until), does, label)
    except ValueError:  # not UTF-8, not six fields, no number
        return None
