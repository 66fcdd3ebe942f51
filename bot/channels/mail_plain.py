"""A message as plain text: what a mail says to whoever reads no HTML."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from bot.message import Key, Line, Message, OfferCard

SIGNATURE = "-- "  # RFC 3676, 4.3
KEPT = frozenset("\n\t")


def plain(message: Message, footer: Iterable[Line]) -> str:
    """Paragraphs with a blank line between; a button is its label and, below, its address."""
    blocks = [
        *map(_line, message.text),
        *map(_card, message.cards),
        *map(_line, message.after),
        *_keys(message.keys),
        "\n".join((SIGNATURE, *map(_line, footer))),
    ]
    return clean("\n\n".join(block for block in blocks if block)) + "\n"


def clean(text: str) -> str:
    """Without control characters, which some servers refuse; lines end in \\n."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in KEPT or unicodedata.category(c) != "Cc")


def _card(card: OfferCard) -> str:
    lines = [card.title.text, *map(_line, card.lines)]
    return "\n\n".join(("\n".join(lines), *_keys(card.keys)))


def _keys(rows: Iterable[Iterable[Key]]) -> Iterator[str]:
    for row in rows:
        for key in row:
            yield f"• {key.label}\n{key.href}"


def _line(line: Line) -> str:
    text = f"{line.label}: {line.text}" if line.label else line.text
    is_new = line.href.startswith("http") and line.href != line.text
    return f"{text}\n{line.href}" if is_new else text
