"""The weekly digest: one message on a working day with all that was new, to who wants it so."""

import pytest

from bot.message import Message
from models import digests, subscription
from models.news_actions import ReadNews, StopNews
from models.news_text import NewsText
from models.store import Store
from models.subscription import Rhythm, Wanted
from tests.jobs.reminding import wall, words
from tests.jobs.telling import ARABIC, GERMAN, READERS, Newsroom, met

WEEKLY = Wanted(rhythm=Rhythm.WEEKLY)
FRIDAY = "2026-11-27 10:00"
LONG = NewsText("de", "Neue Kurse", "Viele Kurse. " * 60)


@pytest.fixture
def room(sqlite_store: Store) -> Newsroom:
    return Newsroom(sqlite_store)


@pytest.fixture
def both(store: Store) -> Newsroom:
    return Newsroom(store)


def only(room: Newsroom) -> Message:
    ((_, message),) = room.arrived
    return message


def test_all_of_the_week_comes_in_one_message_on_friday(both: Newsroom) -> None:
    both.reader("amal", WEEKLY)
    both.readers("bilal")
    for text in (GERMAN, LONG):
        both.news(text, audience=READERS)
    both.tick()
    assert both.deliver() == ["bilal", "bilal"]
    both.arrived.clear()
    assert both.week("2026-11-27 09:59") == 0
    assert both.week(FRIDAY) == 1
    assert both.deliver() == ["amal"]
    assert all(title in words(only(both)) for title in (GERMAN.title, LONG.title))
    assert both.week(FRIDAY) == 0


def test_a_long_text_is_cut_and_a_button_shows_the_rest(room: Newsroom) -> None:
    room.reader("amal", WEEKLY)
    room.news(audience=READERS)
    news = room.news(LONG, audience=READERS)
    room.tick()
    room.week(FRIDAY)
    room.deliver()
    issue = room.issue(news.id)
    read, stop = (row[0] for row in only(room).keys)
    assert read.data == ReadNews(news=news.id, issue=issue.id).pack()
    assert stop.data == StopNews(issue=0).pack()
    assert "Viele Kurse.…" in words(only(room))


def test_each_reads_it_in_her_language(room: Newsroom) -> None:
    room.reader("amal", WEEKLY, language="ar")
    room.news(GERMAN, ARABIC, audience=READERS)
    room.news(LONG, audience=READERS)
    room.tick()
    room.week(FRIDAY)
    room.deliver()
    read = words(only(room))
    assert ARABIC.title in read
    assert "الألمانية" in read
    assert only(room).dir == "rtl"


def test_staff_who_want_it_weekly_get_it_weekly(room: Newsroom) -> None:
    account = room.staff("amt")
    with room.store.transaction() as session:
        her = met(session, "amt", "de", "telegram")
        assert her.account_id == account
        subscription.begin(session, her, WEEKLY, subscription.Agreed("1", room.now.date()))
    room.news()
    room.tick()
    assert room.deliver() == []
    assert room.week(FRIDAY) == 1
    assert room.deliver() == ["amt"]


def test_on_a_holiday_it_comes_the_working_day_before(room: Newsroom) -> None:
    room.now = wall("2026-12-22 09:00")
    room.reader("amal", WEEKLY)
    room.news(audience=READERS)
    room.tick()
    assert room.week("2026-12-24 09:59") == 0
    assert room.week("2026-12-24 10:00") == 1


def test_what_comes_after_it_waits_for_the_next_week(room: Newsroom) -> None:
    room.reader("amal", WEEKLY)
    room.news(audience=READERS)
    room.tick()
    room.week(FRIDAY)
    room.now = wall("2026-11-27 10:01")
    room.news(LONG, audience=READERS)
    room.tick()
    assert room.week("2026-12-03 18:00") == 0
    assert room.week("2026-12-04 10:00") == 1
    assert len({row.key for row in room.rows()}) == 2


def test_a_day_on_which_nothing_ran_is_made_up_for(room: Newsroom) -> None:
    room.reader("amal", WEEKLY)
    room.news(audience=READERS)
    room.tick()
    assert room.week("2026-11-30 09:00") == 1


def test_who_ended_it_meanwhile_gets_nothing(room: Newsroom) -> None:
    her = room.reader("amal", WEEKLY)
    room.news(audience=READERS)
    room.tick()
    with room.store.transaction() as session:
        subscription.end(session, her)
    assert room.week(FRIDAY) == 1
    assert room.deliver() == []
    with room.store.transaction() as session:
        assert digests.waiting(session, room.now, 10) == []


def test_what_was_withdrawn_is_not_in_it(room: Newsroom) -> None:
    room.reader("amal", WEEKLY)
    news = room.news(audience=READERS)
    room.news(LONG, audience=READERS)
    room.tick()
    room.do(news.id, "withdraw")
    room.week(FRIDAY)
    room.deliver()
    assert GERMAN.title not in words(only(room))
