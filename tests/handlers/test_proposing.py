"""People of the network propose news; a manager takes them up, or says why not."""

import pytest

from handlers.news_course_pages import DeclineNews, TakeBack, TakeUpNews
from models import news, news_text
from models.news import News, NewsState
from models.role import Role
from models.store import Store
from tests.handlers.talking import Somebody
from tests.handlers.telling_news import Telling


@pytest.fixture
def telling(sqlite_store: Store) -> Telling:
    return Telling(sqlite_store)


async def proposed(telling: Telling, her: Somebody) -> News:
    """A festival."""
    await her.says("/propose")
    await her.says("Nikolausfest im Park")
    assert "Ihr Vorschlag ist angekommen" in await her.says("Am 6.12. um 15 Uhr, für alle.")
    found = await telling.town.ask(lambda s: news.in_states(s, [NewsState.PROPOSED]))
    return found[0]


async def test_a_proposal_becomes_a_managers_draft(telling: Telling) -> None:
    manager = await telling.manager()
    her = await telling.town.somebody("Verein", Role.NETWORK)
    made = await proposed(telling, her)
    assert telling.words_to(manager) == ["Verein schlägt eine Neuigkeit vor: Nikolausfest im Park"]
    card = await telling.opens(manager, made)
    assert "Vorschlag" in card
    await manager.presses("Übernehmen")
    assert telling.find(made).state is NewsState.DRAFT
    assert telling.words_to(her) == ["Ihr Vorschlag wird vorbereitet: Nikolausfest im Park"]
    assert "Nikolausfest im Park – übernommen" in await her.says("/vorschlagen")
    texts = await telling.town.ask(lambda s: news_text.of(s, made.id))
    assert texts["de"].body == "Am 6.12. um 15 Uhr, für alle."


async def test_a_declined_proposal_comes_back_with_a_reason(telling: Telling) -> None:
    manager = await telling.manager()
    her = await telling.town.somebody("Verein", Role.NETWORK)
    made = await proposed(telling, her)
    await telling.opens(manager, made)
    await manager.presses("Ablehnen")
    assert "Abgelehnt" in await manager.says("Das steht schon in einer anderen Nachricht.")
    (told,) = telling.words_to(her)
    assert told.splitlines() == [
        "Ihr Vorschlag wird nicht gesendet: Nikolausfest im Park",
        "Grund: Das steht schon in einer anderen Nachricht.",
    ]
    assert "wird nicht gesendet" in await her.says("/propose")


async def test_she_takes_it_back_until_somebody_took_it_up(telling: Telling) -> None:
    manager = await telling.manager()
    her = await telling.town.somebody("Verein", Role.NETWORK)
    first, second = await proposed(telling, her), await proposed(telling, her)
    assert "zurückgenommen" in await her.presses("Zurücknehmen")
    assert telling.find(second).state is NewsState.CANCELLED
    await manager.presses(TakeUpNews(news=first.id, version=first.version))
    said = await her.presses(TakeBack(news=first.id, version=first.version))
    assert "schon entschieden" in said
    assert telling.find(first).state is NewsState.DRAFT


async def test_nobody_takes_back_anothers(telling: Telling) -> None:
    her = await telling.town.somebody("Verein", Role.NETWORK)
    other = await telling.town.somebody("Anderer Verein", Role.NETWORK)
    made = await proposed(telling, her)
    await other.presses(TakeBack(news=made.id, version=made.version))
    assert telling.find(made).state is NewsState.PROPOSED


async def test_an_editor_decides_about_no_proposal(telling: Telling) -> None:
    editor = await telling.editor()
    made = await proposed(telling, await telling.town.somebody("Verein", Role.NETWORK))
    await telling.opens(editor, made)
    assert not editor.sees("Übernehmen")
    seen = {"news": made.id, "version": made.version}
    for action in (TakeUpNews(**seen), DeclineNews(**seen)):
        assert "fehlt Ihnen eine Aufgabe" in await editor.presses(action)
    assert telling.find(made).state is NewsState.PROPOSED


async def test_what_does_not_fit_is_asked_for_again(telling: Telling) -> None:
    her = await telling.town.somebody("Verein", Role.NETWORK)
    await her.says("/propose")
    assert "151 Zeichen, höchstens 150" in await her.says("x" * 151)
    await her.says("Fest")
    assert "3.001 Zeichen, höchstens 3.000" in await her.says("x" * 3001)
    assert "angekommen" in await her.says("Kommen Sie.")
