"""Each update once, no reply lost."""

from models import inbox
from models.store import Store
from tests.clock import Clock

TODAY = Clock().now.date()


def test_an_update_is_claimed_once(store: Store) -> None:
    with store.transaction() as session:
        assert inbox.take_in(session, "telegram", TODAY, [("7", b"{}")]) == 1
        assert inbox.claim(session, "telegram", "7")
        assert not inbox.claim(session, "telegram", "7")
        assert not inbox.claim(session, "web", "7")


def test_a_redelivered_update_is_no_new_one(store: Store) -> None:
    with store.transaction() as session:
        inbox.take_in(session, "telegram", TODAY, [("7", b"first")])
        assert inbox.take_in(session, "telegram", TODAY, [("7", b"again"), ("8", b"")]) == 1
        assert inbox.waiting(session, "telegram") == [("7", b"first"), ("8", b"")]


def test_updates_wait_in_the_order_of_their_numbers(store: Store) -> None:
    with store.transaction() as session:
        inbox.take_in(session, "telegram", TODAY, [("10", b""), ("9", b""), ("100", b"")])
        assert [id for id, _ in inbox.waiting(session, "telegram")] == ["9", "10", "100"]


def test_what_was_typed_goes_when_it_is_handled_or_put_aside(store: Store) -> None:
    with store.transaction() as session:
        inbox.take_in(session, "telegram", TODAY, [("1", b"secret"), ("2", b"secret")])
        inbox.claim(session, "telegram", "1")
        inbox.quarantine(session, "telegram", "2")
        assert list(session.scalars(inbox.INBOX.select().with_only_columns(inbox.INBOX.c.raw))) == [
            None,
            None,
        ]
        states = inbox.INBOX.select().with_only_columns(inbox.INBOX.c.state)
        assert sorted(session.scalars(states)) == ["handled", "quarantined"]


def test_what_is_owed_stays_until_it_is_struck_off(store: Store) -> None:
    with store.transaction() as session:
        first = inbox.owe(session, ("web", "a"), b"1")
        inbox.owe(session, ("web", "b"), b"2")
        third = inbox.owe(session, ("web", "a"), b"3", place="9")
        assert inbox.owed(session, "web", "a") == [first, third]
        inbox.strike_off_until(session, "web", "a", first.id)
        assert inbox.owed(session, "web", "a") == [third]
        inbox.strike_off(session, [third.id])
        assert [owed.message for owed in inbox.owed(session, "web")] == [b"2"]


def test_numbers_of_owed_replies_are_never_used_again(store: Store) -> None:
    with store.transaction() as session:
        first = inbox.owe(session, ("web", "a"), b"1")
        inbox.strike_off(session, [first.id])
        assert inbox.owe(session, ("web", "a"), b"2").id > first.id
