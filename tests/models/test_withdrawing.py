"""Whoever leaves is sent nothing more: neither what waits nor, after a crash, what was leaving."""

from datetime import timedelta

import pytest

from models import accounts, delivery, parting, person, person_data, withdrawing
from models.base import Session
from models.delivery import Kind, Planned, State
from models.delivery_channel import after_crash
from models.delivery_work import Entries, Result, write
from models.store import Store
from models.turn import Sender
from tests.delivery.queued import NOW, all_rows, claimed, leave, put, to
from tests.people import LONG_AGO, account

TODAY = LONG_AGO.date()
LATER = NOW + timedelta(minutes=1)


def mail(address: str, key: str) -> Planned:
    """Something on its way to a mailbox."""
    return Planned(Kind.REMINDER, key, "mail", address, b"{}", NOW)


def there(session: Session) -> list[str]:
    """The addresses of all rows."""
    return sorted(row.address for row in all_rows(session))


def met(session: Session, channel: str, address: str, account: int | None = None) -> person.Person:
    """Somebody who writes there, for an account or none."""
    one = person.meet(session, Sender(channel, address), TODAY)
    accounts.link(session, one.id, account)
    return one


def test_who_asks_only_is_sent_nothing_more(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1), to(2), to(1, Kind.NEWS), to(1, channel="web", key="web:1"))
        person_data.forget(session, met(session, "telegram", "1"), NOW)
        assert there(session) == ["1", "2"]
        assert [row.channel for row in all_rows(session) if row.address == "1"] == ["web"]


def test_all_channels_of_an_account_are_sent_nothing_more(store: Store) -> None:
    with store.transaction() as session:
        hers, other = account(session), account(session)
        accounts.change(session, hers, email="Frau.Berger@stadt.example")
        accounts.change(session, other, email="herr.berger@stadt.example")
        met(session, "telegram", "1", hers)
        met(session, "web", "abc", hers)
        met(session, "telegram", "2", other)
        put(session, to(1), to(2), to("abc", channel="web"))
        put(session, mail("Frau.Berger@stadt.example", "a"), mail("frau.berger@stadt.example", "b"))
        put(session, mail("herr.berger@stadt.example", "c"))
        parting.forget(session, NOW, hers)
        assert there(session) == ["2", "herr.berger@stadt.example"]


def test_a_mailbox_of_two_keeps_the_others_mails(store: Store) -> None:
    with store.transaction() as session:
        hers, other = account(session), account(session)
        for one in (hers, other):
            accounts.change(session, one, email="buero@stadt.example")
        met(session, "mail", "buero@stadt.example", hers)
        put(session, mail("buero@stadt.example", f"reminder:{hers}:mail:1"))
        put(session, mail("buero@stadt.example", f"offers:{hers}:2026-W48"))
        put(session, mail("buero@stadt.example", f"reminder:{other}:mail:1"))
        parting.forget(session, NOW, hers)
        assert [row.key for row in all_rows(session)] == [f"reminder:{other}:mail:1"]


def test_what_is_just_leaving_is_not_sent_again_after_a_crash(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1))
        leave(session, *(row.id for row in claimed(session)))
        withdrawing.forget(session, "telegram", "1")
        after_crash(session, "telegram", LATER)
        assert claimed(session, now=LATER) == []
        withdrawing.forget(session, "telegram", "1")
        assert there(session) == [""]


def test_what_was_claimed_does_not_leave(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(1))
        (row,) = claimed(session)
        assert withdrawing.forget(session, "telegram", "1") == 1
        assert write(session, Entries("one", (), [row.id], NOW)) == set()


@pytest.mark.parametrize("is_over", [False, True])
def test_who_is_turned_away_is_gone_and_nothing_of_it_remains(store: Store, is_over: bool) -> None:
    with store.transaction() as session:
        put(session, to(1), to(2))
        if is_over:
            (row,) = (row for row in claimed(session) if row.address == "1")
            leave(session, row.id)
            write(session, Entries("one", [Result(row.id, State.SENT, 1)], (), NOW))
        assert withdrawing.turn_away(session, "telegram", "1", NOW) == (0 if is_over else 1)
        state = State.SENT if is_over else State.GONE
        assert delivery.counts(session) == {("reminder", state): 1, ("reminder", "queued"): 1}
        assert there(session) == ["", "2"]
