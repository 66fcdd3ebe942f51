"""What the bot says about itself: commands and names in many languages."""

from typing import Any

import pytest

from tests.standin_tests.conftest import Client


async def test_her_menu_speaks_her_language(client: Client) -> None:
    amal = client.server.person(7, language_code="ar")
    for code in ("", "ar"):
        commands = [{"command": "help", "description": f"help in {code}"}]
        language = {"language_code": code} if code else {}
        await client.result("setMyCommands", commands=commands, **language)
    assert amal.menu[0]["description"] == "help in ar"
    await client.result("deleteMyCommands", language_code="ar")
    assert amal.menu[0]["description"] == "help in "


async def test_names_fall_back_to_everyones(client: Client) -> None:
    await client.result("setMyName", name="Lotse")
    await client.result("setMyName", name="دليل", language_code="ar")
    assert await client.result("getMyName", language_code="ar") == {"name": "دليل"}
    assert await client.result("getMyName", language_code="de") == {"name": "Lotse"}


def command(name: str = "help", description: str = "Help") -> dict[str, Any]:
    return {"command": name, "description": description}


COMMANDS: dict[str, tuple[dict[str, Any], str]] = {
    "capitals": ({"commands": [command("Help")]}, "BOT_COMMAND_INVALID"),
    "slash": ({"commands": [command("/help")]}, "BOT_COMMAND_INVALID"),
    "long name": ({"commands": [command("h" * 33)]}, "BOT_COMMAND_INVALID"),
    "no description": (
        {"commands": [command(description="")]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "long description": (
        {"commands": [command(description="x" * 257)]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "too many": ({"commands": [command(f"c{n}") for n in range(101)]}, "BOT_COMMANDS_TOO_MUCH"),
    "three letters": ({"commands": [], "language_code": "deu"}, "invalid language code specified"),
    "unknown scope": (
        {"commands": [], "scope": {"type": "friends"}},
        "can't parse BotCommandScope: Unsupported type specified",
    ),
}


@pytest.mark.parametrize(("params", "complaint"), COMMANDS.values(), ids=COMMANDS)
async def test_commands_that_telegram_refuses(
    client: Client, params: dict[str, Any], complaint: str
) -> None:
    code, description = await client.error("setMyCommands", **params)
    assert (code, description) == (400, f"Bad Request: {complaint}")
