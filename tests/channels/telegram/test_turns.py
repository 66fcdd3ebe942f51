"""What an update says a person did."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot

from bot.channels.telegram_turns import Reader, update_id
from models.turn import Command, Did, Left, Pressed, Returned, Said, Sender, Sent

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
USER = {"id": 7, "is_bot": False, "first_name": "Amal", "last_name": "X", "language_code": "ar"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Amal"}
GROUP = {"id": -100, "type": "supergroup", "title": "Treff"}
FILE = {"file_id": "a", "file_unique_id": "b"}
PLACE = {"latitude": 50.9, "longitude": 10.6}


@pytest.fixture
def reader() -> Reader:
    return Reader(Bot("42:secret"), "lotse_bot", lambda: NOW)


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    sent = {"message_id": 5, "date": 1, "chat": chat, "from": USER, **content}
    return {"update_id": 9, "message": sent}


def member(old: str, new: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    bot = {"id": 42, "is_bot": True, "first_name": "Lotse"}
    states: dict[str, dict[str, Any]] = {
        "member": {"user": bot},
        "left": {"user": bot},
        "kicked": {"user": bot, "until_date": 0},
    }
    change = {
        "chat": chat,
        "from": USER,
        "date": 1,
        "old_chat_member": {"status": old, **states[old]},
        "new_chat_member": {"status": new, **states[new]},
    }
    return {"update_id": 9, "my_chat_member": change}


def press(data: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    under = {"message_id": 5, "date": 1, "chat": chat, "text": "x"}
    query = {"id": "q", "from": USER, "chat_instance": "1", "data": data, "message": under}
    return {"update_id": 9, "callback_query": query}


def did(reader: Reader, raw: dict[str, Any]) -> Did | None:
    incoming = reader.read(raw)
    return incoming.turn.did if incoming else None


def test_only_what_is_needed_to_answer_is_taken(reader: Reader) -> None:
    incoming = reader.read(message(text="Hallo"))
    assert incoming is not None
    turn = incoming.turn
    assert turn.sender == Sender("telegram", "7", "ar")
    assert (turn.did, turn.at, turn.id) == (Said("Hallo"), NOW, "9")


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
    assert did(reader, message(**content)) == Sent(kind)


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


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (member("member", "kicked"), Left()),
        (member("kicked", "member"), Returned()),
        (member("left", "member"), None),
        (member("member", "left", GROUP), Left()),
        (member("kicked", "member", GROUP), None),
    ],
)
def test_blocking_and_coming_back(
    reader: Reader, raw: dict[str, Any], expected: Did | None
) -> None:
    assert did(reader, raw) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hallo zusammen", None),
        ("/help", Command("help")),
        ("/help@Lotse_Bot", Command("help")),
        ("/help@other_bot", None),
    ],
)
def test_in_groups_only_commands_for_us_are_answered(
    reader: Reader, text: str, expected: Did | None
) -> None:
    assert did(reader, message(GROUP, text=text)) == expected


@pytest.mark.parametrize(
    "raw",
    [
        message(pinned_message={"message_id": 1, "date": 0, "chat": PRIVATE}),
        message({"id": -9, "type": "channel", "title": "x"}, text="/help"),
        {"update_id": 9, "edited_message": message(text="x")["message"]},
        {"update_id": 9, "something_new": {"x": 1}},
        {"update_id": 9},
    ],
)
def test_everything_else_is_left_alone(reader: Reader, raw: dict[str, Any]) -> None:
    assert reader.read(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 9, "message": {"text": "x"}},
        {"update_id": 9, "message": [1]},
        message({**PRIVATE, "id": 10**30}, text="x"),
        message(text={"a": 1}),
    ],
)
def test_what_is_no_update_raises(reader: Reader, raw: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        reader.read(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"update_id": 9}, "9"),
        ({"update_id": -1}, None),
        ({"update_id": 2**80}, None),
        ({"update_id": True}, None),
        ({"update_id": "9"}, None),
        ({}, None),
        ([9], None),
        (None, None),
    ],
)
def test_the_id_of_an_update(raw: object, expected: str | None) -> None:
    assert update_id(raw) == expected
