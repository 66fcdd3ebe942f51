"""A message as Telegram can show it: parts that fit, in the order they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, repeat
from typing import Any

from bot.channels.telegram_keys import keyboard, written_out
from bot.channels.telegram_limits import ENTITIES, RAW, TEXT, clean
from bot.channels.telegram_pieces import Piece, is_blank, piece
from bot.message import KEPT, Line, Message, OfferCard

PARAGRAPH, LINE_BREAK = "\n\n", "\n"
PLACEHOLDER = Line("…", "")


# Lines that belong together: one piece that fits into a message, or else each line by itself.
Block = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One message of the Bot API: `text` in its HTML, `keyboard` as its reply markup."""

    text: str
    keyboard: dict[str, Any] | None = None


def parts(message: Message) -> list[Part]:
    """A message in as few parts as hold it; the buttons hang on the last. Empty: nothing to say."""
    texts = list(_joined(_blocks(message)))
    keys = keyboard(message)
    if keys and not texts:
        texts = [piece(PLACEHOLDER, message.dir, message.lang).html]
    return [Part(text) for text in texts[:-1]] + [Part(text, keys) for text in texts[-1:]]


def _blocks(message: Message) -> Iterator[Block]:
    """What belongs together and is only cut when it does not fit into one message."""
    yield from _paragraphs(message.text, message)
    numbered = len(message.cards) > 1
    for number, card in enumerate(message.cards, start=1):
        yield _card(card, f"{number}. " if numbered else "", message.dir, message.lang)
    yield from _paragraphs((*message.after, *written_out(message)), message)


def _paragraphs(lines: Iterable[Line], message: Message) -> Iterator[Block]:
    for line in lines:
        if pieces := _pieces(line, message.dir, message.lang):
            yield _block(pieces)


@lru_cache(KEPT)
def _card(card: OfferCard, number: str, direction: str, language: str) -> Block:
    title = _pieces(replace(card.title, kind="title"), direction, language, number)
    lines = [drawn for line in card.lines for drawn in _pieces(line, direction, language)]
    return _block([*title, *lines])


def _pieces(line: Line, direction: str, language: str, before: str = "") -> list[Piece]:
    """The lines of a text, without those in which there is nothing to see."""
    seen = [text for text in clean(line.text).split("\n") if not is_blank(text)]
    if not seen:
        return []
    first = _with(line, before + seen[0].strip(), line.label)
    rest = [_with(line, text.strip(), "") for text in seen[1:]]
    return [piece(each, direction, language) for each in (first, *rest)]


def _with(line: Line, text: str, label: str) -> Line:
    return Line(text, line.lang, line.kind, label, line.href)


def _block(lines: Sequence[Piece]) -> Block:
    between = len(LINE_BREAK) * (len(lines) - 1)
    whole = Piece(
        LINE_BREAK.join(line.html for line in lines),
        between + sum(line.units for line in lines),
        between + sum(line.size for line in lines),
        sum(line.entities for line in lines),
    )
    return (whole,) if _Text().fits(whole, PARAGRAPH) else tuple(lines)


def _joined(blocks: Iterable[Block]) -> Iterator[str]:
    """Blocks in texts within the limits. A block that fits in no text is cut between its lines."""
    text = _Text()
    for block in blocks:
        yield from text.take(block)
    yield from text.full()


@dataclass(slots=True)
class _Text:
    html: str = ""
    units: int = 0
    size: int = 0
    entities: int = 0

    def take(self, block: Block) -> Iterator[str]:
        """Add a block; yields what was full before it."""
        if len(block) > 1 or not self.fits(block[0], PARAGRAPH):
            yield from self.full()
        for line, separator in zip(block, chain((PARAGRAPH,), repeat(LINE_BREAK)), strict=False):
            if not self.fits(line, separator):
                yield from self.full()
            self.add(line, separator)

    def full(self) -> Iterator[str]:
        """What was gathered, if anything; then begin anew."""
        if self.html:
            yield self.html
        self.html, self.units, self.size, self.entities = "", 0, 0, 0

    def fits(self, line: Piece, separator: str) -> bool:
        """Whether a line, or a block, can be added within Telegram's limits."""
        between = len(separator)
        return (
            self.units + between + line.units <= TEXT
            and self.size + between + line.size <= RAW
            and self.entities + line.entities <= ENTITIES
        )

    def add(self, line: Piece, separator: str) -> None:
        """Add it; the first needs no separator."""
        before = separator if self.html else ""
        self.html += before + line.html
        self.units += len(before) + line.units
        self.size += len(before) + line.size
        self.entities += line.entities
