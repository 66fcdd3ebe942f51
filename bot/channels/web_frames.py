"""What a browser sends over its socket, and the turn it becomes."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2s
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from models.action import MAX_BYTES
from models.turn import Command, Did, Filled, Pressed, Said, Sender, Turn

CHANNEL = "web"
LONGEST = 4000
CONTROLS = 100
CHOICES = 1000


class MalformedFrame(ValueError):
    """A frame that no page of ours sends."""


def _storable(text: str) -> str:
    return text.replace("\0", "")


Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,32}$")]
Typed = Annotated[str, AfterValidator(_storable)]
Name = Annotated[Typed, Field(max_length=400)]
Values = Annotated[
    tuple[Annotated[Typed, Field(max_length=LONGEST)], ...], Field(max_length=CHOICES)
]


class _Frame(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Say(_Frame):
    """Typed words."""

    id: Id
    say: Typed


class Press(_Frame):
    """A button: its data, and the message it hangs on."""

    id: Id
    press: Annotated[Typed, Field(max_length=MAX_BYTES)]
    on: Annotated[str, Field(pattern=r"^[0-9]{0,19}$")] = ""


class Fill(_Frame):
    """A field that was filled in: its data, what is in each control, the message it hangs on."""

    id: Id
    fill: Annotated[Typed, Field(max_length=MAX_BYTES)]
    values: Annotated[dict[Name, Values], Field(max_length=CONTROLS)]
    on: Annotated[str, Field(pattern=r"^[0-9]{0,19}$")] = ""


class Start(_Frame):
    """An empty page, with the payload of a deep link if it came by one."""

    id: Id
    start: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{0,64}$")]


class Seen(_Frame):
    """All messages up to this one are on the page."""

    seen: Annotated[int, Field(ge=1, le=2**62)]


class Hello(_Frame):
    """The page is there (protocol version 1) and the browser's language is `lang`."""

    hello: Annotated[int, Field(ge=1, le=1)]
    lang: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{0,35}$")] = ""


Deed = Say | Press | Fill | Start
FRAME: TypeAdapter[Deed | Seen | Hello] = TypeAdapter(Deed | Seen | Hello)


class Kept(BaseModel):
    """A deed as it lies in the inbox until it is handled."""

    address: str
    hint: str
    at: datetime
    deed: Deed


def parse(frame: str | bytes) -> Deed | Seen | Hello:
    """The frame behind JSON. Raises MalformedFrame, which never quotes what was sent."""
    try:
        return FRAME.validate_json(frame)
    except (ValidationError, UnicodeEncodeError):
        raise MalformedFrame from None


def turn_id(address: str, id: str) -> str:
    """Unique in the channel, the same for a frame that comes again, and telling nobody whose."""
    return blake2s(f"{address} {id}".encode(), digest_size=20).hexdigest()


def turn_of(kept: Kept) -> Turn:
    """What the conversation gets."""
    sender = Sender(CHANNEL, kept.address, kept.hint)
    return Turn(sender, _did(kept.deed), kept.at, turn_id(kept.address, kept.deed.id))


def _did(deed: Deed) -> Did:
    match deed:
        case Press(press=data, on=message):
            return Pressed(data, message)
        case Fill(fill=data, values=values, on=message):
            return Filled(data, values, message)
        case Start(start=payload):
            return Command("start", payload)
        case Say(say=text):
            return typed(text)


def typed(text: str) -> Did:
    """Typed words, or a command when they begin with a slash."""
    text = text[:LONGEST]
    name, _, argument = text.strip().partition(" ")
    if len(name) > 1 and name[0] == "/" and name[1:].replace("_", "").isalnum():
        return Command(name[1:].lower(), argument.strip())
    return Said(text)
