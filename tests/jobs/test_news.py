"""The job of news: everybody gets it once, at hours that are kind, and it can be stopped."""

import pytest

from models import (
    accounts,
    delivery,
    news_changes,
    news_course,
    news_issue,
    news_sending,
    person,
    subscription,
)
from models.delivery import State
from models.news import Event, NewsState, Schedule
from models.news_audience import Audience
from models.news_issue import IssueState
from models.news_text import NewsText
from models.role import Role
from models.store import Store
from tests.jobs.reminding import wall, words
from tests.jobs.telling import ALL, ARABIC, GERMAN, READERS, Newsroom, met


@pytest.fixture
def room(sqlite_store: Store) -> Newsroom:
    return Newsroom(sqlite_store)


@pytest.fixture
def both(store: Store) -> Newsroom:
    """For what asks the database for something special: on both kinds."""
    return Newsroom(store)


def test_it_comes_to_those_who_subscribed_and_to_staff_once(both: Newsroom) -> None:
    both.readers("amal", "bilal")
    both.staff("amt")
    news = both.news()
    both.tick()
    assert both.deliver() == ["amt", "amal", "bilal"]
    both.tick()
    assert both.find(news.id).state is NewsState.SENT
    assert both.issue(news.id).state is IssueState.SENT
    assert (both.deliver(), both.tick()) == ([], 0)


def test_each_reads_it_in_her_language(room: Newsroom) -> None:
    room.reader("amal", language="ar")
    room.reader("bilal", language="de")
    room.news(GERMAN, ARABIC)
    room.tick()
    room.deliver()
    read = dict(room.arrived)
    assert words(read["amal"]).startswith(ARABIC.title)
    assert read["amal"].dir == "rtl"
    assert words(read["bilal"]).startswith(GERMAN.title)


def test_a_missing_language_falls_back_as_a_whole_with_a_line_that_says_so(room: Newsroom) -> None:
    room.reader("ayse", language="tr")
    room.news(GERMAN, ARABIC)
    room.tick()
    room.deliver()
    title, line, body = words(room.arrived[0][1]).split("\n")
    assert (title, body) == (GERMAN.title, GERMAN.body)
    assert "Almanca" in line


def test_a_missing_language_is_skipped_when_the_writer_says_so(room: Newsroom) -> None:
    room.readers("a", "b", "c", "d", "e")
    room.reader("ayse", language="tr")
    room.news(GERMAN, missing="skip")
    room.tick()
    assert room.addresses() == ["a", "b", "c", "d", "e"]


def test_it_is_not_sent_before_its_time(room: Newsroom) -> None:
    room.readers("amal")
    news = room.news(schedule=Schedule(wall("2026-11-24 09:00").replace(tzinfo=None)))
    assert room.tick("2026-11-24 08:59") == 0
    room.tick("2026-11-24 09:00")
    assert room.deliver() == ["amal"]
    assert room.issue(news.id).due == wall("2026-11-24 09:00")


def test_it_keeps_quiet_hours_from_one_day_to_the_next(room: Newsroom) -> None:
    room.readers("a", "b", "c")
    room.now = wall("2026-11-23 19:59")
    news = room.news(audience=READERS)
    room.tick()
    assert room.deliver(limit=1) == ["a"]
    room.tick("2026-11-23 20:00")
    assert room.deliver() == []
    assert room.issue(news.id).opens == wall("2026-11-24 08:00")
    room.tick("2026-11-24 08:00")
    assert room.deliver() == ["b", "c"]
    assert room.issue(news.id).state is IssueState.SENDING
    room.tick()
    assert room.find(news.id).state is NewsState.SENT


def test_only_urgent_news_break_quiet_hours(room: Newsroom) -> None:
    room.readers("amal")
    room.now = wall("2026-11-22 03:00")
    room.news(urgent=True, audience=READERS)
    room.news(audience=READERS)
    room.tick()
    assert room.deliver() == ["amal"]


def test_those_who_subscribed_may_hear_on_a_saturday_and_staff_not(room: Newsroom) -> None:
    room.readers("amal")
    room.staff("amt")
    room.now = wall("2026-11-28 10:00")
    room.news(audience=READERS)
    room.news(audience=Audience(staff=True))
    room.tick()
    assert room.deliver() == ["amal"]
    room.tick("2026-11-30 08:00")
    assert room.deliver() == ["amt"]


def test_an_hour_of_ones_own_is_kept(room: Newsroom) -> None:
    room.staff("amt", hour=14)
    room.news()
    room.tick()
    assert room.deliver() == []
    room.tick("2026-11-23 14:00")
    assert room.deliver() == ["amt"]


def test_a_pause_holds_what_was_claimed_and_it_goes_on_where_it_stopped(both: Newsroom) -> None:
    both.readers("a", "b", "c")
    news = both.news()
    both.tick()
    first, *in_hand = both.claim()
    both.take([first])
    both.do(news.id, "pause")
    assert both.take(in_hand) == []
    assert (both.tick(), both.deliver()) == (0, [])
    assert both.issue(news.id).state is IssueState.PAUSED
    both.do(news.id, "resume")
    both.tick()
    assert both.deliver() == ["b", "c"]
    both.tick()
    assert both.find(news.id).state is NewsState.SENT


def test_a_pause_while_it_is_prepared_loses_nobody(room: Newsroom) -> None:
    room.chunk = 2
    room.readers("a", "b", "c", "d", "e")
    news = room.news()
    while not room.addresses():
        room.run()
    room.do(news.id, "pause")
    assert room.tick() == 0
    room.do(news.id, "resume")
    room.tick()
    assert room.deliver() == ["a", "b", "c", "d", "e"]
    assert room.issue(news.id).total == 5


def test_what_fails_halfway_comes_once_to_each(both: Newsroom) -> None:
    both.chunk = 2
    both.readers("a", "b", "c", "d", "e")
    both.news()
    for _ in range(20):
        both.dies()
        both.run()
    assert both.addresses() == ["a", "b", "c", "d", "e"]


def test_who_comes_to_an_account_meanwhile_gets_it_once(room: Newsroom) -> None:
    room.chunk = 1
    her = room.reader("amal")
    account = room.staff("amt", email="amt@example.org")
    news = room.news()
    while not room.addresses():
        room.run()
    with room.store.transaction() as session:
        accounts.link(session, her.id, account)
    room.tick()
    assert room.addresses() == ["amt@example.org"]
    assert room.issue(news.id).total == 1


def test_a_mailbox_of_two_gets_it_once(both: Newsroom) -> None:
    for name in ("one", "two"):
        both.staff(name, email="Amt@example.org")
    both.news()
    both.tick()
    assert both.addresses() == ["Amt@example.org"]


def test_what_repeats_comes_again_in_wall_time(room: Newsroom) -> None:
    room.readers("amal")
    first = wall("2026-10-19 09:00").replace(tzinfo=None)
    news = room.news(schedule=Schedule(first, "FREQ=WEEKLY;COUNT=2"))
    room.set(news.id, next_due=wall("2026-10-19 09:00"))
    room.tick("2026-10-19 09:00")
    room.deliver()
    room.tick()
    assert room.find(news.id).state is NewsState.SCHEDULED
    assert room.find(news.id).next_due == wall("2026-10-26 09:00")
    assert room.tick("2026-10-26 08:59") == 0
    room.tick("2026-10-26 09:00")
    assert room.deliver() == ["amal"]
    room.tick()
    assert room.find(news.id).state is NewsState.SENT
    assert room.issue(news.id).number == 2


def test_what_was_missed_comes_once(room: Newsroom) -> None:
    room.readers("amal")
    first = wall("2026-11-24 09:00").replace(tzinfo=None)
    news = room.news(schedule=Schedule(first, "FREQ=DAILY"))
    room.tick("2026-11-27 12:00")
    assert room.deliver() == ["amal"]
    room.tick()
    assert room.find(news.id).next_due == wall("2026-11-28 09:00")
    assert room.tick() == 0


def test_what_is_cancelled_reaches_nobody_more(both: Newsroom) -> None:
    both.readers("a", "b", "c")
    both.reader("week", subscription.Wanted(rhythm=subscription.Rhythm.WEEKLY))
    news = both.news()
    both.tick()
    both.deliver(limit=1)
    both.do(news.id, "cancel")
    both.tick()
    assert both.deliver() == []
    assert both.week("2026-11-27 10:00") == 0
    report = both.report(news.id)
    assert (report.sum("sent"), report.failed) == (1, {"withdrawn": 2})
    assert both.issue(news.id).finished is not None


def test_what_is_corrected_changes_where_it_arrived_and_goes_on_with_the_new_words(
    both: Newsroom,
) -> None:
    both.readers("a", "b", "c")
    both.staff("amt", email="amt@example.org")
    news = both.news()
    both.tick()
    mail, first, *in_hand = sorted(both.claim(), key=lambda row: (row.channel, row.id))
    both.take([mail, first])
    both.do(news.id, "correct", NewsText("de", "Café am Samstag", "Anderer Tag."))
    assert both.take(in_hand) == []
    both.tick()
    both.deliver()
    assert [words(message).split("\n")[0] for _, message in both.arrived] == [
        *["Café am Freitag"] * 2,
        *["Café am Samstag"] * 2,
    ]
    ((place, message),) = both.changed
    assert place == f"t{first.id}"
    assert "Geändert am" in words(message)
    both.tick()
    assert both.find(news.id).state is NewsState.SENT


def test_a_correction_waits_for_what_is_on_its_way(room: Newsroom) -> None:
    room.readers("a", "b")
    news = room.news()
    room.tick()
    (leaving, _) = room.claim()
    room.leave([leaving.id])
    room.do(news.id, "correct", NewsText("de", "Neu", "Neu."))
    room.tick()
    assert room.deliver() == []
    room.hand_over(leaving)
    room.tick()
    room.deliver()
    assert [place for place, _ in room.changed] == [f"t{leaving.id}"]


def test_a_second_correction_changes_it_again(room: Newsroom) -> None:
    room.readers("a")
    news = room.news()
    room.tick()
    room.deliver()
    room.tick()
    for title in ("Zwei", "Drei"):
        room.do(news.id, "correct", NewsText("de", title, ""))
        room.tick()
        room.deliver()
    assert [words(message).split("\n")[0] for _, message in room.changed] == ["Zwei", "Drei"]


def test_what_is_withdrawn_is_taken_away_where_it_arrived(both: Newsroom) -> None:
    both.readers("a", "b")
    news = both.news()
    both.tick()
    (arrived,) = both.claim(limit=1)
    both.take([arrived])
    both.do(news.id, "withdraw")
    both.tick()
    both.deliver()
    assert [place for place, _ in both.changed] == [f"-t{arrived.id}"]
    assert len(both.arrived) == 1
    assert both.find(news.id).state is NewsState.WITHDRAWN
    assert both.report(news.id).failed == {"withdrawn": 1}
    assert both.tick() == 0


def test_the_report_says_what_became_of_it_and_keeps_that(both: Newsroom) -> None:
    both.readers("a", "b", "c", "d")
    news = both.news()
    both.tick()
    rows = both.claim()
    both.leave([row.id for row in rows])
    for row, state in zip(rows, (State.SENT, State.GONE, State.FAILED, State.SENT), strict=True):
        both.hand_over(row, state)
    live = both.report(news.id)
    (line,) = live.lines
    assert (line.language, line.channel) == ("de", "telegram")
    assert (line.sent, line.gone, line.total, line.is_few) == (2, 1, 4, True)
    both.tick()
    with both.store.transaction() as session:
        delivery.forget_finished(session, wall("2027-01-01 09:00"))
    assert both.report(news.id) == live


def test_who_may_not_be_written_to_gets_nothing(room: Newsroom) -> None:
    quiet, gone = room.reader("quiet"), room.reader("gone")
    with room.store.transaction() as session:
        person.be_quiet(session, quiet, True)
        person.leave(session, gone, room.now.date())
        met(session, "asks", "de", "telegram")
    room.reader("-100", ALL)
    room.news(audience=READERS)
    room.tick()
    assert room.addresses() == []


def test_urgent_news_do_not_wait_for_the_week(room: Newsroom) -> None:
    weekly = subscription.Wanted(rhythm=subscription.Rhythm.WEEKLY)
    room.reader("amal", weekly)
    room.news(audience=READERS)
    room.news(audience=READERS, urgent=True)
    room.tick()
    assert room.deliver() == ["amal"]


def test_a_role_decides(room: Newsroom) -> None:
    room.staff("network", Role.NETWORK)
    room.staff("editor", Role.EDITOR)
    room.news(audience=Audience(staff=True, roles=frozenset({Role.EDITOR})))
    room.tick()
    assert room.addresses() == ["editor"]


def test_an_event_moves_along_with_what_repeats(room: Newsroom) -> None:
    room.readers("amal")
    begins = wall("2026-11-28 18:00").replace(tzinfo=None)
    with room.store.transaction() as session:
        made = news_changes.create(session, room.deed(), GERMAN)
        made = news_changes.set_event(session, room.deed(), made, Event(begins, place="Halle"))
        made = news_changes.set_audience(session, room.deed(), made, READERS)
        weekly = Schedule(wall("2026-11-23 11:00").replace(tzinfo=None), "FREQ=WEEKLY")
        made = news_course.set_schedule(session, room.deed(), made, weekly)
        news_course.submit(session, room.deed(), made, room.reach(session, made), False)
    for at in ("2026-11-23 11:00", "2026-11-30 11:00"):
        room.tick(at)
        room.deliver()
        room.tick()
    first, second = (words(message) for _, message in room.arrived)
    assert "28. November 2026" in first
    assert "5. Dezember 2026" in second


def test_it_is_kept_for_two_years_after_its_last_sending(room: Newsroom) -> None:
    room.readers("amal")
    news = room.news()
    room.set(news.id, changed=wall("2020-01-01 09:00"))
    room.tick()
    room.deliver()
    room.tick()
    with room.store.transaction() as session:
        assert news_sending.forget_old(session, wall("2026-11-23 10:00")) == 0
        assert news_sending.forget_old(session, wall("2026-11-23 10:31")) == 1
        assert news_issue.of(session, news.id) == []
