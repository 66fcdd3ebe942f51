"""How a conversation with a counsellor changes: one of two who press wins, and it is audited."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from models import audit, thread, thread_changes, thread_message
from models.base import Session, table
from models.role import Role
from models.store import Store
from models.thread import Helped, ThreadState, Told
from models.thread_message import Side, Words
from tests.models.thread_towns import NOW, VAULT, asked, asker, counsellor, deed, seen, taken

GERMAN = Words("Guten Tag", "de")
HOUR = timedelta(hours=1)


def audited(session: Session) -> Counter[str]:
    actions = session.scalars(select(table(audit.AuditRow).c.action))
    return Counter(action for action in actions if action.startswith("thread."))


def test_a_person_is_in_one_conversation_at_a_time(store: Store) -> None:
    with store.transaction() as session:
        first = asked(session)
        again = thread_changes.begin(
            session, deed(), asker(session), thread_changes.Question("", "ar"), VAULT
        )
        assert again is None
        assert thread.of_person(session, first.person_id) == first


def test_the_first_who_takes_it_has_it(store: Store) -> None:
    with store.transaction() as session:
        berta, clara = counsellor(session, "berta"), counsellor(session, "clara")
        one = asked(session)
        assert thread_changes.take(session, deed(berta), one)
        assert not thread_changes.take(session, deed(clara), one)  # as she saw it
        assert not thread_changes.take(session, deed(clara), seen(session, one.id))
        assert seen(session, one.id).account_id == berta
        assert audited(session) == {"thread.begun": 1, "thread.taken": 1}


def test_only_who_took_it_answers(store: Store) -> None:
    with store.transaction() as session:
        berta, clara = counsellor(session, "berta"), counsellor(session, "clara")
        one = taken(session, berta)
        assert thread_changes.answer(session, deed(clara), one.id, GERMAN, VAULT) is None
        assert thread_changes.answer(session, deed(berta), one.id, GERMAN, VAULT) is not None
        assert seen(session, one.id).waiting_since is None


def test_the_asker_waits_since_her_first_words_without_an_answer(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one = taken(session, berta)
        thread_changes.say(session, deed(later=HOUR), one.id, GERMAN, VAULT)
        assert seen(session, one.id).waiting_since == NOW
        thread_changes.answer(session, deed(berta, 2 * HOUR), one.id, GERMAN, VAULT)
        thread_changes.say(session, deed(later=3 * HOUR), one.id, GERMAN, VAULT)
        assert seen(session, one.id).waiting_since == NOW + 3 * HOUR


def test_what_is_said_stays_in_order_and_notes_stay_among_colleagues(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one = taken(session, berta)
        thread_changes.note(session, deed(berta), one.id, Words("Wohngeld?", "de"), VAULT)
        thread_changes.answer(session, deed(berta), one.id, GERMAN, VAULT)
        everything = thread_message.messages(session, VAULT, one.id)
        assert [x.side for x in everything] == [Side.ASKER, Side.NOTE, Side.COUNSELLOR]
        to_her = thread_message.said_to_asker(session, VAULT, one.id)
        assert [x.text for x in to_her] == ["أبحث عن شقة", "Guten Tag"]


def test_times_are_kept_by_the_minute(store: Store) -> None:
    with store.transaction() as session:
        one = asked(session)
        thread_changes.say(session, deed(later=timedelta(seconds=59)), one.id, GERMAN, VAULT)
        assert [x.at for x in thread_message.messages(session, VAULT, one.id)] == [NOW, NOW]


def test_what_a_machine_translated_is_kept_beside_the_original(store: Store) -> None:
    with store.transaction() as session:
        one = asked(session)
        (said,) = thread_message.messages(session, VAULT, one.id)
        thread_message.translate(session, VAULT, said.id, "Ich suche eine Wohnung", "de")
        found = thread_message.find(session, VAULT, said.id)
        assert found == replace(said, translation="Ich suche eine Wohnung", translated_to="de")


def test_passing_it_on_offers_it_to_a_colleague(store: Store) -> None:
    with store.transaction() as session:
        berta, clara = counsellor(session, "berta"), counsellor(session, "clara")
        one = taken(session, berta)
        assert thread_changes.pass_on(session, deed(berta), one, clara)
        now = seen(session, one.id)
        assert (now.state, now.account_id, now.offered_id) == (ThreadState.WAITING, None, clara)
        assert now.to_tell is Told.PASSED
        assert thread_changes.answer(session, deed(berta), one.id, GERMAN, VAULT) is None


def test_it_is_passed_on_to_nobody_who_does_not_counsel(store: Store) -> None:
    with store.transaction() as session:
        berta, owner = counsellor(session, "berta"), counsellor(session, "owner", Role.OWNER)
        one = taken(session, berta)
        assert not thread_changes.pass_on(session, deed(berta), one, owner)
        assert seen(session, one.id) == one


def test_what_was_snoozed_wakes_when_the_asker_writes(store: Store) -> None:
    with store.transaction() as session:
        berta, clara = counsellor(session, "berta"), counsellor(session, "clara")
        one = taken(session, berta)
        assert not thread_changes.snooze(session, deed(clara), one, NOW + HOUR)
        assert thread_changes.snooze(session, deed(berta), one, NOW + HOUR)
        assert seen(session, one.id).state is ThreadState.SNOOZED
        thread_changes.say(session, deed(), one.id, GERMAN, VAULT)
        now = seen(session, one.id)
        assert (now.state, now.account_id, now.until) == (ThreadState.TAKEN, berta, None)


def test_a_closed_one_takes_no_more_words_and_can_be_rated(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one = taken(session, berta)
        assert not thread_changes.rate(session, one, Helped.YES)
        assert thread_changes.close(session, deed(berta), one)
        assert not thread_changes.close(session, deed(berta), seen(session, one.id))
        assert thread_changes.say(session, deed(), one.id, GERMAN, VAULT) is None
        assert thread_changes.answer(session, deed(berta), one.id, GERMAN, VAULT) is None
        assert thread_changes.rate(session, one, Helped.PARTLY)
        assert seen(session, one.id).helped == Helped.PARTLY


def test_it_goes_on_with_whoever_had_it(store: Store) -> None:
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        one = taken(session, berta)
        thread_changes.close(session, deed(berta), one)
        assert thread_changes.reopen(session, deed(), seen(session, one.id))
        now = seen(session, one.id)
        assert (now.state, now.account_id, now.closed) == (ThreadState.TAKEN, berta, None)


def test_it_does_not_go_on_beside_another(store: Store) -> None:
    with store.transaction() as session:
        one = asked(session)
        thread_changes.close(session, deed(), one)
        asked(session)
        assert not thread_changes.reopen(session, deed(), seen(session, one.id))


def test_numbers_are_never_given_twice(store: Store) -> None:
    with store.transaction() as session:
        one = asked(session)
        session.execute(thread.THREAD.delete())
        assert asked(session).id > one.id


@pytest.mark.parametrize("change", [thread_changes.close, thread_changes.expire])
def test_a_change_of_what_has_changed_meanwhile_does_nothing(store: Store, change) -> None:  # type: ignore[no-untyped-def]
    with store.transaction() as session:
        berta = counsellor(session, "berta")
        before = asked(session)
        thread_changes.take(session, deed(berta), before)
        now = seen(session, before.id)
        assert not change(session, deed(), before)
        assert seen(session, before.id) == now
