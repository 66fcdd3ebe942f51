"""Who gets a conversation: in turn, among those who are there and answer it."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import select

from models import absences, assigning, counselling, person, thread_changes
from models.base import Session
from models.language import shipped
from models.lexicon import load_topics
from models.role import Role
from models.store import Store
from models.thread import THREAD, Thread, Told
from models.thread_changes import Question
from models.turn import Sender
from tests.models import taking
from tests.models.thread_towns import HOUSING, NOW, asked, counsellor, deed, known, seen
from tests.twins import together

TELEGRAM = ("telegram",)
PROCESSES, THREADS = 2, 16


def offered(session: Session, one: Thread, told: Told = Told.OFFERED) -> int | None:
    staff = assigning.staff_at(session, NOW, TELEGRAM)
    return assigning.offer(session, NOW, staff, seen(session, one.id), told)


def test_they_get_them_in_turn(store: Store) -> None:
    with store.transaction() as session:
        staff = [counsellor(session, name) for name in ("berta", "clara", "dana")]
        given = [offered(session, asked(session, f"asker{number}")) for number in range(9)]
        assert given == staff * 3  # all of them at the same moment


def test_the_language_comes_first_and_then_the_topic(store: Store) -> None:
    with store.transaction() as session:
        arabic = counsellor(session, "berta", language="ar")
        ukrainian = counsellor(session, "clara", language="uk")
        assert offered(session, asked(session, "a", Question("housing", "uk"))) == ukrainian
        assert offered(session, asked(session, "b", Question("housing", "ar"))) == arabic
        counselling.choose_topics(session, arabic, ["bank"])
        assert offered(session, asked(session, "c", Question("housing", "ar"))) == ukrainian
        counselling.choose_topics(session, ukrainian, ["bank"])
        assert offered(session, asked(session, "d", Question("housing", "ar"))) is None


def test_who_is_away_or_not_available_or_not_reached_gets_none(store: Store) -> None:
    with store.transaction() as session:
        away, busy, gone, mute, there = (
            counsellor(session, name) for name in ("away", "busy", "gone", "mute", "there")
        )
        absences.add(session, away, NOW.date(), NOW.date())
        counselling.be_away(session, busy, NOW + timedelta(hours=1))
        blocked = person.find(session, Sender("telegram", "gone"))
        quiet = person.find(session, Sender("telegram", "mute"))
        assert blocked
        assert quiet
        person.leave(session, blocked, NOW.date())
        person.be_quiet(session, quiet, True)
        given = [offered(session, asked(session, f"asker{n}")) for n in range(3)]
        assert given == [there] * 3
        counselling.be_away(session, busy, None)
        assert offered(session, asked(session, "one more")) == busy
        assert {away, gone, mute}.isdisjoint(given)


def test_those_who_lead_get_what_no_counsellor_can(store: Store) -> None:
    with store.transaction() as session:
        manager = counsellor(session, "manager", Role.MANAGER)
        assert offered(session, asked(session, "a")) == manager
        berta = counsellor(session, "berta")
        assert offered(session, asked(session, "b")) == berta
        assert offered(session, asked(session, "c"), Told.STUCK) == manager
        absences.add(session, manager, NOW.date(), NOW.date())
        assert offered(session, asked(session, "d"), Told.STUCK) == manager  # better than nobody


def test_it_is_not_offered_twice_to_who_did_not_answer(store: Store) -> None:
    with store.transaction() as session:
        berta, clara = counsellor(session, "berta"), counsellor(session, "clara")
        manager = counsellor(session, "manager", Role.MANAGER)
        one, given = asked(session), []
        for _ in range(3):
            given.append(offered(session, one))
            assert thread_changes.expire(session, deed(), seen(session, one.id))
        assert given == [berta, clara, manager]


def test_a_thread_that_changed_meanwhile_is_not_offered(store: Store) -> None:
    with store.transaction() as session:
        berta, clara = counsellor(session, "berta"), counsellor(session, "clara")
        one = asked(session)
        thread_changes.take(session, deed(berta), one)
        staff = assigning.staff_at(session, NOW, TELEGRAM)
        assert assigning.offer(session, NOW, staff, one, Told.OFFERED) is None
        assert assigning.offer(session, NOW, staff, seen(session, one.id), Told.LATE) is None
        assert known(session, clara).given == 0


def test_what_she_may_see(store: Store) -> None:
    with store.transaction() as session:
        only = counsellor(session, "only", only="uk")
        chosen = counsellor(session, "chosen")
        manager = counsellor(session, "manager", Role.MANAGER)
        counselling.choose_topics(session, chosen, ["bank"])
        one = asked(session, "a", HOUSING)
        assert [known(session, x).may_see(one) for x in (only, chosen, manager)] == [
            False,
            False,
            True,
        ]
        thread_changes.pass_on(session, deed(manager), one, only)
        assert known(session, only).may_see(seen(session, one.id))
        assert counselling.find(session, counsellor(session, "owner", Role.OWNER)) is None


def test_a_field_of_action_stands_for_its_topics(town: Store) -> None:
    with town.transaction() as session:
        berta = counsellor(session, "berta")
        counselling.choose_topics(session, berta, ["WOH"])
        her = known(session, berta)
        assert her.topics == {"WOH"}
        assert [her.knows(topic) for topic in ("housing", "WOH", "", "bank")] == [True] * 3 + [
            False
        ]


def test_the_languages_of_a_town(store: Store) -> None:
    with store.transaction() as session:
        counsellor(session, "manager", Role.MANAGER, language="fr")
        assert counselling.spoken(session) == {"fr", "de"}  # nobody else is there
        berta = counsellor(session, "berta")
        assert counselling.spoken(session) == {"ar", "de"}
        counselling.choose_languages(session, berta, ["ar", "fa"])
        assert counselling.spoken(session) == {"ar", "fa"}


def test_all_topics_and_languages_fit(town: Store) -> None:
    with town.transaction() as session:
        berta = counsellor(session, "berta")
        topics = {topic.code for topic in load_topics()}
        counselling.choose_topics(session, berta, topics)
        counselling.choose_languages(session, berta, shipped())
        assert known(session, berta).topics == topics


def test_two_processes_at_once_give_each_thread_to_one_and_take_it_once(
    store: Store, url: str
) -> None:
    with store.transaction() as session:
        staff = [counsellor(session, f"counsellor{n}") for n in range(PROCESSES)]
        for number in range(THREADS):
            asked(session, f"asker{number}")
    said = together(taking.main, "go", *((url, account) for account in staff))
    offers, takings = ([each for one in said for each in one[what]] for what in (0, 1))
    assert len(offers) == len(takings) == THREADS
    assert set(Counter(to for _, to in offers).values()) == {THREADS // PROCESSES}
    with store.transaction() as session:
        stored = session.execute(select(THREAD.c.id, THREAD.c.account_id)).all()
    assert {(row.id, row.account_id) for row in stored} == set(takings)
