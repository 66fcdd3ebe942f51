"""Counsellors, people who ask, and a clock, for tests of what lies below the conversation."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from models import accounts, counselling, person, roles, thread, thread_changes
from models.base import Session
from models.role import Role
from models.roles import Deed, Grant
from models.thread import Thread
from models.thread_changes import Question
from models.thread_message import Words
from models.turn import Sender
from models.vault import Vault

VAULT = Vault("a secret of the town", Random(7))
NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Tuesday, within office hours."""
HOUSING = Question("housing", "ar", "Altstadt")


def deed(by: int | None = None, later: timedelta = timedelta()) -> Deed:
    """Done by an account, or by an asker."""
    return Deed(NOW + later, by)


def counsellor(
    session: Session, name: str, *held: Role, language: str = "ar", only: str = ""
) -> int:
    """Somebody who answers, with a chat whose address is her name; `only` limits her role."""
    id = accounts.make(session, NOW.date(), name, language=language)
    for role in held or (Role.COUNSELLOR,):
        roles.give(session, deed(), id, Grant(role, language=only))
    her = person.meet(session, Sender("telegram", name), NOW.date())
    person.choose_language(session, her, language)
    accounts.link(session, her.id, id)
    return id


def asker(session: Session, address: str = "amal", language: str = "ar") -> int:
    """Somebody who asks, in the web chat. Her person's id."""
    her = person.meet(session, Sender("web", address), NOW.date())
    person.choose_language(session, her, language)
    return her.id


def asked(
    session: Session, address: str = "amal", about: Question = HOUSING, at: datetime = NOW
) -> Thread:
    """A thread with its first question."""
    her = asker(session, address, about.language)
    id = thread_changes.begin(session, Deed(at), her, about, VAULT)
    assert id is not None
    words = Words("أبحث عن شقة", about.language)
    thread_changes.say(session, Deed(at), id, words, VAULT)
    return seen(session, id)


def seen(session: Session, id: int) -> Thread:
    """A thread as it stands."""
    found = thread.find(session, id)
    assert found is not None
    return found


def taken(session: Session, by: int, address: str = "amal") -> Thread:
    """A thread that somebody took."""
    one = asked(session, address)
    assert thread_changes.take(session, deed(by), one)
    return seen(session, one.id)


def known(session: Session, account: int) -> counselling.Counsellor:
    """A counsellor with her settings."""
    found = counselling.find(session, account)
    assert found is not None
    return found
