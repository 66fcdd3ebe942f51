"""People with a task, as tests need them."""

from datetime import UTC, date, datetime

from models import accounts, person, roles
from models.base import Session
from models.role import Role
from models.roles import Deed, Grant
from models.turn import Sender

LONG_AGO = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
BY_THE_TOWN = Deed(LONG_AGO)


def account(session: Session, *held: Role, name: str = "Amt für Soziales") -> int:
    """An account with these roles."""
    id = accounts.make(session, LONG_AGO.date(), name)
    for role in held:
        roles.give(session, BY_THE_TOWN, id, Grant(role))
    return id


def at(session: Session, sender: Sender, account: int | None, language: str = "de") -> int:
    """A person who writes for an account, or for none. Returns her id."""
    today: date = LONG_AGO.date()
    met = person.meet(session, sender, today)
    person.choose_language(session, met, language)
    accounts.link(session, met.id, account)
    return met.id
