"""The buttons that lead everywhere."""

from __future__ import annotations

from functools import cache

from models.pages import Open
from models.text import T
from models.turn import Button

__all__ = ["Open"]
"""Named from here where buttons are made by hand."""

Rows = tuple[tuple[Button, ...], ...]


@cache
def button(page: str) -> Button:
    """The button to one of the main pages."""
    return Button(T(f"menu.{page}"), Open(page=page))


@cache
def main() -> Rows:
    """Under greetings and apologies."""
    return ((button("topics"), button("help")), (button("language"), button("privacy")))


def grid(buttons: list[Button], columns: int = 2) -> Rows:
    """Buttons in rows."""
    return tuple(tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns))
