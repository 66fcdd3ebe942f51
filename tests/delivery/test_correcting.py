"""News that were delivered are corrected where they stand, or taken away."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.background import Stop
from bot.channels.pace import Pace
from bot.channels.telegram_bulk import TelegramBulk
from bot.channels.telegram_bulk_pictures import StoredPictures
from bot.channels.web_delivery import WebDelivery
from bot.message import Key, Line, Message, to_json
from bot.message_media import Shown
from jobs import retention
from models import correcting, form_media, inbox, withdrawing
from models.correcting import Correction
from models.delivery import Kind, State
from models.delivery_receipt import AWAY
from models.delivery_work import Result
from models.inbox import Owed
from models.shared_message import rewrite
from models.store import Store
from surveys.media.checking import File
from tests.delivery.delivering import delivering, finished
from tests.delivery.queued import NOW, claimed, put, record, row_of, said, to
from tests.delivery.sharing import places, shared, to_all
from tests.standin import StandIn
from tests.standin.people import Person

JPEG = File("image/jpeg", b"\xff\xd8\xff\xe0 not looked at here")
OTHER = File("image/jpeg", b"\xff\xd8\xff\xe0 another one")


@pytest.fixture
async def server() -> AsyncIterator[StandIn]:
    async with StandIn() as running:
        yield running


@pytest.fixture
def lite(sqlite_store: Store) -> Store:
    """What happens at Telegram does not hang on the database."""
    return sqlite_store


def news(text: str, picture: File | None = None) -> bytes:
    """A piece of news with a button, and perhaps a picture."""
    media = (Shown("image", picture.hash, "Ein Plakat", "de"),) if picture else ()
    keys = ((Key("Keine Nachrichten mehr", data="nx:7"),),)
    return to_json(Message("de", "ltr", text=(Line(text, "de"),), keys=keys, media=media))


async def deliver(store: Store, server: StandIn) -> None:
    """Until every row has come to its end."""
    stop = Stop()
    pictures = StoredPictures(store, "4242")
    channel = TelegramBulk(server.token, server.url, Pace(1000, stop), 5.0, pictures)
    async with delivering(store, {"telegram": channel}, stop):
        await finished(store)
    assert server.violations == []


async def delivered(store: Store, server: StandIn, message: bytes, *to: Person) -> int:
    """A piece of news that they got."""
    with store.transaction() as session:
        for picture in (JPEG, OTHER):
            form_media.store(session, picture)
        id = shared(session, message)
        to_all(session, id, [person.id for person in to])
    await deliver(store, server)
    for person in to:
        await person.sees(len(person.unseen))
    return id


async def correct(store: Store, server: StandIn, message: bytes, it: Correction) -> None:
    """They get another one instead."""
    with store.transaction() as session:
        rewrite(session, it.shared, message)
        last = correcting.queue(session, it, 0, NOW)
        assert correcting.queue(session, it, last, NOW) == 0
    await deliver(store, server)


def texts(person: Person) -> list[str]:
    return [seen.text for seen in person.screen]


def names(person: Person) -> str:
    """Its messages as a receipt names them, were they all texts."""
    return ",".join(str(number) for number in sorted(person._chat.messages))


async def test_a_correction_changes_the_message_and_sends_no_new_one(
    lite: Store, server: StandIn
) -> None:
    amal, mina = server.person(), server.person()
    id = await delivered(lite, server, news("Am Montag"), amal, mina)
    with lite.transaction() as session:
        assert places(session) == {str(one.id): names(one) for one in (amal, mina)}
    await correct(lite, server, news("Am Dienstag"), Correction(id, 2))
    for person in (amal, mina):
        assert texts(person) == ["Am Dienstag"]
        assert person.screen[0].labels == ["Keine Nachrichten mehr"]


async def test_a_second_correction_finds_the_same_message(lite: Store, server: StandIn) -> None:
    amal = server.person()
    id = await delivered(lite, server, news("Am Montag"), amal)
    await correct(lite, server, news("Am Dienstag"), Correction(id, 2))
    await correct(lite, server, news("Am Mittwoch"), Correction(id, 3))
    assert texts(amal) == ["Am Mittwoch"]


async def test_what_says_so_already_is_done(lite: Store, server: StandIn) -> None:
    amal = server.person()
    id = await delivered(lite, server, news("Am Montag"), amal)
    await correct(lite, server, news("Am Montag"), Correction(id, 2))
    with lite.transaction() as session:
        assert row_of(session, f"p{amal.id}:v2").state == State.SENT
        assert places(session) == {str(amal.id): names(amal)}


async def test_what_she_deleted_herself_does_not_come_back(lite: Store, server: StandIn) -> None:
    amal = server.person()
    id = await delivered(lite, server, news("Am Montag"), amal)
    amal._chat.messages.clear()
    await correct(lite, server, news("Am Dienstag"), Correction(id, 2))
    assert texts(amal) == []
    with lite.transaction() as session:
        assert row_of(session, f"p{amal.id}:v2").state == State.SENT


async def test_a_longer_correction_goes_on_in_a_message_of_its_own(
    lite: Store, server: StandIn
) -> None:
    amal = server.person()
    id = await delivered(lite, server, news("kurz"), amal)
    await correct(lite, server, said("a" * 2500, "b" * 2500), Correction(id, 2))
    assert [text[0] for text in texts(amal)] == ["a", "b"]
    with lite.transaction() as session:
        assert places(session) == {str(amal.id): names(amal)}
    await correct(lite, server, news("wieder kurz"), Correction(id, 3))
    assert texts(amal) == ["wieder kurz"]


async def test_news_that_are_withdrawn_vanish(lite: Store, server: StandIn) -> None:
    amal = server.person()
    id = await delivered(lite, server, said("a" * 2500, "b" * 2500), amal)
    await correct(lite, server, said("Zurückgezogen"), Correction(id, 2, away=True))
    assert texts(amal) == []
    with lite.transaction() as session:
        assert places(session) == {}


async def test_after_two_days_they_say_that_they_were_withdrawn(lite: Store) -> None:
    now = 1_800_000_000.0

    async with StandIn(clock=lambda: now) as server:
        amal = server.person()
        id = await delivered(lite, server, said("a" * 2500, "b" * 2500), amal)
        now += 49 * 3600
        await correct(lite, server, said("Zurückgezogen"), Correction(id, 2, away=True))
        assert texts(amal) == ["Zurückgezogen", "…"]


async def test_a_picture_comes_with_its_words_and_is_handed_over_once(
    lite: Store, server: StandIn
) -> None:
    people = [server.person() for _ in range(12)]
    await delivered(lite, server, news("Ein Fest", JPEG), *people)
    for person in people:
        (seen,) = person.screen
        assert (seen.text, seen.labels) == ("Ein Fest", ["Keine Nachrichten mehr"])
        assert seen.file is not None
        assert seen.file.data == JPEG.content
    given = [call.params["photo"] for call in server.calls.answered("sendPhoto")]
    assert [isinstance(photo, str) for photo in given].count(False) == 1


async def test_a_long_text_comes_below_its_picture(lite: Store, server: StandIn) -> None:
    amal = server.person()
    await delivered(lite, server, news("a" * 1500, JPEG), amal)
    picture, text = amal.screen
    assert picture.file is not None
    assert (picture.text, text.text, text.labels) == ("", "a" * 1500, ["Keine Nachrichten mehr"])


async def test_words_below_a_picture_are_corrected(lite: Store, server: StandIn) -> None:
    amal = server.person()
    id = await delivered(lite, server, news("Am Montag", JPEG), amal)
    await correct(lite, server, news("Am Dienstag", JPEG), Correction(id, 2))
    (seen,) = amal.screen
    assert (seen.text, seen.labels) == ("Am Dienstag", ["Keine Nachrichten mehr"])


async def test_another_picture_comes_instead_of_the_old_one(lite: Store, server: StandIn) -> None:
    amal = server.person()
    id = await delivered(lite, server, news("Am Montag", JPEG), amal)
    await correct(lite, server, news("Am Montag", OTHER), Correction(id, 2))
    (seen,) = amal.screen
    assert seen.file is not None
    assert seen.file.data == OTHER.content
    await correct(lite, server, news("Am Dienstag", OTHER), Correction(id, 3))
    assert texts(amal) == ["Am Dienstag"]


async def test_a_name_that_telegram_forgot_is_asked_for_anew(lite: Store, server: StandIn) -> None:
    amal, mina = server.person(), server.person()
    await delivered(lite, server, news("Ein Fest", JPEG), amal)
    unknown = "Bad Request: wrong file identifier/HTTP URL specified"
    server.faults.on("sendPhoto").fails(400, unknown)
    with lite.transaction() as session:
        to_all(session, shared(session, news("Noch ein Fest", JPEG)), [mina.id])
    await deliver(lite, server)
    assert mina.screen[0].file is not None


async def test_a_picture_that_is_gone_leaves_its_words(lite: Store, server: StandIn) -> None:
    amal, gone = server.person(), File("image/jpeg", b"nowhere")
    await delivered(lite, server, news("Ein Fest", gone), amal)
    assert texts(amal) == ["Ein Fest"]


async def test_in_the_web_chat_the_new_one_stands_in_the_place_of_the_old(store: Store) -> None:
    async def nobody(_owed: Owed) -> None:
        """No page is open."""

    async def came() -> None:
        async with delivering(store, {"web": WebDelivery(nobody)}):
            await finished(store)

    with store.transaction() as session:
        id = shared(session, news("Am Montag"), channel="web")
        to_all(session, id, ["browser"], channel="web")
    await came()
    for version, text in ((2, "Am Dienstag"), (3, "Am Mittwoch")):
        with store.transaction() as session:
            rewrite(session, id, news(text))
            correcting.queue(session, Correction(id, version), 0, NOW)
        await came()
    with store.transaction() as session:
        first, second, third = inbox.owed(session, "web", "browser")
        assert (second.place, third.place) == (str(first.id), str(second.id))
        assert third.message == news("Am Mittwoch")
        assert places(session) == {"browser": str(third.id)}


def arrived(store: Store, *people: int, **given: Any) -> int:
    """News that arrived at these, by their numbers."""
    with store.transaction() as session:
        id = shared(session, **given)
        to_all(session, id, people)
        for row in claimed(session):
            record(session, Result(row.id, State.SENT, 1, place=f"{row.address}0"))
    return id


def test_where_it_arrived_is_remembered_of_news_only(store: Store) -> None:
    with store.transaction() as session:
        put(session, to(5), to(6, Kind.NEWS))
        for row in claimed(session):
            record(session, Result(row.id, State.SENT, 1, place="77"))
        assert places(session) == {"6": "77"}


def test_corrections_are_queued_in_steps_and_once_a_version(store: Store) -> None:
    id = arrived(store, 1, 2, 3)
    with store.transaction() as session:
        steps, after = [], 0
        while after := correcting.queue(session, Correction(id, 2), after, NOW, limit=2):
            steps.append(after)
        assert len(steps) == 2
        assert correcting.queue(session, Correction(id, 2), 0, NOW) == steps[-1]
        assert [(row.address, row.edits) for row in claimed(session)] == [
            ("1", "10"),
            ("2", "20"),
            ("3", "30"),
        ]


def test_what_is_to_be_taken_away_says_so(store: Store) -> None:
    id = arrived(store, 1)
    with store.transaction() as session:
        correcting.queue(session, Correction(id, 2, away=True), 0, NOW)
        (row,) = claimed(session)
        assert row.edits == f"{AWAY}10"


@pytest.mark.parametrize("parting", ["stop", "delete"])
def test_who_left_gets_no_corrections(store: Store, parting: str) -> None:
    id = arrived(store, 1, 2)
    with store.transaction() as session:
        if parting == "stop":
            withdrawing.turn_away(session, "telegram", "1", NOW)
        else:
            withdrawing.forget(session, "telegram", "1")
        correcting.queue(session, Correction(id, 2), 0, NOW)
        assert [row.address for row in claimed(session)] == ["2"]
        assert places(session) == {"2": "20"}


def test_receipts_go_with_their_deliveries(store: Store) -> None:
    arrived(store, 1)
    with store.transaction() as session:
        assert retention.run(session, NOW + timedelta(days=29)) == 0
        assert places(session) == {"1": "10"}
        retention.run(session, NOW + timedelta(days=31))
        assert places(session) == {}
