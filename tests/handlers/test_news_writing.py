"""Writing news in the chat: words, versions, a picture, an event, buttons."""

import pytest

from models import form_media, news_button, news_picture, news_translating, translations
from models.medium import Received
from models.news_button import Leads
from models.news_text import NewsText
from models.role import Role
from models.store import Store
from models.text import LanguageName, Listed, T
from models.translations import Subject
from models.turn import Sent
from surveys.media.checking import answered
from tests import media
from tests.handlers.news_desk import desk, drafting, texts_of, the_news, with_machine
from tests.handlers.talking import Town
from tests.surveying import TITLE, opened

BOTH = pytest.mark.parametrize("language", ["de", "ar"])
KEPT = T("writing.kept")
CARD = T("writing.card")


@pytest.fixture
def there(sqlite_store: Store) -> Town:
    return Town(sqlite_store)


@BOTH
async def test_a_title_and_a_text_make_a_draft(there: Town, language: str) -> None:
    writer = await desk(there, language)
    await writer.says("/news")
    assert writer.sees(T("writing.none"))
    await writer.presses(T("writing.new"))
    await writer.says("x" * 151)
    assert writer.sees(T("writing.too_long", number=151, most=150))
    await writer.says("  Fest \n im Park ")
    assert writer.sees(T("writing.ask_text", language=LanguageName("de"), most=3000))
    await writer.says("x" * 3001)
    assert writer.sees(T("writing.too_long", number=3001, most=3000))
    await writer.says("Wir feiern.  \n\nKommen Sie?\n")
    assert writer.sees(KEPT, "Fest im Park", T("writing.draft"))
    made = await the_news(there)
    assert await texts_of(there, made.id) == {
        "de": NewsText("de", "Fest im Park", "Wir feiern.\n\nKommen Sie?")
    }


@BOTH
async def test_every_part_can_be_changed_and_the_rest_stays(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_title"))
    await writer.says("Fest am Fluss")
    await writer.presses(T("writing.do_text"))
    await writer.says("Am Sonntag.")
    assert writer.sees(KEPT, "Fest am Fluss")
    texts = await texts_of(there, (await the_news(there)).id)
    assert texts == {"de": NewsText("de", "Fest am Fluss", "Am Sonntag.")}


@BOTH
async def test_another_language_is_written_after_the_first(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_tongues"), "Türkçe")
    assert writer.sees(T("writing.ask_title", language=LanguageName("tr"), most=150))
    await writer.says("Parkta şenlik")
    await writer.presses(T("writing.later"))
    assert not writer.offers(T("writing.send"))
    await writer.presses(T("writing.next", what=T("writing.do_text")))
    await writer.says("Cumartesi.")
    names = Listed((LanguageName("de"), LanguageName("tr")))
    assert writer.sees(T("writing.tongues_are", names=names))
    await writer.presses(T("writing.do_tongues"), "Türkçe", T("writing.drop_version_do"))
    assert writer.sees(T("writing.drop_version", language=LanguageName("tr")))
    await writer.presses(T("writing.drop_yes"))
    await writer.presses("Deutsch", T("writing.drop_version_do"))
    assert list(await texts_of(there, (await the_news(there)).id)) == ["de"]


@BOTH
async def test_a_version_is_out_of_date_when_the_german_one_changes(
    there: Town, language: str
) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_tongues"), "English")
    await writer.says("A feast")
    await writer.says("On Saturday.")
    await writer.presses(T("writing.do_text"))
    await writer.says("Am Sonntag.")
    old = T("writing.outdated", names=Listed((LanguageName("en"),)))
    assert writer.sees(old)
    await writer.presses(T("writing.do_tongues"), "English", T("writing.do_text"))
    await writer.says("On Sunday.")
    assert not writer.sees(old)


@BOTH
async def test_a_machine_translates_and_somebody_reads_it_over(there: Town, language: str) -> None:
    with_machine(there)
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_tongues"), "English")
    assert writer.sees(T("writing.no_version", language=LanguageName("en")))
    await writer.presses(T("writing.do_machine"))
    assert writer.sees(T("writing.being_made", language=LanguageName("en")))
    id = (await the_news(there)).id
    about = (Subject.NEWS, id)
    assert await there.ask(lambda s: translations.waiting(s, about)) == {"en"}
    german = await there.ask(lambda s: news_translating.source(s, id))
    assert german is not None
    made = NewsText("en", "Feast", "On Saturday.", machine=True, source_hash=german.hash)
    assert await there.do(lambda s: news_translating.keep(s, id, made, there.clock()))
    await writer.presses(T("writing.look_again"))
    assert writer.sees("On Saturday.", T("writing.machine_made", names=LanguageName("en")))
    await writer.presses(T("writing.do_read"))
    assert not (await texts_of(there, id))["en"].machine
    assert not await there.do(lambda s: news_translating.keep(s, id, made, there.clock()))


@BOTH
async def test_a_picture_is_drawn_anew_and_described(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    assert await there.door.wanted(writer.one.sender, there.clock()) is None
    await writer.presses(T("writing.do_picture"))
    await writer.says("xyzzy")
    assert writer.sees(T("writing.ask_picture"))
    await writer.sends(b"no picture")
    assert writer.sees(T("writing.picture_unfit"))
    await writer.sends_too_much()
    assert writer.sees(T("writing.picture_large"))
    await writer.sends(media.photo())
    await writer.says("Menschen tanzen im Park.")
    assert writer.sees(KEPT, T("writing.has_picture"))
    id = (await the_news(there)).id
    shown = await there.ask(lambda s: news_picture.of(s, id))
    kept = await there.ask(lambda s: form_media.content(s, shown))
    assert kept is not None
    assert media.MAKER.encode() not in kept.content
    assert (await texts_of(there, id))["de"].alt == "Menschen tanzen im Park."
    await writer.presses(T("writing.do_picture"), T("writing.no_picture"))
    assert not writer.sees(T("writing.has_picture"))


async def test_a_picture_that_nobody_asked_for_is_not_kept(there: Town) -> None:
    writer = await drafting(there)
    assert "Fotos" in await writer.one.does(Sent("photo", "AgAC"))
    await writer.says("/news")
    await writer.presses("Fest im Park", "Bild")
    wanted = await there.door.wanted(writer.one.sender, there.clock())
    assert wanted is not None
    await writer.presses("Später")
    late = Received(wanted.question, answered(media.photo(), "image"))
    assert "Fotos" in await writer.one.does(Sent("photo", "AgAC", received=late))
    id = (await the_news(there)).id
    assert await there.ask(lambda s: news_picture.of(s, id)) == ""


@BOTH
async def test_an_event_has_a_time_and_a_place(there: Town, language: str) -> None:
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_event"))
    await writer.says("bald")
    assert writer.sees(T("writing.ask_event"))
    await writer.says("1.11.2026 9:00")
    assert writer.sees(T("writing.past"))
    await writer.says("5.12. 15:00–18:00")
    assert writer.sees(T("writing.ask_place"))
    await writer.says("Stadtpark")
    event = (await the_news(there)).event
    assert event is not None
    assert f"{event.begins} {event.ends} {event.place}" == (
        "2026-12-05 15:00:00 2026-12-05 18:00:00 Stadtpark"
    )
    await writer.presses(T("writing.do_event"), T("writing.do_time"))
    await writer.says("5.–12.12.")
    event = (await the_news(there)).event
    assert event is not None
    assert f"{event.begins:%d.%m. %H:%M} {event.ends:%d.%m. %H:%M}" == "05.12. 00:00 13.12. 00:00"
    assert writer.sees("Stadtpark")
    await writer.presses(T("writing.do_event"), T("writing.no_event"))
    assert (await the_news(there)).event is None


@BOTH
async def test_up_to_three_buttons_lead_on(town: Store, language: str) -> None:
    there = Town(town)
    survey = await there.do(opened)
    writer = await drafting(there, language)
    await writer.presses(T("writing.do_buttons"), T("writing.to_offer"))
    await writer.says("xyzzy")
    assert writer.sees(T("writing.no_offer"))
    await writer.says("Deutschkurs")
    await writer.presses(writer.labels()[0])
    await writer.presses(T("writing.to_survey"), TITLE[language])
    await writer.presses(T("writing.to_link"))
    await writer.says("https://example.org@evil.test/")
    assert writer.sees(T("writing.bad_link"))
    await writer.says("www.example.org/fest")
    await writer.says("Zum Fest")
    id = (await the_news(there)).id
    found = await there.ask(lambda s: news_button.of(s, id))
    assert [(one.kind, one.target) for one in found.values()][1:] == [
        (Leads.SURVEY, str(survey)),
        (Leads.LINK, "https://www.example.org/fest"),
    ]
    assert found[3].labels == {"de": "Zum Fest"}
    await writer.presses(T("writing.do_buttons"))
    assert not writer.offers(T("writing.to_link"))
    await writer.presses("Zum Fest")
    assert writer.sees("https://www.example.org/fest")
    await writer.presses(T("writing.drop_button"))
    assert len(await there.ask(lambda s: news_button.of(s, id))) == 2


async def test_a_link_is_named_in_each_language(there: Town) -> None:
    writer = await drafting(there)
    await writer.presses("Sprachen", "English")
    await writer.says("A feast")
    await writer.says("On Saturday.")
    await writer.presses("Knöpfe", "Webseite")
    await writer.says("example.org")
    await writer.says("Zum Fest")
    assert writer.sees(T("writing.ask_label", language=LanguageName("en"), most=40))
    await writer.says("To the feast")
    id = (await the_news(there)).id
    [button] = (await there.ask(lambda s: news_button.of(s, id))).values()
    assert (button.kind, button.target) == (Leads.LINK, "https://example.org")
    assert button.labels == {"de": "Zum Fest", "en": "To the feast"}


async def test_who_lost_the_role_while_writing_writes_no_more(there: Town) -> None:
    writer = await drafting(there)
    manager = await desk(there, role=Role.MANAGER, address="leitung")
    await writer.presses("Überschrift")
    await manager.says("/people")
    await manager.presses("Redaktion:", "redaktion", "Entziehen: Redaktion", "Ja, entziehen")
    assert "Dafür fehlt Ihnen eine Aufgabe" in await writer.says("Anders")
    texts = await texts_of(there, (await the_news(there)).id)
    assert texts["de"].title == "Fest im Park"


async def test_what_is_given_up_can_no_longer_be_written(there: Town) -> None:
    writer = await drafting(there)
    await writer.presses("Überschrift")
    other = await desk(there, address="kollegin")
    await other.says("/news")
    await other.presses("Fest im Park", "Entwurf wegwerfen")
    assert other.sees(T("writing.drop_sure"))
    await other.presses("Ja, weg damit")
    await writer.says("Anders")
    assert writer.sees(T("writing.too_late"))
    texts = await texts_of(there, (await the_news(there)).id)
    assert texts["de"].title == "Fest im Park"


async def test_the_list_goes_by_state_and_by_pages(there: Town) -> None:
    writer = await drafting(there)
    for number in range(9):
        await writer.says("/news")
        await writer.presses(T("writing.new"))
        await writer.says(f"Nachricht {number}")
    await writer.says("/news")
    assert writer.offers("Nachricht 8 · Entwurf")
    assert not writer.offers("Fest im Park")
    await writer.presses("Weitere")
    assert writer.offers("Fest im Park · Entwurf")
    await writer.presses("Fest im Park", "Entwurf wegwerfen", "Ja, weg damit")
    await writer.says("/news")
    await writer.presses("abgebrochen: 1")
    assert writer.offers("Fest im Park")
    assert not writer.offers("Nachricht 8")
    await writer.presses("abgebrochen: 1")
    assert writer.offers("Nachricht 8")
