"""Buttons into keys."""

from __future__ import annotations

from bot.message import Key
from bot.words import line
from models.turn import Button, Link


def keys(rows: tuple[tuple[Button, ...], ...], language: str) -> tuple[tuple[Key, ...], ...]:
    """Rows of buttons in a language."""
    return tuple(tuple(_key(button, language) for button in row) for row in rows)


def _key(button: Button, language: str) -> Key:
    label = line(button.label, button.language or language)
    if isinstance(button.does, Link):
        return Key(label.text, href=button.does.url, lang=label.lang)
    return Key(label.text, data=button.does.pack(), chosen=button.chosen, lang=label.lang)
