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
    rows = ((button,) for button in buttons[at : at + PAGE])
    return (*rows, *turns(at, len(buttons), turn))


def turns(at: int, number: int, turn: Callable[[int], Action]) -> menu.Rows:
    """The row that turns the page of a list of so many, which begins at number `at`."""
    row = []
    if at > 0:
        row.append(Button(T("page.back"), turn(max(0, at - PAGE))))
    if at + PAGE < number:
        row.append(Button(T("page.more"), turn(at + PAGE)))
    return (tuple(row),) if row else ()
