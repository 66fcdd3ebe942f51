"""A message's buttons as an inline keyboard within Telegram's limits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bot.channels.telegram_json import encoded
from bot.channels.telegram_limits import BUTTONS, BUTTONS_A_ROW, CALLBACK_DATA, MARKUP, clean, clip
from bot.channels.telegram_pieces import is_blank, is_web_address
from bot.message import KEPT, Key, Line, LineKind, Message

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
    rows = list(_rows(message))
    while not _fits(rows):
        rows.pop()
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
    text = _text(key.label, CHOSEN + label if key.chosen else label)
    data = clean(key.data)
    if data and len(data.encode()) <= CALLBACK_DATA:
        return {"text": text, "callback_data": data}
    return {"text": text, "url": key.href} if is_web_address(key.href) else None


@lru_cache(KEPT)
def _text(said: str, label: str) -> str:
    """The town's words or ours, so they may be kept."""
    said = clean(said).strip()
    return clip(label.replace("{}", BLANK if is_blank(said) else said), LABEL)


def _fits(rows: list[Row]) -> bool:
    size = len(encoded(rows))
    return sum(map(len, rows)) <= BUTTONS and size <= MARKUP - len('{"inline_keyboard":}')
