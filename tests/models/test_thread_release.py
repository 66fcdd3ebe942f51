"""Whoever goes leaves nothing behind: an asker her words, a counsellor her conversations."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models import (
    accounts,
    audit,
    delivery,
    inbox,
    parting,
    person,
    person_data,
    roles,
    thread,
    thread_changes,
    thread_message,
)
from models.base import Session, table
from models.delivery import DELIVERY, Kind, Planned, State
from models.role import Role
from models.roles import Grant
from models.store import Store
from models.thread import ThreadState
from models.thread_message import MESSAGE, Words
from models.thread_release import Deleted, to_account, to_asker
from models.turn import Sender
from tests.models.thread_towns import NOW, VAULT, asked, counsellor, deed, seen, taken
from tests.remains import on_disk

SECRET = "Mietvertrag Lindenstraße 5"


def queued(session: Session, key: str, state: State = State.QUEUED) -> None:
    """Something on its way to berta."""
    row = Planned(Kind.HANDOFF, key, "telegram", "berta", SECRET.encode(), NOW)
    delivery.queue(session, [row], NOW)
    session.execute(DELIVERY.update().where(DELIVERY.c.key == key).values(state=state))


def met(session: Session, address: str) -> person.Person:
    """Who asks."""
    return person.meet(session, Sender("web", address), NOW.date())


def keys(session: Session) -> set[str]:
    return set(session.scalars(select(DELIVERY.c.key)))


def actions(session: Session) -> list[str]:
    return list(session.scalars(select(table(audit.AuditRow).c.action)))


def test_what_an_asker_deletes_is_gone_on_both_sides(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one, other = taken(session, berta), taken(session, berta, "noor")
        queued(session, to_account(one.id, berta, 1))
        queued(session, to_account(other.id, berta, 2))
        queued(session, to_account(one.id, berta, 3), State.SENDING)
        queued(session, to_account(one.id, berta, 4), State.UNKNOWN)
        gone = person_data.forget(session, met(session, "amal"), NOW)
        assert gone == [Deleted(one.id, berta)]
        assert thread.find(session, one.id) is None
        assert set(session.scalars(select(MESSAGE.c.thread_id))) == {other.id}
        left = {to_account(other.id, berta, 2)} | {to_account(one.id, berta, n) for n in (3, 4)}
        assert keys(session) == left
        unknown = DELIVERY.c.state == State.UNKNOWN
        assert session.scalars(select(DELIVERY.c.message).where(unknown)).all() == [b""]
        leaving = DELIVERY.c.state == State.SENDING
        assert session.scalars(select(DELIVERY.c.resend).where(leaving)).all() == [False]
        assert actions(session)[-1] == "thread.deleted"


def test_what_a_counsellors_browser_has_not_fetched_goes_too(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one, other = taken(session, berta), taken(session, berta, "noor")
        for number, word in ((one.id, "hers"), (other.id, "noor's"), (f"{one.id}0", "another's")):
            button = f'{{"text": "{word}", "data": "thread:{number}"}}'
            inbox.owe(session, ("telegram", "berta"), button.encode())
        person_data.forget(session, met(session, "amal"), NOW)
        left = [bytes(row) for row in session.scalars(select(inbox.OWED.c.message))]
        assert [b"hers" in row for row in left] == [False, False]


def test_who_has_a_task_and_asks_deletes_the_same(store: Store) -> None:
    with store.transaction() as session:
        berta, owner = counsellor(session, "berta"), counsellor(session, "owner", Role.OWNER)
        one = taken(session, berta)
        accounts.link(session, one.person_id, owner)
        assert parting.forget(session, NOW, owner) == [Deleted(one.id, berta)]
        assert thread.find(session, one.id) is None


def test_a_counsellor_who_deletes_her_account_leaves_them_to_others(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one = taken(session, berta)
        thread_changes.answer(session, deed(berta), one.id, Words("Guten Tag", "de"), VAULT)
        assert parting.forget(session, NOW, berta) == []
        now = seen(session, one.id)
        assert (now.state, now.account_id, now.offered_id) == (ThreadState.WAITING, None, None)
        said = thread_message.messages(session, VAULT, one.id)
        assert [(x.text, x.account_id) for x in said][1] == ("Guten Tag", None)


@pytest.mark.parametrize("aside", [False, True])
def test_a_role_that_is_taken_away_takes_its_conversations_at_once(
    store: Store, aside: bool
) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one, ended = taken(session, berta), taken(session, berta, "noor")
        thread_changes.close(session, deed(berta), ended)
        if aside:
            thread_changes.snooze(session, deed(berta), one, NOW + timedelta(days=1))
        queued(session, to_account(one.id, berta, 1))
        queued(session, to_asker(one.id, 2))
        roles.take(session, deed(), berta, Role.COUNSELLOR)
        now = seen(session, one.id)
        assert (now.state, now.account_id, now.until) == (ThreadState.WAITING, None, None)
        assert keys(session) == {to_asker(one.id, 2)}  # what she said before still arrives
        assert thread_changes.answer(session, deed(berta), one.id, Words("?", "de"), VAULT) is None
        assert seen(session, ended.id).account_id == berta
        assert "thread.released" in actions(session)


def test_who_still_counsels_keeps_hers(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta", Role.COUNSELLOR, Role.OWNER)
        one = taken(session, berta)
        roles.take(session, deed(), berta, Role.OWNER)
        assert seen(session, one.id) == one
        roles.give(session, deed(), berta, Grant(Role.MANAGER))
        roles.take(session, deed(), berta, Role.COUNSELLOR)
        assert seen(session, one.id) == one


def test_a_copy_of_the_database_does_not_tell_what_was_said(store: Store) -> None:
    with store.transaction() as session:
        one = asked(session)
        thread_changes.say(session, deed(), one.id, Words(SECRET, "de"), VAULT)
        thread_message.translate(session, VAULT, 1, f"Übersetzt: {SECRET}", "de")
    assert SECRET.encode() not in on_disk(store)
