"""The button to a main page: jobs send it too, and handlers answer it."""

from __future__ import annotations

from models.action import Action


class Open(Action, prefix="open"):
    """Go to one of the main pages: `page` is the name of its command."""

    page: str
