"""Cuts the stand-in's `facts.json` out of a description of the whole Bot API.

Usage: `python -m tests.standin.make_facts PATH` where PATH is a JSON file
`{"version": str, "methods": {name: {"fields": {field: {"r": bool, "t": [type], "l": [min, max,
unit]}}, "returns": [type]}}, "types": {name: {"fields": ..., "sub": [name]}}}`, made from
https://core.telegram.org/bots/api. Kept are the methods a town's assistant can use, every type
their parameters reach, and the types in `SHOWN` that answers and updates are made of.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from tests.standin.text import words

METHODS = words(
    """
    getMe getUpdates setWebhook deleteWebhook getWebhookInfo getFile sendMessage sendPhoto
    sendDocument sendVoice sendAudio sendVideo sendMediaGroup sendLocation sendVenue sendContact
    sendChatAction editMessageText editMessageCaption editMessageReplyMarkup deleteMessage
    deleteMessages
    answerCallbackQuery setMyCommands deleteMyCommands getMyCommands setMyName getMyName
    setMyDescription getMyDescription setMyShortDescription getMyShortDescription
    setChatMenuButton getChatMenuButton
    """
)

SHOWN = words(
    """
    Update Message MaybeInaccessibleMessage InaccessibleMessage Chat User CallbackQuery
    MessageEntity PhotoSize Document Voice Audio Video VideoNote Animation Sticker Location
    Venue Contact File ChatMemberUpdated ChatMember ChatMemberMember ChatMemberBanned
    WebhookInfo ResponseParameters BotName BotDescription BotShortDescription
    """
)

PLAIN = {"Integer", "Float", "String", "Boolean", "InputFile"}


def names(kinds: list[str]) -> set[str]:
    """Type names in `["Array of PhotoSize", "String"]`, without the plain ones."""
    return {re.sub(r"^(Array of )+", "", kind) for kind in kinds} - PLAIN


def reached(facts: dict[str, Any]) -> set[str]:
    """Every type that a parameter of `METHODS` can hold, however deep."""
    found: set[str] = set()
    fields = [f for m in METHODS for f in facts["methods"][m]["fields"].values()]
    waiting = set().union(*(names(field["t"]) for field in fields))
    while waiting:
        name = waiting.pop()
        found.add(name)
        kind = facts["types"][name]
        inside = [names(field["t"]) for field in kind["fields"].values()]
        waiting |= set(kind["sub"]).union(*inside) - found
    return found


def cut(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of `METHODS`; a shown type loses the fields whose types are left out."""
    kept = reached(facts) | set(SHOWN)
    return {
        "version": facts["version"],
        "methods": {name: facts["methods"][name] for name in sorted(METHODS)},
        "types": {name: trimmed(facts["types"][name], kept) for name in sorted(kept)},
    }


def trimmed(kind: dict[str, Any], kept: set[str]) -> dict[str, Any]:
    """One type without fields and variants that lead out of `kept`."""
    fields = {name: f for name, f in kind["fields"].items() if names(f["t"]) <= kept}
    return {"fields": fields, "sub": [name for name in kind["sub"] if name in kept]}


def compact(facts: dict[str, Any]) -> str:
    """JSON with one method or type a line, so that a new version can be read as a diff."""
    sections = []
    for section in ("methods", "types"):
        lines = [f"{json.dumps(k)}: {json.dumps(v)}" for k, v in facts[section].items()]
        sections.append(f'"{section}": {{\n' + ",\n".join(lines) + "\n}")
    return f'{{"version": {json.dumps(facts["version"])},\n' + ",\n".join(sections) + "}\n"


if __name__ == "__main__":
    whole = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    Path(__file__).with_name("facts.json").write_text(compact(cut(whole)), "utf-8")
