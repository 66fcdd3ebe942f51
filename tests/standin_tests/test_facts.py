"""Every call is compared with the Bot API's description of methods and types."""

from typing import Any

import pytest

from tests.standin import Facts, StandIn
from tests.standin.make_facts import cut
from tests.standin.methods import METHODS
from tests.standin_tests.conftest import Client

FACTS = Facts()

WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "missing": ("sendMessage", {"chat_id": 1}, "sendMessage.text: is required"),
    "unknown": ("getMe", {"verbose": True}, "getMe.verbose: is no field of it"),
    "number for text": ("sendMessage", {"chat_id": 1, "text": 5}, "sendMessage.text: is not a"),
    "text for number": ("getUpdates", {"offset": "5"}, "getUpdates.offset: is not a Integer"),
    "boolean for number": ("getUpdates", {"limit": True}, "getUpdates.limit: is not a Integer"),
    "number for boolean": (
        "deleteWebhook",
        {"drop_pending_updates": 1},
        "deleteWebhook.drop_pending_updates: is not a Boolean",
    ),
    "null": ("getUpdates", {"limit": None}, "getUpdates.limit: is not a Integer"),
    "no list": ("setMyCommands", {"commands": {}}, "setMyCommands.commands: is not an array"),
    "deep inside": (
        "sendMessage",
        {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[{"txt": "a"}]]}},
        "InlineKeyboardButton.text: is required",
    ),
    "deep and unknown": (
        "setMyCommands",
        {"commands": [{"command": "a", "description": "b", "icon": "c"}]},
        "BotCommand.icon: is no field of it",
    ),
}


@pytest.mark.parametrize(("method", "params", "complaint"), WRONG.values(), ids=WRONG)
async def test_a_wrong_call_is_refused_and_noted(
    client: Client, method: str, params: dict[str, Any], complaint: str
) -> None:
    client.server.person(1)
    code, description = await client.error(method, **params)
    assert code == 400
    assert complaint in description
    assert complaint in " ".join(client.server.violations)
    assert client.server.calls[-1].code == 400


async def test_every_problem_of_a_call_is_noted(client: Client) -> None:
    await client.error("sendMessage", verbose=1)
    assert len(client.server.violations) == 3


async def test_an_unknown_method_is_not_found(client: Client) -> None:
    assert await client.error("sendLove", chat_id=1) == (404, "Not Found")
    assert client.server.violations == ["sendLove: Not Found"]


async def test_a_wrong_token_is_unauthorized(client: Client) -> None:
    async with client.session.get(f"{client.server.url}/bot1:other/getMe") as response:
        assert (await response.json())["error_code"] == 401


async def test_a_body_that_is_no_json_is_refused(client: Client) -> None:
    headers = {"Content-Type": "application/json"}
    address = client.address("getMe")
    async with client.session.post(address, data=b"{", headers=headers) as response:
        assert response.status == 400
    assert client.server.violations


async def test_forms_say_the_same_as_json(client: Client) -> None:
    client.server.person(7)
    form = {"chat_id": "7", "text": "5", "reply_markup": '{"force_reply": true}'}
    async with client.session.post(client.address("sendMessage"), data=form) as response:
        assert (await response.json())["result"]["text"] == "5"
    assert client.server.calls[-1].params["reply_markup"] == {"force_reply": True}
    assert client.server.violations == []


async def test_a_form_can_be_wrong_too(client: Client) -> None:
    form = {"chat_id": "7", "text": "a", "disable_notification": "perhaps", "reply_markup": "{"}
    async with client.session.post(client.address("sendMessage"), data=form) as response:
        assert response.status == 400
    assert len(client.server.violations) == 2


async def test_parameters_may_stand_in_the_address(client: Client) -> None:
    client.server.person(7)
    address = client.address("sendMessage")
    async with client.session.get(address, params={"chat_id": 7, "text": "a"}) as response:
        assert response.status == 200


def test_every_method_with_facts_is_carried_out() -> None:
    assert set(METHODS) == set(FACTS.methods)


def test_facts_hold_every_type_they_name() -> None:
    again = cut({"version": FACTS.version, "methods": FACTS.methods, "types": FACTS.types})
    assert again["types"] == FACTS.types


async def test_what_people_do_makes_updates_that_fit_the_facts(server: StandIn) -> None:
    amal = server.person(language_code="ar")
    await amal.says("/start offer_5 und /help")
    await amal.sends(location=(50.98, 11.03))
    await amal.sends(contact="+49361")
    await amal.sends(photo=b"jpg", caption="Brief", media_group_id="4")
    await amal.sends(document=b"pdf", file_name="brief.pdf")
    await amal.sends(voice=b"ogg")
    await amal.sends(audio=b"mp3")
    await amal.sends(video=b"mp4")
    await amal.sends(video_note=b"mp4")
    await amal.sends(animation=b"mp4")
    await amal.sends(sticker=b"webp")
    await amal.says("guten Tag")
    await amal.edits("Guten Tag!")
    await amal.presses_data("old")
    await amal.blocks()
    await amal.unblocks()
    updates = list(server.world.updates.pending.values())
    assert len(updates) == 16
    assert [p for update in updates for p in FACTS.problems("Update", update)] == []


async def test_what_the_server_answers_fits_the_facts(client: Client) -> None:
    client.server.person(7)
    asked: dict[str, dict[str, Any]] = {
        "getMe": {},
        "getWebhookInfo": {},
        "sendMessage": {"chat_id": 7, "text": "<b>a</b>", "parse_mode": "HTML"},
        "sendPhoto": {"chat_id": 7, "photo": "https://example.org/a.jpg"},
        "sendVenue": {"chat_id": 7, "latitude": 5, "longitude": 6, "title": "a", "address": "b"},
        "sendContact": {"chat_id": 7, "phone_number": "112", "first_name": "a"},
        "getMyName": {},
        "getChatMenuButton": {},
        "getMyCommands": {},
    }
    for method, params in asked.items():
        result = await client.result(method, **params)
        kinds = FACTS.methods[method]["returns"]
        assert any(not FACTS.problems(kind, result) for kind in kinds), (method, result)
