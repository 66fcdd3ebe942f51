"""What happens in a chat: sending, editing, deleting, pressing, blocking."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.standin import Person, StandIn
from tests.standin_tests.conftest import Client

BUTTONS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}]]}


@pytest.fixture
def amal(server: StandIn) -> Person:
    return server.person(7, first_name="Amal", language_code="ar")


async def test_she_sees_what_the_bot_sends(client: Client, amal: Person) -> None:
    await client.result(
        "sendMessage", chat_id=7, text="<b>Guten</b> Tag", parse_mode="HTML", reply_markup=BUTTONS
    )
    message = await amal.sees()
    assert (message.text, message.html) == ("Guten Tag", "<b>Guten</b> Tag")
    assert message.button("Ja").data == "yes"
    assert not message.edited
    assert message.by_bot
    assert amal.unseen == []
    await client.result("sendMessage", chat_id=7, text="a < b")
    assert (await amal.sees()).html == "a &lt; b"


async def test_she_sees_several_in_order(client: Client, amal: Person) -> None:
    for text in "abc":
        await client.result("sendMessage", chat_id=7, text=text)
    assert [message.text for message in await amal.sees(2)] == ["a", "b"]
    assert [message.text for message in amal.unseen] == ["c"]


async def test_seeing_nothing_is_an_error_that_shows_the_screen(amal: Person) -> None:
    await amal.says("hallo")
    with pytest.raises(AssertionError, match="me: 'hallo'"):
        await amal.sees(within=0)


async def test_a_press_is_answered_once(client: Client, amal: Person) -> None:
    await client.result("sendMessage", chat_id=7, text="a", reply_markup=BUTTONS)
    assert (await amal.presses("Ja")).data == "yes"
    (update,) = await client.result("getUpdates")
    query = update["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("yes", "a")
    answer = {"callback_query_id": query["id"], "text": "Danke", "show_alert": True}
    await client.result("answerCallbackQuery", **answer)
    assert [(notice.text, notice.alert) for notice in amal.notices] == [("Danke", True)]
    assert client.server.unanswered == []
    code, description = await client.error("answerCallbackQuery", **answer)
    assert (code, description) == (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    assert client.server.violations == []


async def test_a_press_can_pick_by_a_condition_and_waits_for_its_button(
    client: Client, amal: Person
) -> None:
    await client.result("sendMessage", chat_id=7, text="a", reply_markup=BUTTONS)
    assert (await amal.presses(lambda button: button.data == "yes")).text == "Ja"
    with pytest.raises(AssertionError, match="no button 'Nein'"):
        await amal.presses("Nein", within=0)


async def test_links_and_reply_keyboards(client: Client, amal: Person) -> None:
    link = {"inline_keyboard": [[{"text": "Karte", "url": "https://a.de"}]]}
    await client.result("sendMessage", chat_id=7, text="a", reply_markup=link)
    keyboard = {"keyboard": [[{"text": "Hilfe"}]]}
    await client.result("sendMessage", chat_id=7, text="b", reply_markup=keyboard)
    assert (await amal.presses("Karte")).url == "https://a.de"
    await amal.presses("Hilfe")
    assert [u["message"]["text"] for u in await client.result("getUpdates")] == ["Hilfe"]
    gone = {"remove_keyboard": True}
    await client.result("sendMessage", chat_id=7, text="c", reply_markup=gone)
    with pytest.raises(AssertionError, match="no button 'Hilfe'"):
        await amal.presses("Hilfe", within=0)


async def test_a_stale_button_can_still_be_pressed(client: Client, amal: Person) -> None:
    await amal.presses_data("gone", message_id=40)
    (update,) = await client.result("getUpdates")
    message = update["callback_query"]["message"]
    assert (message["message_id"], message["date"]) == (40, 0)


async def test_nobody_is_written_to_who_never_wrote(client: Client) -> None:
    for chat_id in (5, 0, "@town"):
        error = await client.error("sendMessage", chat_id=chat_id, text="a")
        assert error == (400, "Bad Request: chat not found")
    user = {"id": 5, "is_bot": False, "first_name": "Olena"}
    chat = {"id": 5, "type": "private"}
    client.server.push({"message": {"message_id": 5, "from": user, "chat": chat, "date": 1}})
    sent = await client.result("sendMessage", chat_id=5, text="a")
    assert sent["message_id"] == 6


async def test_blocking_is_told_and_respected(client: Client, amal: Person) -> None:
    await amal.blocks()
    forbidden = (403, "Forbidden: bot was blocked by the user")
    assert await client.error("sendMessage", chat_id=7, text="a") == forbidden
    assert await client.error("sendChatAction", chat_id=7, action="typing") == forbidden
    await amal.unblocks()
    await client.result("sendMessage", chat_id=7, text="a")
    changes = [update["my_chat_member"] for update in await client.result("getUpdates")]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]
    await amal.leaves()
    left = await client.error("sendMessage", chat_id=7, text="a")
    assert left == (403, "Forbidden: user is deactivated")


async def test_commands_are_marked_as_such(client: Client, amal: Person) -> None:
    await amal.says("😀 /help@lotse_bot und/oder /x")
    (update,) = await client.result("getUpdates")
    assert update["message"]["entities"] == [
        {"type": "bot_command", "offset": 3, "length": 15},
        {"type": "bot_command", "offset": 28, "length": 2},
    ]


async def test_an_edited_message_of_hers_is_an_update(client: Client, amal: Person) -> None:
    await amal.says("a")
    await amal.edits("b")
    first, second = await client.result("getUpdates")
    assert second["edited_message"]["text"] == "b"
    assert second["edited_message"]["message_id"] == first["message"]["message_id"]
    assert amal.screen[0].edited


async def test_typing_signs_are_seen(client: Client, amal: Person) -> None:
    await client.result("sendChatAction", chat_id=7, action="typing")
    await amal.waits(lambda: amal.typing == ["typing"])


@pytest.fixture
async def late() -> AsyncIterator[tuple[Client, list[float]]]:
    now = [1_000_000.0]
    async with StandIn(clock=lambda: now[0]) as server, ClientSession() as session:
        yield Client(server, session), now


async def test_time_passes_for_queries_and_messages(late: tuple[Client, list[Any]]) -> None:
    client, now = late
    amal = client.server.person(7)
    await client.result("sendMessage", chat_id=7, text="a", reply_markup=BUTTONS)
    await amal.presses("Ja")
    now[0] += 151
    error = await client.error("answerCallbackQuery", callback_query_id=client.server.unanswered[0])
    assert "query is too old" in error[1]
    now[0] += 48 * 3600
    error = await client.error("deleteMessage", chat_id=7, message_id=1)
    assert error == (400, "Bad Request: message can't be deleted for everyone")
