"""What Telegram's server checks beyond shapes: text, entities, commands, codes."""

import re
from typing import Any

from tests.standin import html
from tests.standin.refusal import broken
from tests.standin.text import Entity, cleaned, trimmed, units, words

Json = dict[str, Any]

TEXT_AT_MOST = 4096
CAPTION_AT_MOST = 1024
RAW_AT_MOST = 32_768  # bytes
ENTITIES_AT_MOST = 100
COMMANDS_AT_MOST = 100

ENTITY_TYPES = frozenset(html.KINDS.values()) | words(
    """
    mention hashtag cashtag bot_command url email phone_number text_mention
    expandable_blockquote
    """
)
ACTIONS = words(
    """
    typing upload_photo record_video upload_video record_voice upload_voice upload_document
    choose_sticker find_location record_video_note upload_video_note
    """
)


def message_text(params: Json) -> tuple[str, list[Entity]]:
    """The text a message will show, 1 to 4096 characters."""
    text, entities = _formatted(params, "text", "entities")
    if not text:
        raise broken("message text is empty")
    if units(text) > TEXT_AT_MOST:
        raise broken("message is too long")
    return text, entities


def caption(params: Json) -> tuple[str, list[Entity]]:
    """The caption a file will have, up to 1024 characters."""
    text, entities = _formatted(params, "caption", "caption_entities")
    if units(text) > CAPTION_AT_MOST:
        raise broken("message caption is too long")
    return text, entities


def _formatted(params: Json, name: str, entities_name: str) -> tuple[str, list[Entity]]:
    raw = params.get(name, "")
    if len(raw.encode()) > RAW_AT_MOST:
        raise broken("text is too long")
    mode = params.get("parse_mode", "").lower()
    if mode == "html":
        text, entities = html.parse(raw)
    elif mode:
        # The stand-in speaks HTML only; Markdown would need a parser of its own.
        raise broken("unsupported parse_mode")
    else:
        text, entities = cleaned(raw), params.get(entities_name, [])
        _check_entities(entities, units(raw))
    if len(entities) > ENTITIES_AT_MOST:
        raise broken(f"a message has at most {ENTITIES_AT_MOST} entities, not {len(entities)}")
    return trimmed(text, entities)


def _check_entities(entities: list[Entity], length: int) -> None:
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] not in ENTITY_TYPES:
            raise broken("can't parse MessageEntity: Unsupported type specified")
        if start < 0:
            raise broken(f"receive an entity with incorrect offset {start}")
        if start > length:
            raise broken(f"entity begins after the end of the text at UTF-16 offset {start}")
        if end > length:
            raise broken(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text at "
                f"UTF-16 offset {end}"
            )


def commands(params: Json) -> None:
    """A command list: at most 100, names of lower-case Latin letters, digits, underscores."""
    listed = params.get("commands", [])
    if len(listed) > COMMANDS_AT_MOST:
        raise broken("BOT_COMMANDS_TOO_MUCH")
    if not all(re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]) for command in listed):
        raise broken("BOT_COMMAND_INVALID")
    if not all(command["description"].strip() for command in listed):
        raise broken("BOT_COMMAND_DESCRIPTION_INVALID")


def language(params: Json) -> str:
    """The two-letter code that a name or a command list is for, "" for everyone's."""
    code: str = params.get("language_code", "")
    if code and not re.fullmatch("[a-z]{2}", code):
        raise broken("invalid language code specified")
    return code


def action(params: Json) -> str:
    """A chat action's name."""
    name: str = params["action"]
    if name not in ACTIONS:
        raise broken("wrong parameter action in request")
    return name
