"""Pictures of a survey in a Telegram chat, and files as answers, over the Bot API."""

import pytest
from sqlalchemy import func, select

from bot.channels.telegram import TelegramChannel
from models.form_media import MEDIA
from models.store import Store
from models.telegram_file import TELEGRAM_FILE
from surveys.media.checking import LARGEST
from tests import media
from tests.picturing import opened, unfinished
from tests.standin import Person, Seen, StandIn


async def agreed(server: StandIn, store: Store) -> Person:
    """Somebody at the first question."""
    await store.write(opened)
    return await another(server)


async def another(server: StandIn) -> Person:
    """The next one."""
    amal = server.person(language_code="de")
    await amal.says("/language de")
    await amal.sees()
    await amal.says("/survey orte23")
    await amal.sees()
    await amal.presses("Einverstanden, beginnen")
    return amal


def file_id(seen: Seen) -> str:
    """What Telegram calls what was sent."""
    file = seen.raw["photo"][-1] if "photo" in seen.raw else seen.raw["voice"]
    return str(file["file_id"])


async def kept(store: Store) -> list[bytes]:
    return await store.read(unfinished)


async def test_pictures_come_before_the_question_the_choices_as_an_album(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    amal = await agreed(server, store)
    town, voice, park, market, question = await amal.sees(5)
    assert town.raw["photo"]
    assert town.text == ""
    assert voice.raw["voice"]
    assert [park.text, market.text] == ["1. Im Park", "2. Auf dem Markt"]
    assert park.raw["media_group_id"] == market.raw["media_group_id"]
    assert "Wo treffen Sie andere?" in question.text
    assert question.labels[:3] == ["1", "2", "3"]


async def test_a_picture_is_handed_over_once(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    first = await (await agreed(server, store)).sees(5)
    second = await (await another(server)).sees(5)
    assert [file_id(seen) for seen in first[:4]] == [file_id(seen) for seen in second[:4]]
    known = select(func.count()).select_from(TELEGRAM_FILE)
    assert await store.read(lambda s: s.scalar(known)) == 4


async def test_a_name_that_telegram_has_forgotten_is_handed_over_anew(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    await (await agreed(server, store)).sees(5)
    await store.write(lambda s: s.execute(TELEGRAM_FILE.update().values(file_id="gone")))
    town, *_ = await (await another(server)).sees(5)
    assert town.raw["photo"]
    names = await store.read(lambda s: s.scalars(select(TELEGRAM_FILE.c.file_id)).all())
    assert "gone" not in names
    server.violations.clear()


async def test_a_picture_that_telegram_refuses_holds_nothing_up(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    await store.write(opened)
    await store.write(lambda s: s.execute(MEDIA.update().values(content=b"")))
    amal = await another(server)
    assert "Wo treffen Sie andere?" in (await amal.sees()).text
    server.violations.clear()


async def test_a_photo_and_a_voice_message_are_answers(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    amal = await agreed(server, store)
    await amal.sees(5)
    await amal.presses("2")
    assert "Bitte senden Sie ein Foto." in (await amal.sees()).text
    await amal.sends(photo=media.photo())
    assert "Sprachnachricht" in (await amal.sees()).text
    await amal.sends(voice=media.voice())
    assert "Was noch?" in (await amal.sees()).text
    photo, voice = sorted(await kept(store), key=lambda one: one.startswith(b"OggS"))
    assert photo.startswith(b"\xff\xd8")
    assert media.MAKER.encode() not in photo
    assert voice == media.voice()


async def test_a_picture_sent_as_a_file_is_a_picture(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    amal = await agreed(server, store)
    await amal.sees(5)
    await amal.presses("2")
    await amal.sees()
    await amal.sends(document=media.drawing(), file_name="amal_hassan.pdf")
    assert "Sprachnachricht" in (await amal.sees()).text
    assert len(await kept(store)) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"document": media.SVG}, "Art von Datei"),
        ({"voice": media.voice()}, "Art von Datei"),
        ({"document": media.photo() + bytes(LARGEST["image"])}, "zu groß"),
        ({"video": bytes(21 * 1024 * 1024)}, "zu groß"),
    ],
    ids=["svg", "voice", "large", "larger"],
)
async def test_what_does_not_fit_is_refused_kindly_and_asked_again(
    server: StandIn, lotse: TelegramChannel, store: Store, content: dict[str, bytes], words: str
) -> None:
    amal = await agreed(server, store)
    await amal.sees(5)
    await amal.presses("2")
    await amal.sees()
    await amal.sends(**content)  # type: ignore[arg-type]
    said = (await amal.sees()).text
    assert words in said
    assert "Zeigen Sie uns den Ort." in said
    assert await kept(store) == []


async def test_nothing_is_fetched_that_nobody_asked_for(
    server: StandIn, lotse: TelegramChannel, store: Store
) -> None:
    amal = await agreed(server, store)
    await amal.sees(5)
    await amal.sends(photo=media.photo())
    assert "nichts gespeichert" in (await amal.sees()).text
    assert server.calls.of("getFile") == []
    assert await kept(store) == []
