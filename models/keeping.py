"""Who keeps an offer true (Angebotspflege): a person of the role `keeper`, or her organization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models import absences
from models.account import ACCOUNT, ROLE, Account
from models.base import table
from models.offer import Offer
from models.organization import OrganizationRow
from models.role import LEADING, Role
from models.service import ACTIVE, CLOSED, ServiceRow
from models.translation import GERMAN

ORGANIZATION = table(OrganizationRow)
SERVICE = table(ServiceRow)
COLUMNS = (
    SERVICE.c.id,
    SERVICE.c.source_id,
    SERVICE.c.name.label("title"),
    ORGANIZATION.c.name.label("organization"),
    SERVICE.c.keeper,
    SERVICE.c.assurer_email.label("keeper_email"),
    SERVICE.c.assured_date.label("last_checked"),
    SERVICE.c.review_due,
)
ABLE = (Role.KEEPER, *LEADING)
"""Who may say what becomes of offers."""
Ids = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An offer as its keeping sees it; `title` is German, `source_id` what its source calls it."""

    id: int
    source_id: str
    title: str
    organization: str
    keeper: str
    keeper_email: str
    last_checked: date | None
    review_due: date | None

    @property
    def kept_by(self) -> str:
        """The name of who keeps it: its keeper's, else that of who makes it."""
        return self.keeper or self.organization

    @property
    def called(self) -> str:
        """Its title, or what its source calls it."""
        return self.title or self.source_id


@dataclass(frozen=True, slots=True)
class Keepers:
    """The accounts with the role: by verified address, by the organization that it is limited to,
    and by their own names and their organizations', all in small letters. `acting` stands in today.
    """

    by_email: Mapping[str, Ids]
    by_limit: Mapping[str, Ids]
    by_name: Mapping[str, Ids]
    acting: Mapping[int, int]

    def of(self, offer: Kept) -> Ids:
        """Whom to ask about it today; empty: nobody keeps it."""
        hers = self.by_email.get(offer.keeper_email.lower(), ()) if offer.keeper_email else ()
        found = hers or self._theirs(offer)
        return tuple(dict.fromkeys(self.acting.get(id, id) for id in found))

    def may_keep(self, account: int, offer: Kept) -> bool:
        """Whether it is hers, her organization's, or that of somebody for whom she stands in."""
        hers = self.by_email.get(offer.keeper_email.lower(), ()) if offer.keeper_email else ()
        found = (*hers, *self._theirs(offer))
        return account in found or account in [self.acting.get(id) for id in found]

    def _theirs(self, offer: Kept) -> Ids:
        limits = {offer.organization.lower(), offer.kept_by.lower()}
        limited = [id for name in limits for id in self.by_limit.get(name, ())]
        found = {*limited, *self.by_name.get(offer.kept_by.lower(), ())}
        return tuple(sorted(found))


def kept(offer: Offer) -> Kept:
    """A whole offer as its keeping sees it."""
    title = offer.texts.get(GERMAN, {}).get("title", "")
    names = (offer.organization, offer.keeper, offer.keeper_email)
    return Kept(offer.id, offer.source_id, title, *names, offer.last_checked, offer.review_due)


def keepers(session: Session, today: date) -> Keepers:
    """Everybody with the role, and who stands in for those who are away today."""
    found = _holders(session)
    limited = [row for row in found if row.limit is not None]
    free = [row for row in found if row.limit is None]
    return Keepers(
        by_email=_grouped((row.email, row.id) for row in found if row.email_verified),
        by_limit=_grouped((row.limit, row.id) for row in limited),
        by_name=_grouped((name, row.id) for row in free for name in (row.name, row.works_for)),
        acting=_acting(session, [row.id for row in found], today),
    )


def standing(session: Session, today: date, *conditions: ColumnElement[bool]) -> list[Kept]:
    """The offers that stand on that day, also those temporarily closed, by id."""
    query = select(*COLUMNS).join_from(SERVICE, ORGANIZATION).where(stands(today), *conditions)
    return [Kept(*row) for row in session.execute(query.order_by(SERVICE.c.id))]


def standing_ids(session: Session, today: date) -> list[int]:
    """The same, their ids alone."""
    return list(session.scalars(select(SERVICE.c.id).where(stands(today))))


def stands(today: date) -> ColumnElement[bool]:
    """Neither taken out nor over."""
    not_over = SERVICE.c.valid_until.is_(None) | (SERVICE.c.valid_until >= today)
    return SERVICE.c.status.in_((ACTIVE, CLOSED)) & not_over


def find(session: Session, offer: int) -> Kept | None:
    """One offer, whether it stands or not."""
    query = select(*COLUMNS).join_from(SERVICE, ORGANIZATION).where(SERVICE.c.id == offer)
    row = session.execute(query).one_or_none()
    return None if row is None else Kept(*row)


def offers_of(session: Session, account: Account, today: date) -> list[Kept]:
    """What she keeps: what has to be looked at soonest comes first, what has no day last.

    Whoever leads also keeps what nobody else does.
    """
    known = keepers(session, today)
    leads = bool(account.roles.intersection(LEADING))
    hers = [
        offer
        for offer in standing(session, today)
        if known.may_keep(account.id, offer) or (leads and not known.of(offer))
    ]
    return sorted(hers, key=lambda offer: (offer.review_due or date.max, offer.id))


def keepers_of(session: Session, offer: int, today: date) -> Ids:
    """The accounts to ask about an offer; empty: nobody keeps it."""
    found = find(session, offer)
    return () if found is None else keepers(session, today).of(found)


def may_keep(session: Session, account: Account, offer: int, today: date) -> bool:
    """Whether she may say what becomes of an offer: its keepers, and whoever leads."""
    found = find(session, offer)
    if found is None:
        return False
    if account.roles.intersection(LEADING):
        return True
    return Role.KEEPER in account.roles and keepers(session, today).may_keep(account.id, found)


def _holders(session: Session) -> Sequence[Any]:
    limit, works_for = ORGANIZATION.alias("limit_of"), ORGANIZATION.alias("works_for")
    query = (
        select(ACCOUNT.c.id, ACCOUNT.c.name, ACCOUNT.c.email, ACCOUNT.c.email_verified)
        .add_columns(limit.c.name.label("limit"), works_for.c.name.label("works_for"))
        .join_from(ACCOUNT, ROLE)
        .outerjoin(limit, limit.c.id == ROLE.c.organization_id)
        .outerjoin(works_for, works_for.c.id == ACCOUNT.c.organization_id)
        .where(ROLE.c.role == Role.KEEPER)
        .order_by(ACCOUNT.c.id)
    )
    return session.execute(query).all()


def _grouped(pairs: Iterable[tuple[str | None, int]]) -> dict[str, Ids]:
    found: dict[str, list[int]] = defaultdict(list)
    for name, id in pairs:
        if name:
            found[name.lower()].append(id)
    return {name: tuple(ids) for name, ids in found.items()}


def _acting(session: Session, holders: Sequence[int], today: date) -> dict[int, int]:
    """Only somebody who may keep offers herself stands in."""
    away = absences.away_on(session, today).intersection(holders)
    able = set(session.scalars(select(ROLE.c.account_id).where(ROLE.c.role.in_(ABLE))))
    acting = {id: absences.acting_for(session, id, today) for id in sorted(away)}
    return {id: other for id, other in acting.items() if other in able}
