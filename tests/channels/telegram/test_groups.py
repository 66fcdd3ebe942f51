"""Blocking and coming back, groups, and what is left alone."""

from typing import Any

import pytest

from bot.channels.telegram_turns import Reader, update_id
from models.turn import Command, Did, Left, Returned
from tests.channels.telegram.raw import GROUP, PRIVATE, did, member, message


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
