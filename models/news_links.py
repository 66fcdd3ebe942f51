"""Addresses under news that count a tap and lead on: the same for everybody who got a message."""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import news_button, news_click, news_issue
from models.news_button import Leads
from models.news_issue import IssueState

PATH = "/go/"
MAC_BYTES = 9
PURPOSE = b"link under news\0"
TOKEN = re.compile(r"([0-9]{1,9})\.([0-9])\.([A-Za-z-]{2,16})\.([a-z]{1,16})\.([A-Za-z0-9_-]{12})")


@dataclass(frozen=True, slots=True)
class Followed:
    """Button `button` of a sending, in the language and the channel of the message around it."""

    issue: int
    button: int
    language: str
    channel: str


def token(secret: str, followed: Followed) -> str:
    """The last part of the address. Signed, so that nobody finds a link by counting up."""
    values = (followed.issue, followed.button, followed.language, followed.channel)
    payload = ".".join(map(str, values))
    return f"{payload}.{_mac(secret, payload)}"


def read(secret: str, token: str) -> Followed | None:
    """What a token means, which comes from outside. None: it is none of ours."""
    found = TOKEN.fullmatch(token)
    if found is None:
        return None
    payload, _, mac = token.rpartition(".")
    if not hmac.compare_digest(mac, _mac(secret, payload)):
        return None
    issue, button, language, channel, _ = found.groups()
    return Followed(int(issue), int(button), language, channel)


def target(session: Session, followed: Followed) -> str:
    """The address that is stored for the button, or "" when it is no more."""
    issue = news_issue.find(session, followed.issue)
    if issue is None or issue.state is IssueState.WITHDRAWN:
        return ""
    button = news_button.of(session, issue.news_id).get(followed.button)
    return button.target if button and button.kind is Leads.LINK else ""


def follow(session: Session, followed: Followed) -> str:
    """The same, and it counts."""
    found = target(session, followed)
    if found:
        where = (followed.language, followed.channel)
        news_click.count(session, followed.issue, followed.button, *where)
    return found


def _mac(secret: str, payload: str) -> str:
    mac = hmac.digest(secret.encode(), PURPOSE + payload.encode(), "sha256")[:MAC_BYTES]
    return urlsafe_b64encode(mac).decode()
