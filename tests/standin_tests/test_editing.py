"""Messages change in place, go away and answer each other."""

import pytest

from tests.standin import Person, StandIn
from tests.standin_tests.conftest import Client

BUTTONS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}]]}


@pytest.fixture
def amal(server: StandIn) -> Person:
    return server.person(7, first_name="Amal", language_code="ar")


async def test_an_edit_changes_the_screen_in_place(client: Client, amal: Person) -> None:
    sent = await client.result("sendMessage", chat_id=7, text="a", reply_markup=BUTTONS)
    await amal.says("b")
    edit = {"chat_id": 7, "message_id": sent["message_id"]}
    await client.result("editMessageText", text="c", **edit)
    assert [message.text for message in amal.screen] == ["c", "b"]
    before, after = await amal.sees(2)
    assert (before.edited, after.edited) == (False, True)
    assert after.buttons == ()


async def test_an_edit_that_changes_nothing_is_refused(client: Client, amal: Person) -> None:
    sent = await client.result("sendMessage", chat_id=7, text="a", reply_markup=BUTTONS)
    edit = {"chat_id": 7, "message_id": sent["message_id"], "reply_markup": BUTTONS}
    for method, same in (("editMessageText", {"text": " a"}), ("editMessageReplyMarkup", {})):
        code, description = await client.error(method, **edit, **same)
        assert code == 400
        assert description.startswith("Bad Request: message is not modified: specified new")
    await client.result("editMessageText", **edit, text="b")
    _, description = await client.error("editMessageText", **edit, text="b")
    assert "not modified" in description
    assert client.server.violations == []


async def test_what_can_not_be_edited(client: Client, amal: Person) -> None:
    await amal.says("mine")
    edit = {"chat_id": 7, "text": "b"}
    missing = await client.error("editMessageText", message_id=99, **edit)
    assert missing == (400, "Bad Request: message to edit not found")
    hers = await client.error("editMessageText", message_id=1, **edit)
    assert hers == (400, "Bad Request: message can't be edited")
    nothing = await client.error("editMessageText", **edit)
    assert nothing == (400, "Bad Request: message identifier is not specified")


async def test_captions_can_be_edited(client: Client, amal: Person) -> None:
    photo = await client.result("sendPhoto", chat_id=7, photo="https://a.de/b.jpg", caption="a")
    edit = {"chat_id": 7, "message_id": photo["message_id"]}
    _, description = await client.error("editMessageText", **edit, text="b")
    assert description == "Bad Request: there is no text in the message to edit"
    await client.result("editMessageCaption", **edit, caption="b")
    assert amal.screen[0].text == "b"


async def test_deleted_messages_leave_the_screen(client: Client, amal: Person) -> None:
    for text in "abc":
        await client.result("sendMessage", chat_id=7, text=text)
    await client.result("deleteMessage", chat_id=7, message_id=2)
    gone = await client.error("deleteMessage", chat_id=7, message_id=2)
    assert gone == (400, "Bad Request: message to delete not found")
    await client.result("deleteMessages", chat_id=7, message_ids=[1, 2])
    assert [message.text for message in amal.screen] == ["c"]


async def test_replies_need_their_message(client: Client, amal: Person) -> None:
    await amal.says("a")
    reply = await client.result(
        "sendMessage", chat_id=7, text="b", reply_parameters={"message_id": 1}
    )
    assert reply["reply_to_message"]["text"] == "a"
    missing = {"chat_id": 7, "text": "b", "reply_parameters": {"message_id": 99}}
    _, description = await client.error("sendMessage", **missing)
    assert description == "Bad Request: message to be replied not found"
    missing["reply_parameters"] = {"message_id": 99, "allow_sending_without_reply": True}
    await client.result("sendMessage", **missing)
