"""Something that is not text: it is taken where it was asked for, and nowhere else."""

from handlers.respond import SENT, WANTED
from models.store import Store
from models.turn import Sender, Sent
from tests.handlers.talking import Town

PICTURE = Sent("photo", reference="picture")


async def test_outside_of_dialogues_nothing_is_wanted_and_nothing_taken(store: Store) -> None:
    amal = await Town(store).somebody("amal")
    assert await amal.town.door.wanted(amal.sender, amal.town.clock()) is None
    assert "Fotos, Dateien" in await amal.does(PICTURE)


async def test_where_words_are_awaited_a_picture_is_no_answer(store: Store) -> None:
    amal = await Town(store).somebody("amal")
    await amal.says("/idea")
    assert await amal.town.door.wanted(amal.sender, amal.town.clock()) is None
    assert "Fotos, Dateien" in await amal.does(PICTURE)


async def test_of_somebody_unknown_nothing_is_wanted(store: Store) -> None:
    town = Town(store)
    assert await town.door.wanted(Sender("web", "nobody"), town.clock()) is None


def test_what_asks_for_a_file_takes_one() -> None:
    assert WANTED.keys() <= SENT.keys()
