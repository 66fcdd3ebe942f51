"""Conversations come to counsellors in turn and in time, and end by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.message import Key, Message, from_json
from jobs import retention, threads
from models import counselling, thread, thread_changes, thread_message
from models.account import ROLE
from models.delivery import DELIVERY, Kind
from models.role import Role
from models.roles import Deed
from models.store import Store
from models.thread import Thread, ThreadState
from models.thread_actions import ReopenThread, ShowThread, TakeThread
from models.thread_changes import Question
from models.thread_message import Words
from tests.jobs.reminding import ISOLATES, surroundings, wall
from tests.models import thread_towns
from tests.models.thread_towns import HOUSING, VAULT, counsellor

ANSWER = Words("Guten Tag", "de")


@dataclass
class Desk:
    """The job in a town whose counsellors are berta and clara, and whose manager is olga."""

    store: Store
    around: Any = field(default_factory=lambda: surroundings(channels=("telegram", "web")))
    told: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        with self.store.transaction() as session:
            self.staff = {name: counsellor(session, name) for name in ("berta", "clara")}
            self.staff["olga"] = counsellor(session, "olga", Role.MANAGER, language="de")

    def asked(self, moment: str, about: Question = HOUSING, address: str = "amal") -> int:
        with self.store.transaction() as session:
            return thread_towns.asked(session, address, about, wall(moment)).id

    def tick(self, moment: str | datetime) -> list[str]:
        """The job runs; whom it wrote to."""
        now = wall(moment) if isinstance(moment, str) else moment
        with self.store.transaction() as session:
            threads.run(session, now, self.around)
        new = [row for row in self.queue() if row.key not in self.told]
        self.told |= {row.key for row in new}
        return [row.address for row in new]

    def ticks(self, first: str, last: str, minutes: int = 30) -> Iterator[tuple[str, str]]:
        """The job runs all the time: when it wrote, and to whom."""
        now, end = wall(first), wall(last)
        while now <= end:
            yield from ((f"{now:%a %H:%M}", address) for address in self.tick(now))
            now += timedelta(minutes=minutes)

    def queue(self) -> list[Any]:
        with self.store.transaction() as session:
            return list(session.execute(select(DELIVERY).order_by(DELIVERY.c.id)))

    def message(self) -> Message:
        """The newest."""
        return from_json(self.queue()[-1].message)

    def thread(self, id: int) -> Thread:
        with self.store.transaction() as session:
            found = thread.find(session, id)
        assert found is not None
        return found

    def takes(self, name: str, id: int, moment: str) -> None:
        with self.store.transaction() as session:
            deed = Deed(wall(moment), self.staff[name])
            assert thread_changes.take(session, deed, thread_towns.seen(session, id))


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def words(message: Message) -> str:
    return " ".join(line.text for line in message.text).translate(ISOLATES)


def keys(message: Message) -> list[Key]:
    return [key for row in message.keys for key in row]


def test_whoever_is_next_hears_of_it_and_not_what_was_asked(desk: Desk) -> None:
    one, two = (desk.asked("2026-11-24 10:00", address=name) for name in ("amal", "noor"))
    assert desk.tick("2026-11-24 10:00") == ["berta", "clara"]
    assert [(row.kind, row.resend) for row in desk.queue()] == [(Kind.HANDOFF, True)] * 2
    packed = [key.data for key in keys(desk.message())]
    assert packed == [TakeThread(thread=two).pack(), ShowThread(thread=two).pack()]
    assert f"{two}" in words(desk.message())
    assert "شقة" not in words(desk.message())
    assert desk.tick("2026-11-24 10:01") == []
    assert desk.thread(one).offered_id == desk.staff["berta"]


def test_at_night_and_on_holidays_nobody_is_disturbed(desk: Desk) -> None:
    desk.asked("2026-12-24 21:00")
    assert list(desk.ticks("2026-12-24 21:00", "2026-12-28 09:00")) == [("Mon 08:00", "berta")]


def test_unanswered_it_goes_to_the_next_and_then_to_the_manager(desk: Desk) -> None:
    id = desk.asked("2026-11-24 10:00")
    assert list(desk.ticks("2026-11-24 10:00", "2026-11-30 16:00")) == [
        ("Tue 10:00", "berta"),
        ("Wed 12:00", "clara"),  # eight hours of the office later
        ("Thu 15:00", "olga"),
        ("Mon 14:00", "olga"),  # and again, as long as nobody answers
    ]
    assert desk.thread(id).passed == 3


def test_who_took_it_and_does_not_answer_loses_it(desk: Desk) -> None:
    id = desk.asked("2026-11-24 10:00")
    desk.tick("2026-11-24 10:00")
    desk.takes("berta", id, "2026-11-24 11:00")
    assert list(desk.ticks("2026-11-24 11:00", "2026-11-25 16:00")) == [("Wed 14:00", "clara")]
    assert desk.thread(id).account_id is None


def test_answered_in_time_nobody_else_hears_of_it(desk: Desk) -> None:
    id = desk.asked("2026-11-24 10:00")
    desk.tick("2026-11-24 10:00")
    desk.takes("berta", id, "2026-11-24 11:00")
    with desk.store.transaction() as session:
        deed = Deed(wall("2026-11-24 11:05"), desk.staff["berta"])
        assert thread_changes.answer(session, deed, id, ANSWER, VAULT)
    assert list(desk.ticks("2026-11-24 12:00", "2026-11-30 16:00", 60)) == []
    assert desk.thread(id).account_id == desk.staff["berta"]


def test_what_was_put_aside_comes_back(desk: Desk) -> None:
    id = desk.asked("2026-11-24 10:00")
    desk.tick("2026-11-24 10:00")
    desk.takes("berta", id, "2026-11-24 10:30")
    with desk.store.transaction() as session:
        deed = Deed(wall("2026-11-24 10:31"), desk.staff["berta"])
        until = wall("2026-11-25 09:00")
        assert thread_changes.snooze(session, deed, thread_towns.seen(session, id), until)
    assert list(desk.ticks("2026-11-24 11:00", "2026-11-25 09:00")) == [("Wed 09:00", "berta")]
    assert [key.data for key in keys(desk.message())] == [ShowThread(thread=id).pack()]
    assert desk.thread(id).state is ThreadState.TAKEN


def test_it_waits_where_nobody_can_be_reached(desk: Desk) -> None:
    with desk.store.transaction() as session:
        for account in desk.staff.values():
            counselling.be_away(session, account, wall("2026-11-25 09:00"))
        session.execute(delete(ROLE).where(ROLE.c.account_id == desk.staff["olga"]))
    desk.asked("2026-11-24 10:00")
    assert list(desk.ticks("2026-11-24 10:00", "2026-11-25 10:00")) == [("Wed 09:00", "berta")]


def test_who_lost_her_role_beside_all_rules_keeps_nothing(desk: Desk) -> None:
    id = desk.asked("2026-11-24 10:00")
    desk.takes("berta", id, "2026-11-24 10:00")
    with desk.store.transaction() as session:
        session.execute(delete(ROLE).where(ROLE.c.account_id == desk.staff["berta"]))
    assert desk.tick("2026-11-24 10:01") == ["clara"]


def test_after_a_month_of_silence_it_ends_and_after_three_more_it_is_gone(desk: Desk) -> None:
    id = desk.asked("2026-11-02 10:00")
    desk.takes("berta", id, "2026-11-02 10:00")
    with desk.store.transaction() as session:
        deed = Deed(wall("2026-11-02 10:00"), desk.staff["berta"])
        thread_changes.answer(session, deed, id, ANSWER, VAULT)
    assert list(desk.ticks("2026-12-02 08:00", "2026-12-02 18:00")) == [("Wed 10:30", "amal")]
    assert [key.data for key in keys(desk.message())] == [ReopenThread(thread=id).pack()]
    assert desk.message().lang == "ar"
    assert desk.thread(id).state is ThreadState.CLOSED
    with desk.store.transaction() as session:
        retention.run(session, wall("2027-03-02 10:00"))
        assert thread.find(session, id) is not None
        retention.run(session, wall("2027-03-03 11:00"))
        assert thread.find(session, id) is None
        assert session.execute(select(thread_message.MESSAGE)).all() == []
