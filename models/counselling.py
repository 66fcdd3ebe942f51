"""Counsellors (Beratung): what about, in which languages, and until when one is not available."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models import account as one_account
from models import accounts
from models.account import ROLE, Account
from models.base import Base, table
from models.moment import Moment
from models.offers import fields_of_action
from models.role import ANSWERING, LEADING, Role
from models.thread import Thread
from models.upsert import insert_for

GERMAN = "de"
"""Spoken by whoever has a task in the town."""


class CounsellingRow(Base):
    """Purpose: to bring each thread to somebody who can answer it. Kept with the account.

    `topics` and `languages` are codes with commas between, "" for all. Until `until` she takes no
    new threads. `given` is the turn in which she was last given one: the next goes to whoever had
    hers before all others.
    """

    __tablename__ = "counselling"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    topics: Mapped[str] = mapped_column(String(1000), default="")
    languages: Mapped[str] = mapped_column(String(200), default="")
    until: Mapped[datetime | None] = mapped_column(Moment)
    given: Mapped[int] = mapped_column(default=0)


@dataclass(frozen=True, slots=True)
class Counsellor:
    """An account that answers. `topics` (codes of topics or of fields of action) and `languages`
    are what she chose, or what her role is limited to; empty: all. `about` are the topics with
    those of the fields, `speaks` the languages in which she surely counsels.
    """

    account: Account
    topics: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    speaks: frozenset[str] = frozenset()
    until: datetime | None = None
    given: int = 0

    @property
    def id(self) -> int:
        """Her account's."""
        return self.account.id

    @property
    def leads(self) -> bool:
        """Whether she looks after all of them."""
        return bool(self.account.roles.intersection(LEADING))

    def is_available(self, now: datetime) -> bool:
        """Whether she takes new threads. Absences are looked up apart (models.absences)."""
        return self.until is None or self.until <= now

    def answers(self, topic: str, language: str) -> bool:
        """Whether threads of that topic in that language are hers to see."""
        return self.knows(topic) and (not self.languages or language in self.languages)

    def knows(self, topic: str) -> bool:
        """Whether she counsels about it; a question about nothing in particular is everybody's."""
        return not self.about or not topic or topic in self.about

    def may_see(self, thread: Thread) -> bool:
        """Hers, offered to her, of what she answers; those who lead see all."""
        if self.leads or self.id in (thread.account_id, thread.offered_id):
            return True
        return self.answers(thread.topic, thread.language)


COUNSELLING = table(CounsellingRow)


def find(session: Session, account: int) -> Counsellor | None:
    """Her, if she answers; None: no such role, or no such account."""
    found = one_account.find(session, account)
    if found is None or not found.roles.intersection(ANSWERING):
        return None
    return _read(session, [found])[0]


def everyone(session: Session) -> list[Counsellor]:
    """All who answer, by name: counsellors and those who lead."""
    known: dict[int, Account] = {}
    for role in ANSWERING:
        known |= {one.id: one for one in accounts.everyone(session, role)}
    return _read(session, sorted(known.values(), key=lambda one: (one.name.lower(), one.id)))


def spoken(session: Session) -> frozenset[str]:
    """The languages in which somebody counsels, for the card that tells of it."""
    counselling = [one for one in everyone(session) if Role.COUNSELLOR in one.account.roles]
    return frozenset(x for one in counselling or everyone(session) for x in one.speaks)


def choose_topics(session: Session, account: int, topics: Iterable[str]) -> None:
    """What she counsels about; none: everything."""
    _keep(session, account, topics=",".join(sorted(topics)))


def choose_languages(session: Session, account: int, languages: Iterable[str]) -> None:
    """The languages she counsels in; none: whatever her role is limited to, or all."""
    _keep(session, account, languages=",".join(sorted(languages)))


def be_away(session: Session, account: int, until: datetime | None) -> None:
    """Not available until then; None: she is."""
    _keep(session, account, until=until)


def give(session: Session, account: int) -> int:
    """She was given a thread: the next one is for somebody else. Her turn from now on."""
    turn = (session.scalar(select(func.max(COUNSELLING.c.given))) or 0) + 1
    _keep(session, account, given=turn)
    return turn


def hold(session: Session, those: Collection[int]) -> None:
    """Of several processes only this one gives threads to them until its transaction ends."""
    if those:
        values = [_empty(account) for account in sorted(those)]
        insert = insert_for(session, COUNSELLING).on_conflict_do_nothing()
        session.execute(insert, values)
        mine = select(COUNSELLING.c.account_id).where(COUNSELLING.c.account_id.in_(those))
        session.execute(mine.order_by(COUNSELLING.c.account_id).with_for_update()).all()


def _keep(session: Session, account: int, **values: Any) -> None:
    row = _empty(account) | values
    insert = insert_for(session, COUNSELLING).values(**row)
    session.execute(insert.on_conflict_do_update(index_elements=["account_id"], set_=values))


def _empty(account: int) -> dict[str, Any]:
    return {"account_id": account, "topics": "", "languages": "", "given": 0}


def _read(session: Session, those: Collection[Account]) -> list[Counsellor]:
    ids = [one.id for one in those]
    mine = select(COUNSELLING).where(COUNSELLING.c.account_id.in_(ids))
    kept = {row["account_id"]: dict(row) for row in session.execute(mine).mappings()}
    limits = _limits(session, ids)
    chosen = any(row["topics"] for row in kept.values())
    fields = {one.code: one.topics for one in fields_of_action(session)} if chosen else {}
    return [_counsellor(one, kept.get(one.id, {}), limits[one.id], fields) for one in those]


def _limits(session: Session, ids: Collection[int]) -> Mapping[int, frozenset[str]]:
    """What their roles are limited to; nothing where one of them is not limited."""
    found: dict[int, set[str]] = defaultdict(set)
    query = select(ROLE.c.account_id, ROLE.c.language)
    for id, language in session.execute(
        query.where(ROLE.c.account_id.in_(ids), ROLE.c.role.in_(ANSWERING))
    ):
        found[id].add(language)
    return {id: frozenset() if "" in found[id] else frozenset(found[id]) for id in ids}


def _counsellor(
    account: Account,
    kept: Mapping[str, Any],
    limit: frozenset[str],
    fields: Mapping[str, tuple[str, ...]],
) -> Counsellor:
    topics = _codes(kept.get("topics", ""))
    languages = _codes(kept.get("languages", "")) or limit
    return Counsellor(
        account=account,
        topics=topics,
        about=topics.union(*(fields.get(code, ()) for code in topics)),
        languages=languages,
        speaks=languages or frozenset({account.language, GERMAN}),
        until=kept.get("until"),
        given=kept.get("given", 0),
    )


def _codes(stored: str) -> frozenset[str]:
    return frozenset(filter(None, stored.split(",")))
