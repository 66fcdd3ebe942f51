"""A message's buttons as an inline keyboard within Telegram's limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.channels.telegram_limits import BUTTONS, BUTTONS_A_ROW, CALLBACK_DATA, MARKUP, clean, clip
from bot.channels.telegram_pieces import is_blank, is_web_address
from bot.message import Key, Line, LineKind, Message

LABEL = 64  # UTF-16 units; a phone shows about 35
CHOSEN = "✅ "
NUMBER = "{} · {}"
BLANK = "…"
SPOKEN: dict[str, LineKind] = {"tel:": "phone", "mailto:": "email"}
Row = list[dict[str, str]]


def keyboard(message: Message) -> dict[str, Any] | None:
    """The reply markup: the cards' buttons, then the message's. None without any.

    What does not fit is left out from the end: Telegram would refuse the whole message.
    """
    rows, left = [], _Room(BUTTONS, MARKUP - len(b'{"inline_keyboard": []}'))
    for row in _rows(message):
        if not left.take(row):
            break
        rows.append(row)
    return {"inline_keyboard": rows} if rows else None


def written_out(message: Message) -> list[Line]:
    """Links that Telegram takes in no button (tel:, mailto:) as lines, unless a line has them."""
    keys = [key for key in _keys(message) if key.href and not is_web_address(key.href)]
    if not keys:
        return []
    cards = [line for card in message.cards for line in card.lines]
    known = {line.href for line in (*message.text, *cards, *message.after)}
    return [_line(key) for key in keys if key.href not in known]


def _line(key: Key) -> Line:
    for scheme, kind in SPOKEN.items():
        if key.href.startswith(scheme):
            return Line(key.href.removeprefix(scheme), "", kind, key.label)
    return Line(key.href, "", "website", key.label)


def _keys(message: Message) -> Iterator[Key]:
    for card in message.cards:
        for row in card.keys:
            yield from row
    for row in message.keys:
        yield from row


def _rows(message: Message) -> Iterator[Row]:
    numbered = len(message.cards) > 1
    for number, card in enumerate(message.cards, start=1):
        for row in card.keys:
            yield from _short_rows(row, NUMBER.format(number, "{}") if numbered else "{}")
    for row in message.keys:
        yield from _short_rows(row, "{}")


def _short_rows(row: tuple[Key, ...], label: str) -> Iterator[Row]:
    buttons = [button for key in row if (button := _button(key, label))]
    for start in range(0, len(buttons), BUTTONS_A_ROW):
        yield buttons[start : start + BUTTONS_A_ROW]


def _button(key: Key, label: str) -> dict[str, str] | None:
    said = clean(key.label).strip()
    shown = label.replace("{}", BLANK if is_blank(said) else said)
    text = clip(f"{CHOSEN}{shown}" if key.chosen else shown, LABEL)
    data = clean(key.data)
    if data and len(data.encode()) <= CALLBACK_DATA:
        return {"text": text, "callback_data": data}
    return {"text": text, "url": key.href} if is_web_address(key.href) else None


@dataclass(slots=True)
class _Room:
    """How many buttons and bytes of JSON a keyboard may still have."""

    buttons: int
    size: int

    def take(self, row: Row) -> bool:
        """Whether there was room for a row."""
        self.buttons -= len(row)
        self.size -= len(json.dumps(row, ensure_ascii=False).encode()) + len(b", ")
        return min(self.buttons, self.size) >= 0
