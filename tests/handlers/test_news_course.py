"""Released by a second person, held, stopped, corrected, taken back, and told how far it is."""

from datetime import datetime, timedelta

import pytest

from handlers.news_course_pages import (
    ApproveNews,
    CancelNews,
    CorrectionGoes,
    CorrectPart,
    NewsReport,
    PauseNews,
    ResumeNews,
    WithdrawNews,
)
from handlers.news_pages import SendNews
from models import news_text, roles
from models.news import Event, NewsState, Schedule
from models.role import Role
from models.roles import Deed
from models.store import Store
from tests.handlers.telling_news import GERMAN, Telling


@pytest.fixture
def telling(sqlite_store: Store) -> Telling:
    return Telling(sqlite_store)


async def test_a_second_person_releases_what_was_written(telling: Telling) -> None:
    editor, manager = await telling.editor(), await telling.manager()
    news = await telling.submitted(editor, approval=True)
    card = await telling.opens(manager, news)
    assert "wartet auf Freigabe" in card
    assert "Café am Freitag" in card
    await manager.presses("Freigeben")
    assert telling.find(news).state is NewsState.SCHEDULED
    assert telling.find(news).approved_by_id == await telling.account(manager)
    assert telling.words_to(editor) == ["Leitung hat freigegeben: Café am Freitag"]


async def test_who_wrote_it_never_releases_it(telling: Telling) -> None:
    editor, _ = await telling.editor(), await telling.manager()
    news = await telling.submitted(editor, approval=True)
    await telling.opens(editor, news)
    assert not editor.sees("Freigeben")
    said = await editor.presses(ApproveNews(news=news.id, version=news.version))
    assert "Freigeben muss es jemand anderes" in said
    assert telling.find(news).state is NewsState.WAITING


async def test_urgent_news_wait_whatever_the_town_wants(telling: Telling) -> None:
    editor, manager = await telling.editor(), await telling.manager()
    news = await telling.submitted(editor, approval=False, urgent=True)
    assert "Eilig" in await telling.opens(manager, news)
    await manager.presses("Freigeben")
    assert telling.find(news).state is NewsState.SCHEDULED


async def test_it_goes_back_with_a_reason(telling: Telling) -> None:
    editor, manager = await telling.editor(), await telling.manager()
    news = await telling.submitted(editor, approval=True)
    await telling.opens(manager, news)
    assert "Was soll geändert werden?" in await manager.presses("Zurückgeben")
    assert "Zurückgegeben" in await manager.says("Stimmt das Datum?")
    back = telling.find(news)
    assert (back.state, back.note) == (NewsState.DRAFT, "Stimmt das Datum?")
    assert telling.words_to(editor) == [
        "Leitung hat zurückgegeben: Café am Freitag\nGrund: Stimmt das Datum?"
    ]


async def test_who_is_away_is_not_asked(telling: Telling) -> None:
    editor, manager = await telling.editor(), await telling.manager()
    away = await telling.manager("Verreist")
    await away.says("/me")
    await away.presses("Ich bin weg")
    await away.says("22.11.–30.11.")
    news = await telling.draft(editor, urgent=True)
    assert "Freigabe" in await editor.presses(SendNews(news=news.id, sure=True))
    assert telling.find(news).state is NewsState.WAITING
    assert "Redaktion bittet um Freigabe: Café am Freitag" in telling.words_to(manager)[0]
    assert telling.words_to(away) == []


async def test_only_what_was_seen_is_released(telling: Telling) -> None:
    editor, manager = await telling.editor(), await telling.manager()
    news = await telling.submitted(editor, approval=True)
    await telling.opens(manager, news)
    await telling.opens(editor, news)
    await editor.presses("Doch noch ändern")
    assert "inzwischen geändert" in await manager.presses(
        ApproveNews(news=news.id, version=news.version)
    )
    assert telling.find(news).state is NewsState.DRAFT


async def test_what_is_planned_gets_another_time(telling: Telling) -> None:
    editor = await telling.editor()
    first = datetime(2026, 12, 1, 10)  # noqa: DTZ001  wall time
    news = await telling.submitted(editor, approval=False, schedule=Schedule(first))
    await telling.opens(editor, news)
    await editor.presses("Wann und wie oft")
    await editor.presses("Anderer Zeitpunkt")
    await editor.says("4.12.2026 11:00")
    changed = telling.find(news)
    assert changed.schedule.first == first.replace(day=4, hour=11)
    assert changed.next_due == changed.schedule.first.replace(tzinfo=telling.now.tzinfo)
    await telling.opens(editor, news)
    await editor.presses("Wann und wie oft")
    await editor.presses("Jede Woche")
    assert telling.find(news).schedule.rule == "FREQ=WEEKLY"


async def test_the_card_tells_how_far_it_is(telling: Telling) -> None:
    editor = await telling.editor()
    telling.room.readers(*(f"r{n}" for n in range(6)))
    news = await telling.submitted(editor, approval=False)
    telling.tick()
    telling.deliver(3)
    card = await telling.opens(editor, news)
    assert "wird gesendet" in card
    assert "Angekommen: 4 von 7" in card
    assert "Noch unterwegs: 3" in card
    telling.deliver()
    telling.tick()
    assert "Angekommen: 7 von 7 (100 % erledigt)" in await editor.presses("Neuer Stand")


async def test_a_pause_holds_what_has_not_left(telling: Telling) -> None:
    editor = await telling.editor()
    telling.room.readers("r1", "r2", "r3")
    news = await telling.submitted(editor, approval=False)
    telling.tick()
    claimed = telling.room.claim()
    await telling.opens(editor, news)
    assert "Es geht nichts mehr hinaus" in await editor.presses("Anhalten")
    assert telling.room.take(claimed) == []
    assert telling.deliver() == []
    await editor.presses("Weiter senden")
    assert len(telling.deliver()) == 4


async def test_what_is_stopped_never_arrives(telling: Telling) -> None:
    editor = await telling.editor()
    telling.room.readers("r1", "r2")
    news = await telling.submitted(editor, approval=False)
    telling.tick()
    await telling.opens(editor, news)
    assert "nicht rückgängig" in await editor.presses("Abbrechen")
    assert telling.find(news).state is NewsState.SENDING
    assert "Abgebrochen" in await editor.presses("Abbrechen")
    telling.tick()
    assert telling.deliver() == []
    assert telling.find(news).state is NewsState.CANCELLED


async def test_withdrawn_news_disappear_where_they_arrived(telling: Telling) -> None:
    editor = await telling.editor()
    telling.room.readers("r1")
    news = await telling.submitted(editor, approval=False)
    telling.tick()
    telling.deliver()
    telling.tick()
    await telling.opens(editor, news)
    await editor.presses("Zurückziehen")
    await editor.presses("Zurückziehen")
    telling.tick()
    telling.deliver()
    assert {place[0] for place, _ in telling.room.changed} == {"-"}
    assert "zurückgezogen" in await telling.opens(editor, news)


async def test_a_wrong_title_is_corrected_where_it_arrived(telling: Telling) -> None:
    editor = await telling.editor()
    telling.room.readers("r1")
    news = await telling.submitted(editor, approval=False)
    telling.tick()
    telling.deliver()
    telling.tick()
    await telling.opens(editor, news)
    await editor.presses("Berichtigen")
    assert "So heißt es jetzt:\nCafé am Freitag" in await editor.presses("Titel (Deutsch)")
    assert "Café am Samstag" in await editor.says("Café am Samstag")
    assert "Die anderen Sprachen" in await editor.presses("Ja, so berichtigen")
    telling.tick()
    telling.deliver()
    assert any("Café am Samstag" in message.text[0].text for _, message in telling.room.changed)
    texts = await telling.town.ask(lambda session: news_text.of(session, news.id))
    assert (texts["de"].title, texts["de"].body) == ("Café am Samstag", GERMAN.body)


async def test_nothing_is_corrected_past_who_releases(telling: Telling) -> None:
    """Before it is out it is another text; afterwards the others hear of it at once."""
    editor, manager = await telling.editor(), await telling.manager()
    news = await telling.submitted(editor, approval=False, urgent=True)
    await telling.opens(manager, news)
    await manager.presses("Freigeben")
    found = telling.find(news)
    part = CorrectPart(news=news.id, version=found.version, part="title", language="de")
    assert "inzwischen geändert" in await editor.presses(part)
    telling.tick()
    found = telling.find(news)
    await editor.presses(part.model_copy(update={"version": found.version}))
    await editor.says("Café am Samstag")
    await editor.presses("Ja, so berichtigen")
    assert "Redaktion hat berichtigt: Café am Samstag" in telling.words_to(manager)[-1]


async def test_an_event_moves(telling: Telling) -> None:
    editor = await telling.editor()
    event = Event(datetime(2026, 12, 4, 15), None, "Rathaus")  # noqa: DTZ001  wall time
    news = await telling.submitted(editor, approval=False, event=event)
    telling.tick()
    telling.deliver()
    telling.tick()
    await telling.opens(editor, news)
    await editor.presses("Berichtigen")
    await editor.presses("Zeit")
    assert "Das passt so nicht" in await editor.says("bald")
    await editor.says("5.12. 16:00–18:00")
    await editor.presses("Ja, so berichtigen")
    moved = telling.find(news).event
    assert moved is not None
    assert (moved.begins.day, moved.begins.hour, moved.place) == (5, 16, "Rathaus")


async def test_a_correction_without_its_words_does_nothing(telling: Telling) -> None:
    editor = await telling.editor()
    news = await telling.submitted(editor, approval=False)
    telling.tick()
    found = telling.find(news)
    said = await editor.presses(CorrectionGoes(news=found.id, version=found.version))
    assert "inzwischen geändert" in said
    assert telling.find(news).revision == 0


async def test_the_report_counts_by_language_and_channel(telling: Telling) -> None:
    editor = await telling.editor()
    telling.room.readers(*(f"d{n}" for n in range(6)))
    telling.room.readers("a1", "a2", "a3", "a4", "a5", "a6", language="ar")
    news = await telling.submitted(editor, approval=False)
    telling.tick()
    telling.deliver()
    telling.tick()
    report = await editor.presses(NewsReport(news=news.id, number=0))
    assert "Arabisch, Telegram: 6 von 6" in report
    assert "andere: 7 von 7" in report, "one in the web chat is not told apart"


async def test_repeated_news_have_a_report_for_each_time(telling: Telling) -> None:
    editor = await telling.editor()
    first = datetime(2026, 11, 23, 10)  # noqa: DTZ001  wall time
    weekly = Schedule(first, "FREQ=WEEKLY;COUNT=3")
    news = await telling.submitted(editor, approval=False, schedule=weekly)
    for _ in range(2):
        telling.tick()
        telling.deliver()
        telling.tick()
        telling.town.clock.later(timedelta(days=7))
    card = await telling.opens(editor, news)
    assert "Nächstes Mal" in card
    assert "Sendung 2" in card
    await editor.presses(NewsReport(news=news.id, number=0))
    assert "Sendung 1" in await editor.presses("Sendung 1")


@pytest.mark.parametrize("kind", [PauseNews, ResumeNews])
async def test_old_buttons_change_nothing(telling: Telling, kind: type) -> None:
    editor = await telling.editor()
    news = await telling.submitted(editor, approval=False)
    said = await editor.presses(kind(news=news.id, version=news.version - 1))
    assert "inzwischen geändert" in said
    assert telling.find(news).version == news.version


async def test_news_that_never_were_are_gone(telling: Telling) -> None:
    editor = await telling.editor()
    for action in (
        CancelNews(news=99, version=1, sure=True),
        WithdrawNews(news=99, version=1, sure=True),
        ApproveNews(news=99, version=1),
    ):
        assert "gibt es nicht mehr" in await editor.presses(action)


async def test_a_role_taken_away_takes_the_buttons_with_it(telling: Telling) -> None:
    editor, manager = await telling.editor(), await telling.manager()
    news = await telling.submitted(editor, approval=True)
    await telling.opens(manager, news)
    account = await telling.account(manager)
    await telling.town.do(
        lambda session: roles.take(session, Deed(telling.now), account or 0, Role.MANAGER)
    )
    assert "fehlt Ihnen eine Aufgabe" in await manager.presses("Freigeben")
    assert telling.find(news).state is NewsState.WAITING
