"""A reply in a language: what every channel draws, and what is stored while it is owed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pydantic import TypeAdapter

from bot.message_media import Shown, Wanted
from models.inbox import Owed

KEPT = 512  # cards, which hold the town's words and nobody else's; more would slow down gc

LineKind = Literal[
    "text",
    "title",
    "summary",
    "topic",
    "place",
    "map",
    "open",
    "hours",
    "cost",
    "languages",
    "phone",
    "email",
    "website",
    "detail",
    "organization",
    "source",
    "notice",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in `lang`. `label` says what it is ("Kosten"); `href` makes it a link."""

    text: str
    lang: str
    kind: LineKind = "text"
    label: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A button in words. Exactly one of `data` (a packed action) and `href` is not empty."""

    label: str
    data: str = ""
    href: str = ""
    chosen: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a control; one that is `alone` goes with no other."""

    name: str
    label: Line
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A question of a grid."""

    name: str
    label: Line
    hint: Line | None = None
    value: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Control:
    """A control of models.field in words; `kind` is its own or the name of its class. A slider's
    start, end and step are its `bounds`.
    """

    kind: str
    name: str
    label: Line
    hint: Line | None = None
    notes: tuple[Line, ...] = ()
    value: tuple[str, ...] = ()
    longest: int = 0
    bounds: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()
    several: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """Controls to answer with, and what is shown with them instead of the message's keys and, where
    it is not None, text. `data` is a packed action.
    """

    data: str
    controls: tuple[Control, ...]
    text: tuple[Line, ...] | None = None
    keys: tuple[tuple[Key, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class OfferCard:
    """An offer in words: the title, then lines in the order in which they matter."""

    offer: int
    title: Line
    lines: tuple[Line, ...]
    keys: tuple[tuple[Key, ...], ...] = ()

    def __hash__(self) -> int:
        return hash((self.offer, self.title))


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file; `content` is base64."""

    name: str
    media_type: str
    content: str


@dataclass(frozen=True, slots=True)
class Message:
    """A rendered reply. `dir` is "ltr" or "rtl"; `place` is the message to replace, if any."""

    lang: str
    dir: Literal["ltr", "rtl"]
    text: tuple[Line, ...] = ()
    cards: tuple[OfferCard, ...] = ()
    after: tuple[Line, ...] = ()
    keys: tuple[tuple[Key, ...], ...] = ()
    files: tuple[Attachment, ...] = ()
    replaces: bool = False
    urgent: bool = False
    notice: str = ""
    media: tuple[Shown, ...] = ()
    upload: Wanted | None = None
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Fresh(Owed):
    """A reply decided just now, with the message of which its JSON was made."""

    rendered: Message


MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)
CARD: TypeAdapter[OfferCard] = TypeAdapter(OfferCard)


def to_json(message: Message) -> bytes:
    """As it is stored while owed, and as the web chat gets it."""
    if not message.cards:
        return MESSAGE.dump_json(message, exclude_defaults=True)
    rest = MESSAGE.dump_json(replace(message, cards=()), exclude_defaults=True)
    cards = b",".join(map(_card_to_json, message.cards))
    return b'%s,"cards":[%s]}' % (rest.removesuffix(b"}"), cards)


@lru_cache(KEPT)
def _card_to_json(card: OfferCard) -> bytes:
    return CARD.dump_json(card, exclude_defaults=True)


def from_json(stored: bytes) -> Message:
    """The message behind `to_json`."""
    return MESSAGE.validate_json(stored)


def message_of(owed: Owed) -> Message:
    """What is owed, made of its JSON only when nobody has it any more."""
    return owed.rendered if isinstance(owed, Fresh) else from_json(owed.message)
