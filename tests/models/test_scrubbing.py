"""What was deleted can be read in no file of the database's own."""

from sqlalchemy import delete, insert, select, update

from models import person
from models.base import Session
from models.inbox import INBOX
from models.person import TABLE as PERSON
from models.scrubbing import scrub
from models.store import Store
from models.turn import Sender
from tests.clock import Clock
from tests.remains import on_disk

TODAY = Clock().now.date()
WORDS = b"nobody-is-to-read-this-again"


def said_and_gone(store: Store) -> None:
    """Words that came in and were handled, and others that she was in the middle of."""
    with store.transaction() as session:
        session.execute(insert(INBOX).values(channel="web", id="1", day=TODAY, raw=WORDS))
        her = person.meet(session, Sender("web", "amal"), TODAY)
        person.change_row(session, her.id, dialogue=WORDS.decode())
    with store.transaction() as session:
        session.execute(update(INBOX).values(raw=None))
        session.execute(update(PERSON).values(dialogue=""))
    with store.transaction() as session:
        session.execute(delete(INBOX))


def test_without_scrubbing_it_can_be_read(store: Store) -> None:
    said_and_gone(store)
    assert WORDS in on_disk(store)


def test_after_scrubbing_it_cannot(store: Store) -> None:
    said_and_gone(store)
    assert scrub(store.engine)
    assert WORDS not in on_disk(store)


def test_whoever_is_in_the_way_is_left_in_peace(store: Store) -> None:
    said_and_gone(store)
    with Session(store.engine) as reader:
        reader.execute(select(PERSON)).all()
        with store.transaction() as session:
            session.execute(update(PERSON).values(language="de"))
        assert not scrub(store.engine)
    assert scrub(store.engine)
    assert WORDS not in on_disk(store)
