"""What the bot says about itself: names, descriptions, commands, the menu button."""

import json
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Profile:
    """Texts by (field, language) and commands by (scope, language); "" is the default."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menus: dict[int, Json] = field(default_factory=dict)

    def menu_for(self, language: str, user_id: int) -> list[Json]:
        """The commands a person sees: her chat's, private chats', everyone's; her language's."""
        scopes: list[Json] = [
            {"type": "chat", "chat_id": user_id},
            {"type": "all_private_chats"},
            {"type": "default"},
        ]
        slots = ((scope_key(scope), code) for scope in scopes for code in (language[:2], ""))
        found = (self.commands[slot] for slot in slots if self.commands.get(slot))
        return next(found, [])


def scope_key(scope: Json | None) -> str:
    """A scope as a dictionary's key."""
    return json.dumps(scope or {"type": "default"}, sort_keys=True)
