"""/privacy (Datenschutz): what is kept, why, how long, and how to see and delete it."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.features import Actions, Commands
from models.text import T
from models.turn import Reply

PARAGRAPHS = ("what", "not", "questions", "person", "news", "channel", "rights", "complaint")


def explained(argument: str, context: Context) -> Reply:
    """Layered: the short notice came with the greeting, this is the rest."""
    town = context.town.name
    text = tuple(T(f"privacy.{name}", town=town) for name in PARAGRAPHS)
    rows = ((menu.button("mydata"), menu.button("delete")), (menu.button("topics"),))
    return Reply(text=(T("privacy.title"), *text), buttons=rows)


COMMANDS: Commands = {"privacy": explained, "datenschutz": explained}
ACTIONS: Actions = {}
