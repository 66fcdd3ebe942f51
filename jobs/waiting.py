"""Tells staff, without contents, that people wait to be called back and texts to be read over.

As long as somebody waits to be called back: each day. Only texts: each week.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jobs.surroundings import Surroundings
from models import absences, accounts, contact_wish, delivery, reaching, review, roles
from models import account as one_account
from models.account import Account
from models.base import Session
from models.delivery import Kind, Planned
from models.pages import Open
from models.role import ANSWERING, LEADING
from models.text import T, Text
from models.turn import Button, Reply


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for somebody."""

    wishes: int
    texts: int


def run(session: Session, now: datetime, around: Surroundings) -> int:
    """Queue what was not told today, or this week. How many messages."""
    found = (_planned(session, id, now, around) for id in _staff(session, now))
    return delivery.queue(session, [one for one in found if one], now)


def _staff(session: Session, now: datetime) -> list[int]:
    """Everybody who answers, or who stands in for her."""
    holders = {one.id for role in ANSWERING for one in accounts.everyone(session, role)}
    asked = (absences.acting_for(session, id, now.date()) for id in sorted(holders))
    return list(dict.fromkeys(asked))


def _planned(session: Session, id: int, now: datetime, around: Surroundings) -> Planned | None:
    account = one_account.find(session, id)
    way = reaching.way_to(session, id, around.channels)
    if account is None or way is None:
        return None
    waiting = _waiting(session, account)
    if not (waiting.wishes or waiting.texts):
        return None
    slot = around.slot(account, now)
    day = slot.begin.date().isocalendar()
    often = f"{day.year}-W{day.week}" + (f"-{day.weekday}" if waiting.wishes else "")
    message = around.render(_reply(waiting), way.language)
    where = (way.channel, way.address, message)
    return Planned(Kind.NOTICE, f"waiting:{id}:{often}", *where, slot.begin, not_after=slot.end)


def _waiting(session: Session, account: Account) -> Waiting:
    wishes, texts = 0, 0
    if account.roles.intersection(ANSWERING):
        spoken = roles.languages(session, account.id, ANSWERING)
        wishes = len(contact_wish.waiting(session, spoken))
    if account.roles.intersection(LEADING):
        spoken = roles.languages(session, account.id, LEADING)
        texts = sum(review.counts(session, spoken).values())
    return Waiting(wishes, texts)


def _reply(waiting: Waiting) -> Reply:
    return Reply(text=tuple(_lines(waiting)), buttons=tuple(_rows(waiting)))


def _lines(waiting: Waiting) -> Iterator[Text]:
    if waiting.wishes:
        yield T("waiting.wishes", number=waiting.wishes)
    if waiting.texts:
        yield T("waiting.texts", number=waiting.texts)


def _rows(waiting: Waiting) -> Iterator[tuple[Button, ...]]:
    if waiting.wishes:
        yield (Button(T("menu.wishes"), Open(page="wishes")),)
    if waiting.texts:
        yield (Button(T("menu.review"), Open(page="review")),)
