"""Danger to life comes before everything: the numbers, then whatever else was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handlers import menu
from models.text import Fixed, T, Text
from models.turn import Button, Link, Reply

NUMBERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fire": (("rescue", "112"),),
    "medical": (("rescue", "112"), ("doctor", "116 117")),
    "poison": (("rescue", "112"), ("poison", "+49 361 730730")),
    "violence": (("police", "110"), ("women", "116 016"), ("children", "116 111")),
    "suicide": (
        ("rescue", "112"),
        ("comfort", "0800 1110111"),
        ("comfort_too", "0800 1110222"),
        ("children", "116 111"),
    ),
}
URGENT = ("fire", "medical", "poison", "violence", "suicide")


def first(kinds: tuple[str, ...], reply: Reply) -> Reply:
    """What was found behind the numbers. That nothing was is of no use now: who is in danger is
    not asked to choose a topic, either.
    """
    if reply.after:
        return before(kinds, replace(reply, text=(T("emergency.then"), *reply.text)))
    rows = ((menu.button("person"),), (menu.button("topics"),))
    return before(kinds, replace(reply, text=(), buttons=rows))


def before(kinds: tuple[str, ...], reply: Reply) -> Reply:
    """`reply` as it is behind the numbers for these kinds of emergency, the most urgent first."""
    ordered = [kind for kind in URGENT if kind in kinds]
    numbers = dict.fromkeys(pair for kind in ordered for pair in NUMBERS[kind])
    lines = tuple(T(f"emergency.{name}", number=Fixed(number)) for name, number in numbers)
    return replace(
        reply,
        text=(_headline(ordered), *lines, *reply.text),
        buttons=(*_calls(numbers), *reply.buttons),
        urgent=True,
    )


def _headline(kinds: list[str]) -> Text:
    return T("emergency.suicide") if kinds == ["suicide"] else T("emergency.now")


def _calls(numbers: Mapping[tuple[str, str], None]) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(T("emergency.call", number=Fixed(number)), Link(f"tel:{number.replace(' ', '')}"))
        for _, number in numbers
    ]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
