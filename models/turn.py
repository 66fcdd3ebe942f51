"""What a person did, and what Lotse answers: the vocabulary that crosses every border."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from models.button import Button as Button  # noqa: PLC0414  a part of this vocabulary
from models.button import Link as Link  # noqa: PLC0414
from models.card import Card as Card  # noqa: PLC0414
from models.card import Hours as Hours  # noqa: PLC0414
from models.card import Timetable as Timetable  # noqa: PLC0414
from models.field import Field as Field  # noqa: PLC0414
from models.medium import Medium, Received, Upload
from models.text import Text, Verbatim


@dataclass(frozen=True, slots=True)
class Said:
    """Typed words."""

    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button: `data` as the channel got it back, `message` the channel's name for the
    message the button hangs on. Both come from outside and are checked by the door.
    """

    data: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field that was filled in: `data` as the channel got it back, what was entered or chosen in
    each control by its name, and the message that it hangs on. From outside, like a press.
    """

    data: str
    values: Mapping[str, tuple[str, ...]] = field(hash=False)
    message: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """`/name argument`, the name without slash and in lower case."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that is not text. `reference` is the channel's name for a file, and `size` what it
    says of its length in bytes: it is fetched, as `received`, only where a question asks for one.
    `point` is a position, "latitude longitude" in degrees, never finer than about a hundred metres.
    """

    kind: Literal["photo", "voice", "video", "file", "sticker", "place", "contact", "other"]
    reference: str = field(default="", repr=False)
    size: int = 0
    received: Received | None = None
    point: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Left:
    """The person blocked Lotse or closed the account."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The person unblocked Lotse."""


Did = Said | Pressed | Filled | Command | Sent | Left | Returned


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote: the channel's name, the address within it, and the client's language tag."""

    channel: str
    address: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing that one person did. `id` is unique in its channel, `at` is aware."""

    sender: Sender
    did: Did
    at: datetime
    id: str = ""

    @property
    def place(self) -> str:
        """The message that a press or a field hangs on, in the channel's own words."""
        return self.did.message if isinstance(self.did, Pressed | Filled) else ""


@dataclass(frozen=True, slots=True)
class File:
    """A file made for the person."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """What Lotse answers. `text` are paragraphs; `buttons` are rows.

    `media` come before the text, and a file may answer where there is an `upload`.

    `replaces` asks the channel to change the message whose button was pressed (paging, toggles)
    where it can. `language` is set when the reply is to be in another language than the person's.
    `others` hear of it too, by a message that is queued with what they hear of. `field` may answer
    it besides buttons and typing.
    """

    text: tuple[Text | Verbatim, ...] = ()
    cards: tuple[Card, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    after: tuple[Text, ...] = ()
    files: tuple[File, ...] = ()
    replaces: bool = False
    language: str = ""
    urgent: bool = False
    notice: Text | None = None
    others: tuple[Unasked, ...] = ()
    media: tuple[Medium, ...] = ()
    upload: Upload | None = None
    field: Field | None = None

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to show to who did it, but perhaps to others."""
        shown = (self.text, self.cards, self.after, self.buttons, self.files, self.media)
        return not any(shown) and self.notice is None


@dataclass(frozen=True, slots=True)
class Unasked:
    """What somebody else is told, in her language. `key` names it for good (models.delivery). In a
    `handoff` somebody waits for it.
    """

    key: str
    channel: str
    address: str
    language: str
    reply: Reply
    handoff: bool = False


def say(*text: Text, buttons: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """A reply of paragraphs and buttons."""
    return Reply(text=text, buttons=buttons)
