"""Whom a piece of news reaches: chosen by role, language, district and topic, each by one way."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Subquery, case, func, select
from sqlalchemy.orm import Session

from models import news_readers, news_text
from models.account import ACCOUNT
from models.mailbox import CHANNEL as MAIL
from models.news import Missing, News
from models.news_audience_record import Audience as Audience  # noqa: PLC0414  read from here too
from models.news_readers import Limits
from models.subscription import SUBSCRIPTION

FEWEST = 5
"""So many people share what tells them apart, at least; fewer could be known."""
ACCOUNTS, PERSONS, DONE = "a", "p", "done"


class TooSmall(Exception):
    """Fewer than five who subscribed are told apart by district, language or topic."""


@dataclass(frozen=True, slots=True)
class Reach:
    """An audience, through these channels. `default` is the language of who has chosen none;
    `versions` are the languages there are, when all others are skipped, else None.
    """

    audience: Audience
    channels: frozenset[str]
    default: str
    versions: frozenset[str] | None = None

    @property
    def languages(self) -> frozenset[str] | None:
        """Whose language is none of these gets nothing. None: all languages."""
        asked = self.audience.languages or None
        if asked is None or self.versions is None:
            return self.versions if asked is None else asked
        return asked & self.versions

    @property
    def narrows(self) -> bool:
        """Whether those who subscribed are told apart."""
        return self.audience.public and (self.audience.narrows_public or self.versions is not None)

    @property
    def limits(self) -> Limits:
        """As the database is asked."""
        return Limits(self.audience, self.channels, self.default, self.languages)


class Recipient(NamedTuple):
    """Somebody who gets it: her account or, without one, the person; and the best way to her.

    `hour` is when she wants to be written to, `weekly` that she wants a digest.
    """

    is_account: bool
    id: int
    channel: str
    address: str
    language: str
    weekly: bool
    hour: int | None

    @property
    def key(self) -> str:
        """Her name in the keys of `delivery`. A mailbox is one reader, whoever's it is."""
        if self.channel != MAIL:
            return f"{ACCOUNTS if self.is_account else PERSONS}{self.id}"
        return "m" + hashlib.sha256(self.address.lower().encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many by (language, channel). Of those who subscribed, fewer than five are not said: such
    languages and channels are in `few`, and in no sum.
    """

    staff: Mapping[tuple[str, str], int] = field(default_factory=dict)
    public: Mapping[tuple[str, str], int] = field(default_factory=dict)
    few: frozenset[tuple[str, str]] = frozenset()

    @property
    def total(self) -> int:
        """All that may be said."""
        return sum(self.staff.values()) + sum(self.public.values())

    def by_channel(self) -> dict[str, int]:
        """How many messages each channel has to send; a few count as five."""
        found: dict[str, int] = dict.fromkeys((channel for _, channel in self.few), 0)
        for (_, channel), number in (*self.staff.items(), *self.public.items()):
            found[channel] = found.get(channel, 0) + number
        for _, channel in self.few:
            found[channel] += FEWEST
        return found


def reach_of(session: Session, news: News, channels: Collection[str], default: str) -> Reach:
    """Whom this news reaches, as it is written now."""
    skips = news.missing is Missing.SKIP
    versions = frozenset(news_text.of(session, news.id)) if skips else None
    return Reach(news.audience, frozenset(channels), default, versions)


def recipients(
    session: Session, reach: Reach, after: str, limit: int
) -> tuple[list[Recipient], str]:
    """Those who come after the cursor `after` ("" is the beginning), `limit` looked at, and the
    cursor for the next; DONE when there is nobody more.

    Accounts come first, so that nobody who comes to an account meanwhile gets it twice.
    """
    kind, _, last = after.partition(":")
    if kind in ("", ACCOUNTS):
        return _accounts(session, reach, int(last or 0), limit)
    return _persons(session, reach, int(last or 0), limit)


def counted(session: Session, reach: Reach) -> Counts:
    """How many it would reach now; small numbers of who subscribed are hidden."""
    public = _grouped(session, news_readers.persons(reach.limits), True)
    accounts = news_readers.accounts(reach.limits)
    for where, number in _grouped(session, accounts, True).items():
        public[where] = public.get(where, 0) + number
    few = frozenset(where for where, number in public.items() if number < FEWEST)
    shown = {where: number for where, number in public.items() if where not in few}
    return Counts(_grouped(session, accounts, False), shown, few)


def check(session: Session, reach: Reach) -> None:
    """Raises TooSmall when one to four who subscribed are told apart from the others."""
    if not reach.narrows:
        return
    those = (news_readers.persons(reach.limits), news_readers.accounts(reach.limits))
    if 0 < sum(sum(_grouped(session, one, True).values()) for one in those) < FEWEST:
        raise TooSmall


def _accounts(
    session: Session, reach: Reach, after: int, limit: int
) -> tuple[list[Recipient], str]:
    ids = select(ACCOUNT.c.id).where(ACCOUNT.c.id > after).order_by(ACCOUNT.c.id).limit(limit)
    last = session.scalar(select(func.max(ids.subquery().c.id)))
    if last is None or reach.audience.is_empty:
        return [], f"{PERSONS}:"
    found = news_readers.accounts(reach.limits, (after, last))
    return _read(session, found, True), f"{ACCOUNTS}:{last}"


def _persons(session: Session, reach: Reach, after: int, limit: int) -> tuple[list[Recipient], str]:
    theirs = SUBSCRIPTION.c.person_id
    ids = select(theirs).where(theirs > after).order_by(theirs).limit(limit)
    last = session.scalar(select(func.max(ids.subquery().c.person_id)))
    if last is None or not reach.audience.public:
        return [], DONE
    found = news_readers.persons(reach.limits, (after, last))
    return _read(session, found, False), f"{PERSONS}:{last}"


def _read(session: Session, found: Subquery, are_accounts: bool) -> list[Recipient]:
    return [Recipient(are_accounts, *row) for row in news_readers.read(session, found)]


def _grouped(session: Session, found: Subquery, public: bool) -> dict[tuple[str, str], int]:
    """Mailboxes are counted once, whoever's they are."""
    mailbox = case((found.c.channel == MAIL, func.lower(found.c.address)), else_=None)
    number = func.count(mailbox.distinct()) + func.count(
        case((found.c.channel != MAIL, found.c.id), else_=None)
    )
    cells = (found.c.language, found.c.channel)
    query = select(*cells, number).where(found.c.public == public).group_by(*cells)
    return {(language, channel): n for language, channel, n in session.execute(query) if n}
