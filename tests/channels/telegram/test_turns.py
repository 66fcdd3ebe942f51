"""What an update says a person did."""

from copy import deepcopy
from typing import Any

import pytest
from aiogram import Bot
from hypothesis import given

from bot.channels.telegram_turns import FILES, Reader
from models.turn import Command, Did, Pressed, Said, Sender, Sent
from tests.channels.telegram.raw import PRIVATE, did, message, press
from tests.channels.telegram.updates import MESSAGES, QUERIES
from tests.clock import MONDAY_MORNING, Clock

FILE = {"file_id": "a", "file_unique_id": "b"}
PLACE = {"latitude": 50.9, "longitude": 10.6}


def test_only_what_is_needed_to_answer_is_taken(reader: Reader) -> None:
    incoming = reader.read(message(text="Hallo"))
    assert incoming is not None
    turn = incoming.turn
    assert turn.sender == Sender("telegram", "7", "ar")
    assert (turn.did, turn.at, turn.id) == (Said("Hallo"), MONDAY_MORNING, "9")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start offer_7", Command("start", "offer_7")),
        ("/Help", Command("help")),
        ("/help@lotse_bot", Command("help")),
        ("/löschen", Command("löschen")),
        ("/language\nar", Command("language", "ar")),
        ("/ oder", Said("/ oder")),
        ("und/oder", Said("und/oder")),
        ("  Wo?  ", Said("Wo?")),
        ("a\ud800b", Said("a\ufffdb")),
    ],
)
def test_texts_and_commands(reader: Reader, text: str, expected: Did) -> None:
    assert did(reader, message(text=text)) == expected


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"photo": [{**FILE, "width": 1, "height": 1}], "caption": "x"}, "photo"),
        ({"voice": {**FILE, "duration": 1}}, "voice"),
        ({"video": {**FILE, "width": 1, "height": 1, "duration": 1}}, "video"),
        ({"document": FILE}, "file"),
        (
            {
                "animation": {**FILE, "width": 1, "height": 1, "duration": 1},
                "document": FILE,
            },
            "video",
        ),
        (
            {
                "sticker": {
                    **FILE,
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "sticker",
        ),
        ({"location": PLACE}, "place"),
        ({"venue": {"location": PLACE, "title": "x", "address": "y"}, "location": PLACE}, "place"),
        ({"contact": {"phone_number": "1", "first_name": "x"}}, "contact"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "other"),
    ],
)
def test_what_is_no_text(reader: Reader, content: dict[str, Any], kind: Any) -> None:
    found = did(reader, message(**content))
    point = "50.900 10.600" if kind == "place" else ""
    assert found == Sent(kind, "a" if kind in FILES else "", point=point)


def test_of_a_photo_the_largest_size_is_meant(reader: Reader) -> None:
    sizes = [
        {"file_id": name, "file_unique_id": name, "width": side, "height": side, "file_size": side}
        for name, side in (("small", 90), ("large", 1280))
    ]
    assert did(reader, message(photo=sizes)) == Sent("photo", "large", 1280)


def without_language(update: dict[str, Any]) -> dict[str, Any]:
    """The same, which only aiogram's models read then."""
    bare = deepcopy(update)
    for came in (bare.get("message"), bare.get("callback_query")):
        if came and isinstance(came.get("from"), dict):
            came["from"].pop("language_code", None)
    return bare


@given(MESSAGES.map(lambda sent: {"message": sent}) | QUERIES.map(lambda q: {"callback_query": q}))
def test_what_comes_most_is_read_as_aiogram_reads_it(update: dict[str, Any]) -> None:
    reader, raw = Reader(Bot("42:secret"), "lotse_bot", Clock()), {"update_id": 9, **update}
    try:
        whole = reader.read(without_language(raw))
    except (ValueError, AttributeError):  # is put aside, unless what is wrong is what nobody needs
        return
    read = reader.read(raw)
    assert (read and (read.turn.did, read.query, read.turn.sender.address)) == (
        whole and (whole.turn.did, whole.query, whole.turn.sender.address)
    )


def test_a_press_names_its_message_and_its_query(reader: Reader) -> None:
    incoming = reader.read(press("offer:7"))
    assert incoming is not None
    assert incoming.turn.did == Pressed("offer:7", "5")
    assert incoming.query == "q"


def test_data_that_no_button_of_ours_can_hold_are_not_passed_on(reader: Reader) -> None:
    assert did(reader, press("x" * 65)) == Pressed("", "5")


def test_a_press_under_a_message_that_is_too_old_to_see(reader: Reader) -> None:
    raw = press("offer:7")
    raw["callback_query"]["message"] = {"message_id": 5, "date": 0, "chat": PRIVATE}
    assert did(reader, raw) == Pressed("offer:7", "5")
