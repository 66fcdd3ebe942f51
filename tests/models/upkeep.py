"""A small town whose offers are kept: offers as values, keepers, and who leads."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from models import accounts, offer_changes, organizations, roles
from models.imports import offers as importing
from models.imports.reading import Reading
from models.offer import Offer, Organization, Phone
from models.offer_change_reading import current
from models.offer_rules import OfferRules
from models.role import Role
from models.roles import Deed, Grant

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
RULES = OfferRules()
AT_ONCE = OfferRules(approval=False)
SOURCE = "table"
COURSE = Offer(
    id=0,
    source_id="kurs",
    maker=Organization("Volkshochschule"),
    texts={
        "de": {"title": "Deutsch am Abend", "short_answer": "Ein Kurs."},
        "ar": {"title": "الألمانية مساءً"},
    },
    phones=(Phone("0361 1"),),
    keeper="Volkshochschule",
    last_checked=date(2026, 11, 2),
)


def offer(source_id: str = "kurs", title: str = "Deutsch am Abend", **others: Any) -> Offer:
    """An offer of the evening school's that was looked at three weeks ago."""
    texts = {"de": {**COURSE.texts["de"], "title": title}, "ar": COURSE.texts["ar"]}
    values: dict[str, Any] = {"source_id": source_id, "texts": texts}
    return replace(COURSE, **(values | others))


def settle(session: Session, *offers: Offer) -> list[int]:
    """The town's table has these offers, and nothing else. Their ids."""
    reading = Reading(offers or (offer(),), None, ())
    importing.apply(session, importing.plan(session, reading, SOURCE))
    found = importing.plan(session, reading, SOURCE).changes
    return [change.offer.id for change in found[: len(reading.offers)]]


def somebody(session: Session, name: str, *held: Role, **others: Any) -> int:
    """An account; `limit` is the organization that its roles are limited to."""
    limit = others.pop("limit", "")
    id = accounts.make(session, TODAY, name, **others)
    organization = _organization(session, limit) if limit else None
    for role in held:
        roles.give(session, Deed(NOW), id, Grant(role, organization))
    return id


def works_for(session: Session, account: int, name: str) -> None:
    """Her account says for whom she works."""
    accounts.change(session, account, organization_id=_organization(session, name))


def by(account: int | None, days: int = 0) -> Deed:
    """Somebody does something, so many days from today."""
    return Deed(NOW + timedelta(days=days), account)


def now_is(session: Session, id: int) -> Offer:
    """The offer as it is today."""
    return current(session, [id])[id]


def called(session: Session, id: int, title: str) -> Offer:
    """The offer as somebody wants it to be called in German."""
    return renamed(now_is(session, id), title)


def renamed(found: Offer, title: str) -> Offer:
    """The same with another German title."""
    german = {**found.texts["de"], "title": title}
    return replace(found, texts={**found.texts, "de": german})


def sent(session: Session, keeper: int, wanted: Offer) -> int:
    """She sends a change, which waits. Its id."""
    found = offer_changes.submit(session, by(keeper), wanted, RULES)
    assert found.change is not None
    return found.change


def _organization(session: Session, name: str) -> int:
    known = organizations.with_name(session, name)
    return known if known is not None else organizations.make(session, "people", name)
