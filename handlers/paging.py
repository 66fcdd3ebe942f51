"""Long lists of buttons, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers import menu
from models.action import Action
from models.text import T
from models.turn import Button

PAGE = 8


def paged(buttons: Sequence[Button], at: int, turn: Callable[[int], Action]) -> menu.Rows:
    """The buttons from number `at` on, one a row, with those that turn the page."""
    at = at if 0 <= at < len(buttons) else 0
    rows: list[tuple[Button, ...]] = [(button,) for button in buttons[at : at + PAGE]]
    turns = []
    if at > 0:
        turns.append(Button(T("page.back"), turn(max(0, at - PAGE))))
    if at + PAGE < len(buttons):
        turns.append(Button(T("page.more"), turn(at + PAGE)))
    return (*rows, tuple(turns)) if turns else tuple(rows)
