"""Telegram's limits and its words when one is broken."""

from typing import Any

import pytest

from tests.standin_tests.conftest import Client

Markup = dict[str, Any]


@pytest.fixture(autouse=True)
def amal(client: Client) -> None:
    client.server.person(7)


def inline(*buttons: dict[str, Any], columns: int = 1) -> Markup:
    rows = [list(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]
    return {"inline_keyboard": rows}


def tap(data: str = "x") -> dict[str, Any]:
    return {"text": "a", "callback_data": data}


def html(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML"}


def bold(offset: int, length: int) -> dict[str, Any]:
    return {"text": "hello", "entities": [{"type": "bold", "offset": offset, "length": length}]}


ALLOWED: dict[str, dict[str, Any]] = {
    "longest text": {"text": "x" * 4096},
    "longest text after parsing": html("<b>" + "&amp;" * 4096 + "</b>"),
    "most entities": html("<b>a</b> " * 100),
    "longest data": {"text": "a", "reply_markup": inline(tap("я" * 32))},
    "most buttons": {"text": "a", "reply_markup": inline(*[tap()] * 100, columns=8)},
    "a link": {"text": "a", "reply_markup": inline({"text": "a", "url": "example.org/a"})},
    "entities": bold(0, 5),
    "reply keyboard": {"text": "a", "reply_markup": {"keyboard": [[{"text": "a"}] * 12]}},
}


@pytest.mark.parametrize("message", ALLOWED.values(), ids=ALLOWED)
async def test_what_is_just_allowed(client: Client, message: dict[str, Any]) -> None:
    await client.result("sendMessage", chat_id=7, **message)
    assert client.server.violations == []


def url(address: str) -> dict[str, Any]:
    return {"text": "a", "reply_markup": inline({"text": "a", "url": address})}


BAD_URL = "inline keyboard button URL '{}' is invalid: {}"
BAD_BUTTON = "can't parse inline keyboard button: "

TOO_MUCH: dict[str, tuple[dict[str, Any], str]] = {
    "no text": ({"text": ""}, "message text is empty"),
    "blank text": ({"text": " \n\t\r"}, "message text is empty"),
    "empty markup": (html("<b></b>"), "message text is empty"),
    "long text": ({"text": "x" * 4097}, "message is too long"),
    "long text in UTF-16": ({"text": "😀" * 2049}, "message is too long"),
    "long source": (html("&amp;" * 6554), "text is too long"),
    "many entities": (html("<b>a</b> " * 101), "a message has at most 100 entities, not 101"),
    "bad markup": (html("<b>a"), "can't parse entities: Can't find end tag corresponding to"),
    "other markup": ({"text": "a", "parse_mode": "Markdwn"}, "unsupported parse_mode"),
    "entity behind": (bold(100, 1), "entity begins after the end of the text at UTF-16 offset 100"),
    "entity beyond": (
        bold(0, 100),
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ),
    "entity before": (bold(-1, 1), "receive an entity with incorrect offset -1"),
    "long data": ({"text": "a", "reply_markup": inline(tap("я" * 33))}, "BUTTON_DATA_INVALID"),
    "no data": ({"text": "a", "reply_markup": inline(tap(""))}, "BUTTON_DATA_INVALID"),
    "many buttons": (
        {"text": "a", "reply_markup": inline(*[tap()] * 101, columns=8)},
        "reply markup is too long",
    ),
    "wide row": (
        {"text": "a", "reply_markup": inline(*[tap()] * 9, columns=9)},
        "reply markup is too long",
    ),
    "idle button": ({"text": "a", "reply_markup": inline({"text": "a"})}, BAD_BUTTON + "Text butt"),
    "busy button": (
        {"text": "a", "reply_markup": inline(tap() | {"url": "a.de"})},
        BAD_BUTTON + "A button does one thing, not callback_data, url",
    ),
    "nameless button": (
        {"text": "a", "reply_markup": inline(tap() | {"text": " "})},
        "inline keyboard button text must be non-empty",
    ),
    "nowhere": (url("not-a-url"), BAD_URL.format("not-a-url", "Wrong HTTP URL")),
    "here": (url("http://localhost"), BAD_URL.format("http://localhost", "Wrong HTTP URL")),
    "call": (url("tel:112"), BAD_URL.format("tel:112", "Unsupported URL protocol")),
    "empty link": (url("https://"), BAD_URL.format("https://", "URL host is empty")),
    "plain web app": (
        {"text": "a", "reply_markup": inline({"text": "a", "web_app": {"url": "http://a.de"}})},
        "inline keyboard button Web App URL 'http://a.de' is invalid: Only HTTPS links are allowed",
    ),
    "wide keyboard": (
        {"text": "a", "reply_markup": {"keyboard": [[{"text": "a"}] * 13]}},
        "reply markup is too long",
    ),
    "heavy markup": (
        {"text": "a", "reply_markup": inline(*[tap() | {"text": "x" * 1000}] * 10)},
        "reply markup is too long",
    ),
}


@pytest.mark.parametrize(("message", "complaint"), TOO_MUCH.values(), ids=TOO_MUCH)
async def test_what_is_too_much(client: Client, message: dict[str, Any], complaint: str) -> None:
    code, description = await client.error("sendMessage", chat_id=7, **message)
    assert code == 400
    assert description.startswith(f"Bad Request: {complaint}")
    assert client.server.violations == [f"sendMessage: {description}"]


async def test_text_is_kept_without_blanks_around_and_control_characters(client: Client) -> None:
    message = await client.result("sendMessage", chat_id=7, **html("  <b>a\x00b\u202e</b>\r\n "))
    assert message["text"] == "a b"
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


OTHER: dict[str, tuple[str, dict[str, Any], str]] = {
    "long notice": ("answerCallbackQuery", {"text": "x" * 201}, "MESSAGE_TOO_LONG"),
    "action": ("sendChatAction", {"chat_id": 7, "action": "dancing"}, "wrong parameter action"),
    "caption": (
        "sendPhoto",
        {"chat_id": 7, "photo": "https://a.de/b.jpg", "caption": "x" * 1025},
        "message caption is too long",
    ),
    "latitude": (
        "sendLocation",
        {"chat_id": 7, "latitude": 91, "longitude": 0},
        "wrong latitude or longitude specified",
    ),
    "album of one": (
        "sendMediaGroup",
        {"chat_id": 7, "media": [{"type": "photo", "media": "https://a.de/b.jpg"}]},
        "wrong number of messages in the album",
    ),
    "secret": (
        "setWebhook",
        {"url": "https://a.de", "secret_token": "a b"},
        "secret token contains unallowed characters",
    ),
    "long secret": (
        "setWebhook",
        {"url": "https://a.de", "secret_token": "a" * 257},
        "secret token is too long",
    ),
    "connections": (
        "setWebhook",
        {"url": "https://a.de", "max_connections": 101},
        "max_connections must be 1-100",
    ),
    "long name": ("setMyName", {"name": "x" * 65}, "setMyName.name: has 65 characters"),
}


@pytest.mark.parametrize(("method", "params", "complaint"), OTHER.values(), ids=OTHER)
async def test_other_limits(
    client: Client, method: str, params: dict[str, Any], complaint: str
) -> None:
    if method == "answerCallbackQuery":
        await client.server.person(7).presses_data("x")
        params = params | {"callback_query_id": client.server.unanswered[0]}
    code, description = await client.error(method, **params)
    assert code == 400
    assert description.startswith(f"Bad Request: {complaint}")
    assert len(client.server.violations) == 1
