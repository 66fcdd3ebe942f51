"""Kind answers where Lotse cannot do what was wanted."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from models.text import T
from models.turn import Filled, Pressed, Reply, Sent, Turn


def apology(turn: Turn, context: Context) -> Reply:
    """A bug of ours: nothing of this turn was kept."""
    return Reply(text=(T("sorry.bug"),), buttons=menu.main())


def unknown_command(argument: str, context: Context) -> Reply:
    """A command that Lotse does not know: the ones it does."""
    return Reply(text=(T("sorry.command"), T("help.commands")), buttons=menu.main())


def stale(pressed: Pressed | Filled, context: Context) -> Reply:
    """A button of an older version, or none of ours."""
    return Reply(text=(T("sorry.stale"),), buttons=menu.main())


def not_taken(sent: Sent, context: Context) -> Reply:
    """A photo, a voice message, a file: not read and not kept."""
    what = T("sorry.voice") if sent.kind in {"voice", "video"} else T("sorry.file")
    return Reply(text=(what,), buttons=menu.main())


def no_right(context: Context) -> Reply:
    """Something that needs a role she does not hold."""
    return Reply(text=(T("sorry.no_right"),), buttons=menu.main())
