"""Updates as the Bot API brings them, and what they say a person did."""

from typing import Any

from bot.channels.telegram_turns import Reader
from models.turn import Did

USER = {"id": 7, "is_bot": False, "first_name": "Amal", "last_name": "X", "language_code": "ar"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Amal"}
GROUP = {"id": -100, "type": "supergroup", "title": "Treff"}


def message(chat: dict[str, Any] = PRIVATE, **content: Any) -> dict[str, Any]:
    sent = {"message_id": 5, "date": 1, "chat": chat, "from": USER, **content}
    return {"update_id": 9, "message": sent}


def press(data: str, chat: dict[str, Any] = PRIVATE) -> dict[str, Any]:
    under = {"message_id": 5, "date": 1, "chat": chat, "text": "x"}
    query = {"id": "q", "from": USER, "chat_instance": "1", "data": data, "message": under}
    return {"update_id": 9, "callback_query": query}


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


def did(reader: Reader, raw: dict[str, Any]) -> Did | None:
    incoming = reader.read(raw)
    return incoming.turn.did if incoming else None
