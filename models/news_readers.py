"""Who reads a piece of news, as two queries: people with a task, and everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    Subquery,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from models.account import ACCOUNT, ROLE
from models.base import table
from models.department import GroupMemberRow
from models.mailbox import CHANNEL as MAIL
from models.news_audience_record import Audience
from models.person import TABLE as PERSON
from models.reaching import WEB
from models.subscription import SUBSCRIPTION, Rhythm, packed

MEMBER = table(GroupMemberRow)
Range = tuple[int, int]
"""Ids after the first up to the last."""
REACHED = PERSON.c.gone_on.is_(None) & PERSON.c.quiet.is_(False)
A_GROUP = (PERSON.c.channel == "telegram") & PERSON.c.address.startswith("-")
FIRST, SECOND, LAST = 0, 1, 2
"""The order of ways: a messenger, e-mail, the web chat (models.reaching)."""
WEEKLY = SUBSCRIPTION.c.rhythm == Rhythm.WEEKLY


@dataclass(frozen=True, slots=True)
class Limits:
    """Whom to look for: `languages` None are all, `default` is that of who has chosen none."""

    audience: Audience
    channels: frozenset[str]
    default: str
    languages: frozenset[str] | None


def persons(limits: Limits, between: Range | None = None) -> Subquery:
    """People without a task who subscribed, with the columns of a Recipient and `public`."""
    language = func.coalesce(func.nullif(PERSON.c.language, ""), limits.default)
    columns = (PERSON.c.id, PERSON.c.channel, PERSON.c.address, language.label("language"))
    others = (
        WEEKLY.label("weekly"),
        cast(null(), Integer).label("hour"),
        literal(True).label("public"),
    )
    joined = select(*columns, *others).join_from(
        SUBSCRIPTION, PERSON, PERSON.c.id == SUBSCRIPTION.c.person_id
    )
    there = (PERSON.c.account_id.is_(None), REACHED, PERSON.c.channel.in_(limits.channels))
    query = joined.where(*there, ~A_GROUP, _subscribed(limits.audience))
    return _speaking(limits, query.where(*_in(SUBSCRIPTION.c.person_id, between)))


def accounts(limits: Limits, between: Range | None = None) -> Subquery:
    """People with a task, by their roles or because they subscribed, each by the best way."""
    ways = _ways(limits, between)
    is_staff = _staff(limits.audience)
    wanted = func.coalesce(SUBSCRIPTION.c.refused, false()).is_(False) & is_staff
    wants = func.coalesce(
        wanted, false()
    )  # who has no department is in none, not in an unknown one
    joined = (
        select(ways.c.id, ways.c.channel, ways.c.address, ways.c.language)
        .add_columns(func.coalesce(WEEKLY, false()).label("weekly"), ACCOUNT.c.hour)
        .add_columns((~wants).label("public"))
        .join_from(ways, ACCOUNT, ACCOUNT.c.id == ways.c.id)
        .outerjoin(SUBSCRIPTION, SUBSCRIPTION.c.account_id == ACCOUNT.c.id)
    )
    subscribed = and_(SUBSCRIPTION.c.id.is_not(None), _subscribed(limits.audience))
    return _speaking(limits, joined.where(ways.c.place == 1, or_(wants, subscribed)))


def read(session: Session, found: Subquery) -> Sequence[Any]:
    """Id, channel, address, language, whether weekly, and hour of each, by id."""
    names = ("id", "channel", "address", "language", "weekly", "hour")
    return session.execute(select(*(found.c[name] for name in names)).order_by(found.c.id)).all()


def _speaking(limits: Limits, query: Select[Any]) -> Subquery:
    found = query.subquery()
    if limits.languages is None:
        return found
    return select(found).where(found.c.language.in_(limits.languages)).subquery()


def _subscribed(audience: Audience) -> ColumnElement[bool]:
    """Agreed to, and for her topics and district. Whoever has named none wants all."""
    if not audience.public:
        return false()
    wanted: list[ColumnElement[bool]] = [SUBSCRIPTION.c.consent != ""]
    if audience.topics:
        mine = (
            SUBSCRIPTION.c.topics.contains(packed([x]), autoescape=True) for x in audience.topics
        )
        wanted.append(or_(SUBSCRIPTION.c.topics == "", *mine))
    if audience.districts:
        wanted.append(SUBSCRIPTION.c.district.in_(("", *sorted(audience.districts))))
    return and_(*wanted)


def _staff(audience: Audience) -> ColumnElement[bool]:
    """Whoever holds a role, and meets each limit that there is."""
    if not audience.staff:
        return false()
    hers = ROLE.c.account_id == ACCOUNT.c.id
    roles = hers & ROLE.c.role.in_(sorted(audience.roles)) if audience.roles else hers
    met: list[ColumnElement[bool]] = [exists().where(roles)]
    if audience.groups:
        member = (MEMBER.c.account_id == ACCOUNT.c.id) & MEMBER.c.group_id.in_(audience.groups)
        met.append(exists().where(member))
    if audience.departments:
        met.append(ACCOUNT.c.department_id.in_(audience.departments))
    if audience.organizations:
        held = exists().where(hers & ROLE.c.organization_id.in_(audience.organizations))
        met.append(ACCOUNT.c.organization_id.in_(audience.organizations) | held)
    return and_(*met)


def _ways(limits: Limits, between: Range | None) -> Subquery:
    """All ways to each, `place` 1 the best (models.reaching says why)."""
    every = union_all(_chats(limits, between), _mailboxes(limits, between)).subquery()
    order = (every.c.rank, every.c.last_seen.desc(), every.c.person.desc())
    place = func.row_number().over(partition_by=every.c.id, order_by=order)
    return select(every, place.label("place")).subquery()


def _chats(limits: Limits, between: Range | None) -> Select[Any]:
    language = func.coalesce(func.nullif(PERSON.c.language, ""), ACCOUNT.c.language)
    rank = case((PERSON.c.channel == WEB, LAST), else_=FIRST)
    columns = (ACCOUNT.c.id, PERSON.c.channel, PERSON.c.address, language.label("language"))
    order = (rank.label("rank"), PERSON.c.last_seen, PERSON.c.id.label("person"))
    joined = select(*columns, *order).join_from(
        ACCOUNT, PERSON, PERSON.c.account_id == ACCOUNT.c.id
    )
    there = (REACHED, PERSON.c.channel.in_(limits.channels - {MAIL}), ~A_GROUP)
    return joined.where(*there, *_in(ACCOUNT.c.id, between))


def _mailboxes(limits: Limits, between: Range | None) -> Select[Any]:
    """Her address, unless she said in it that she wants no more mails."""
    columns = (ACCOUNT.c.id, literal(MAIL), ACCOUNT.c.email, ACCOUNT.c.language)
    order = (literal(SECOND), cast(null(), Date), literal(0))
    stopped = PERSON.c.gone_on.is_not(None) | PERSON.c.quiet
    there = (PERSON.c.channel == MAIL) & (PERSON.c.address == func.lower(ACCOUNT.c.email))
    open_to = (ACCOUNT.c.email != "", literal(MAIL in limits.channels))
    refused = exists().where(there & stopped)
    return select(*columns, *order).where(*open_to, ~refused, *_in(ACCOUNT.c.id, between))


def _in(column: ColumnElement[int], between: Range | None) -> tuple[ColumnElement[bool], ...]:
    return () if between is None else (column > between[0], column <= between[1])
