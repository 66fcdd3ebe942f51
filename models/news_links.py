"""Addresses that count how often a button was followed, and lead only where the news says."""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import news_click
from models.base import table
from models.news import NEWS, NewsState
from models.news_button import Leads, NewsButtonRow
from models.news_issue import ISSUE

BUTTON = table(NewsButtonRow)
PATH = "/go/"
PURPOSE = b"button of news\0"
MAC_BYTES = 9
TOKEN = re.compile(
    r"([0-9]{1,9})\.([0-9]{1,2})\.([A-Za-z_-]{2,16})\.([a-z]{1,16})\.([A-Za-z0-9_-]{12})"
)


@dataclass(frozen=True, slots=True)
class Click:
    """Which button of which sending was followed, by readers of a language in a channel."""

    issue: int
    button: int
    language: str
    channel: str

    def token(self, secret: str) -> str:
        """What stands behind /go/: the same for all these readers. It is signed with the
        installation's `secret`, or whoever counts up would find links that were not for everybody.
        """
        said = f"{self.issue}.{self.button}.{self.language}.{self.channel}"
        return f"{said}.{_mac(said, secret)}"


def clicked(token: str, secret: str) -> Click | None:
    """The click behind a token, which comes from outside; None when it is none of ours."""
    found = TOKEN.fullmatch(token)
    if found is None or not hmac.compare_digest(found[5], _mac(token.rpartition(".")[0], secret)):
        return None
    return Click(int(found[1]), int(found[2]), found[3], found[4])


def target(session: Session, click: Click) -> str | None:
    """The address that this button leads to; None: there is none, or the news are withdrawn."""
    of_issue = (ISSUE.c.id == click.issue) & (ISSUE.c.news_id == NEWS.c.id)
    mine = (BUTTON.c.news_id == NEWS.c.id) & (BUTTON.c.number == click.button)
    is_link = (BUTTON.c.kind == Leads.LINK) & (NEWS.c.state != NewsState.WITHDRAWN)
    query = select(BUTTON.c.target).where(of_issue, mine, is_link)
    return session.scalar(query)


def follow(session: Session, click: Click) -> str | None:
    """The same, and it is counted."""
    found = target(session, click)
    if found is not None:
        news_click.count(session, click.issue, click.button, click.language, click.channel)
    return found


def _mac(said: str, secret: str) -> str:
    mac = hmac.digest(secret.encode(), PURPOSE + said.encode(), "sha256")
    return urlsafe_b64encode(mac[:MAC_BYTES]).decode()
