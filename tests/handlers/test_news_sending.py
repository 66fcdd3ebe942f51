"""News before they leave: whom they are for, how they look, how many get them, when, and a yes."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from bot.words import words
from handlers.news_pages import SendNews
from jobs import news as job
from models import person, subscription
from models.base import Session
from models.delivery import DELIVERY
from models.news import NewsState
from models.news_audience_record import Audience
from models.role import Role
from models.store import Store
from models.subscription import Agreed, Wanted
from models.text import LanguageName, Listed, N, T
from models.turn import Sender
from tests.handlers.news_desk import desk, drafting, the_news, with_approval
from tests.handlers.talking import Town
from tests.jobs.reminding import surroundings

BOTH = pytest.mark.parametrize("language", ["de", "ar"])
CARD = T("writing.card")
AT_NINE, DAY = time(9), timedelta(days=1)
AGREED = Agreed("2026-11", date(2026, 11, 1))


@pytest.fixture
def there(sqlite_store: Store) -> Town:
    return Town(sqlite_store)


def subscribed(session: Session, language: str, number: int, district: str = "") -> None:
    """So many people without a task who want news."""
    for one in range(number):
        sender = Sender("web", f"{language}{district}{one}")
        met = person.meet(session, sender, AGREED.day)
        person.choose_language(session, met, language)
        subscription.begin(session, met, Wanted(district=district), AGREED)


@BOTH
async def test_whom_it_is_for_is_ticked(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_audience"))
    assert writer.sees(T("writing.for_nobody"))
    await writer.presses(T("role.network"), T("role.editor"), T("role.network"))
    assert writer.sees(T("writing.for_some", names=Listed((T("role.editor"),))))
    await writer.presses(T("writing.to_public"), T("writing.to_web"))
    await writer.presses(T("surveys.by_language"))
    await writer.presses(T("filter.language", language=LanguageName("ru")))
    assert writer.sees(T("writing.for_public"), T("writing.on_web"))
    assert writer.sees(T("writing.only", names=Listed((LanguageName("ru"),))))
    made = await the_news(there)
    assert made.public
    assert made.audience == Audience(
        staff=True,
        public=True,
        roles=frozenset({Role.EDITOR}),
        languages=frozenset({"ru"}),
    )
    await writer.presses(T("writing.to_staff"))
    assert (await the_news(there)).audience == Audience(public=True, languages=frozenset({"ru"}))


async def test_topics_and_districts_are_the_towns(town: Store) -> None:
    there = Town(town)
    writer = await drafting(there)
    await writer.presses("Themen", "Kita und Kinderbetreuung", "Stadtteil")
    district = there.door.catalogue.districts[0]
    await writer.presses(district)
    audience = (await the_news(there)).audience
    assert (set(audience.topics), set(audience.districts)) == ({"childcare"}, {district})
    assert writer.sees("Themen: Kita und Kinderbetreuung", f"Nur: {district}")
    await writer.presses("Organisation", "Agentur für Arbeit Mittelstadt")
    assert (await the_news(there)).audience.staff
    assert writer.sees("nur: Agentur für Arbeit Mittelstadt")


@BOTH
async def test_a_preview_is_what_readers_get(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_see"), "English")
    assert words(T("news_told.only_in", language=LanguageName("de")), "en") in writer.seen
    assert "Wir feiern am Samstag." in writer.seen
    assert writer.one.message is not None
    assert writer.one.message.lang == "en"
    assert writer.offers(CARD)
    await writer.presses(CARD, T("writing.do_tongues"), T("writing.do_skip"), CARD)
    assert writer.sees(T("writing.others_skip"))
    await writer.presses(T("writing.do_see"))
    assert not writer.offers("English")


async def test_languages_are_never_mixed(there: Town) -> None:
    writer = await drafting(there)
    await writer.presses("Sprachen", "English")
    await writer.says("A feast")
    await writer.says("On Saturday.")
    await writer.presses("Knöpfe", "Webseite")
    await writer.says("example.org")
    await writer.says("Zum Fest")
    await writer.presses("Später", "Zurück", CARD, "Vorschau")
    assert writer.offers("Zum Fest")
    await writer.presses("English")
    assert writer.labels()[0] == words(T("news_told.open_link"), "en")
    assert writer.labels()[-1] == "Zurück zur Nachricht"


@BOTH
async def test_the_buttons_of_a_preview_do_nothing(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_see"), T("news_told.stop"))
    assert "Wir feiern am Samstag." in writer.seen
    assert not await there.ask(lambda s: s.scalar(select(subscription.SUBSCRIPTION.c.id)))


@BOTH
async def test_numbers_go_by_language_and_channel(there: Town, language: str) -> None:
    await there.do(lambda s: subscribed(s, "tr", 7))
    await there.do(lambda s: subscribed(s, "fa", 3))
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_reckon"))
    assert writer.sees(T("writing.reaches_nobody"))
    await writer.presses(CARD, T("writing.do_audience"), T("writing.to_public"), CARD)
    await writer.presses(T("writing.do_reckon"))
    web = T("channel.web")
    seven = Listed((T("writing.by_channel", channel=web, number=7),))
    few = Listed((T("writing.few_by_channel", channel=web),))
    assert writer.sees(N("writing.reaches", 7), T("writing.takes_a_moment"))
    assert writer.sees(T("writing.in_language", language=LanguageName("tr"), parts=seven))
    assert writer.sees(T("writing.in_language", language=LanguageName("fa"), parts=few))


@BOTH
async def test_so_few_that_they_could_be_known_are_not_written_to(
    there: Town, language: str
) -> None:
    await there.do(lambda s: subscribed(s, "fa", 4))
    await there.do(lambda s: subscribed(s, "tr", 9))
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_audience"), T("writing.to_public"))
    await writer.presses(T("filter.language", language=LanguageName("fa")), CARD)
    await writer.presses(T("writing.send"))
    assert writer.sees(T("writing.too_small"))
    assert (await the_news(there)).state is NewsState.DRAFT
    await there.do(lambda s: subscribed(s, "fa", 5))
    await writer.presses(T("writing.send"), T("writing.send_yes"))
    assert (await the_news(there)).state is NewsState.SCHEDULED


@BOTH
async def test_a_test_comes_to_nobody_else(there: Town, language: str) -> None:
    await there.somebody("amal", Role.EDITOR)
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_tongues"), "English")
    await writer.says("A feast")
    await writer.says("On Saturday.")
    await writer.presses(T("writing.do_test"))
    assert writer.sees(N("writing.tested", 2))
    columns = (DELIVERY.c.channel, DELIVERY.c.address)
    rows = await there.ask(lambda s: s.execute(select(*columns)).all())
    assert [tuple(row) for row in rows] == [("web", "redaktion")] * 2


@BOTH
async def test_it_is_sent_at_a_time_again_and_again(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_when"), T("writing.other_time"))
    await writer.says("irgendwann")
    assert writer.sees(T("writing.ask_when"))
    await writer.says("1.11.2026 9:00")
    assert writer.sees(T("writing.past"))
    await writer.says("5.12.")
    moment = T("writing.moment", day=date(2026, 12, 5), time=AT_NINE)
    assert writer.sees(T("writing.at", when=moment))
    await writer.presses(T("writing.repeat_fortnightly"), T("writing.do_until"))
    await writer.says("1.12.2026")
    assert writer.sees(T("writing.past"))
    await writer.says("31.12.2026")
    how = T("writing.repeat_fortnightly")
    assert writer.sees(T("writing.until", how=how, day=date(2026, 12, 31)))
    schedule = (await the_news(there)).schedule
    assert f"{schedule.first} {schedule.rule}" == (
        "2026-12-05 09:00:00 FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231T235959"
    )
    await writer.presses(T("writing.repeat_once"), T("writing.do_at_once"))
    assert writer.sees(T("writing.at_once"))
    schedule = (await the_news(there)).schedule
    assert (schedule.first, schedule.rule) == (None, "")


async def test_a_usual_time_that_has_passed_is_not_taken(there: Town) -> None:
    writer = await drafting(there)
    await writer.presses("Wann?")
    evening = next(label for label in writer.labels() if "17:00" in label)
    there.clock.later(DAY)
    await writer.presses(evening)
    assert writer.sees(T("writing.past"))
    assert (await the_news(there)).schedule.first is None


@BOTH
async def test_what_lacks_something_is_not_sent(there: Town, language: str) -> None:
    writer = await desk(there, language)
    await writer.says("/news")
    await writer.presses(T("writing.new"))
    await writer.says("Fest")
    await writer.presses(T("writing.later"))
    assert not writer.offers(T("writing.send"))
    await writer.presses(T("writing.next", what=T("writing.do_text")))
    await writer.says("Am Samstag.")
    await writer.presses(T("writing.next", what=T("writing.do_audience")))
    await writer.presses(T("role.editor"), CARD)
    assert writer.offers(T("writing.send"))
    await writer.presses(T("writing.do_audience"), T("writing.to_staff"))
    writer.seen = await writer.one.presses(SendNews(news=(await the_news(there)).id, sure=True))
    assert writer.sees(T("writing.lacks_audience"))


@BOTH
async def test_a_yes_sends_it(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_audience"), T("role.editor"), CARD, T("writing.send"))
    assert writer.sees(N("writing.reaches", 1), T("writing.send_sure"))
    assert (await the_news(there)).state is NewsState.DRAFT
    await writer.presses(T("writing.send_yes"))
    assert writer.sees(T("writing.on_its_way"))
    made = await the_news(there)
    assert (made.state, made.next_due) == (NewsState.SCHEDULED, there.clock())


async def test_what_was_written_in_chat_comes_to_its_readers(there: Town) -> None:
    await there.do(lambda s: subscribed(s, "tr", 6))
    writer = await drafting(there)
    await writer.presses("Für wen?", T("writing.to_public"), CARD)
    await writer.presses("Verschicken …", "Ja, verschicken")
    around = surroundings(channels=("web",))
    while await there.do(lambda s: job.run(s, there.clock(), around)):
        pass
    addresses = select(DELIVERY.c.address).order_by(DELIVERY.c.address)
    found = await there.ask(lambda s: s.scalars(addresses).all())
    assert list(found) == [f"tr{number}" for number in range(6)]


@BOTH
async def test_what_is_urgent_waits_for_a_second_person(there: Town, language: str) -> None:
    await desk(there, "de", Role.MANAGER, "leitung")
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_audience"), T("role.editor"), CARD)
    await writer.presses(T("writing.do_when"), T("writing.do_urgent"))
    assert writer.sees(T("writing.urgent"))
    await writer.presses(CARD, T("writing.send"))
    assert writer.sees(T("writing.submit_sure"))
    await writer.presses(T("writing.submit_yes"))
    assert writer.sees(T("writing.submitted"))
    assert (await the_news(there)).state is NewsState.WAITING
    told = await there.ask(lambda s: s.scalars(select(DELIVERY.c.address)).all())
    assert list(told) == ["leitung"]


async def test_a_town_may_want_a_second_person_for_everything(there: Town) -> None:
    with_approval(there)
    writer = await drafting(there)
    await writer.presses("Für wen?", "Redaktion", CARD, "Verschicken …", "Ja, zur Freigabe")
    assert (await the_news(there)).state is NewsState.WAITING


async def test_a_time_can_be_moved_until_it_comes(there: Town) -> None:
    writer = await drafting(there)
    await writer.presses("Für wen?", "Redaktion", CARD, "Wann?", "Anderer Zeitpunkt")
    await writer.says("5.12. 9:00")
    await writer.presses(CARD, "Verschicken …", "Ja, verschicken")
    await writer.presses(T("newsrun.do_time"), "Anderer Zeitpunkt")
    await writer.says("6.12. 9:00")
    made = await the_news(there)
    assert made.next_due is not None
    assert f"{made.next_due:%d.%m. %H:%M}" == "06.12. 08:00"
