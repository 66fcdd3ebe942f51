"""Methods about the bot itself: names, commands, menu button."""

from collections.abc import Callable
from typing import Any

from tests.standin import limits
from tests.standin.profile import scope_key
from tests.standin.refusal import broken
from tests.standin.text import words
from tests.standin.world import World

Json = dict[str, Any]

SCOPES = words(
    """
    default all_private_chats all_group_chats all_chat_administrators chat chat_administrators
    chat_member
    """
)


def get_me(world: World, params: Json) -> Json:
    return world.bot | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


def set_my_commands(world: World, params: Json) -> bool:
    limits.commands(params)
    world.profile.commands[_slot(params)] = params["commands"]
    return True


def delete_my_commands(world: World, params: Json) -> bool:
    world.profile.commands.pop(_slot(params), None)
    return True


def get_my_commands(world: World, params: Json) -> list[Json]:
    return world.profile.commands.get(_slot(params), [])


def _slot(params: Json) -> tuple[str, str]:
    scope = params.get("scope")
    if scope and scope["type"] not in SCOPES:
        raise broken("can't parse BotCommandScope: Unsupported type specified")
    return scope_key(scope), limits.language(params)


def setter(name: str) -> Callable[[World, Json], bool]:
    """`setMyName` and its like; an empty text removes the language's own."""

    def set_text(world: World, params: Json) -> bool:
        world.profile.texts[name, limits.language(params)] = params.get(name, "")
        return True

    return set_text


def getter(name: str) -> Callable[[World, Json], Json]:
    """`getMyName` and its like: the language's own text or everyone's."""

    def get_text(world: World, params: Json) -> Json:
        texts = world.profile.texts
        own = texts.get((name, limits.language(params)))
        return {name: own or texts.get((name, ""), "")}

    return get_text


def set_chat_menu_button(world: World, params: Json) -> bool:
    button = params.get("menu_button", {"type": "default"})
    if button["type"] not in ("default", "commands", "web_app"):
        raise broken("can't parse MenuButton: Unsupported type specified")
    world.profile.menus[params.get("chat_id", 0)] = button
    return True


def get_chat_menu_button(world: World, params: Json) -> Json:
    menus = world.profile.menus
    return menus.get(params.get("chat_id", 0)) or menus.get(0, {"type": "commands"})
