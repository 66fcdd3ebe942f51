"""The calls that show a message in a chat, or what became of it where it was shown before."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from itertools import chain, repeat, takewhile
from typing import Any

from telegram import InputFile

from bot.channels.telegram_bulk_request import DRAWN, drawn
from bot.channels.telegram_html import Part, parts
from bot.channels.telegram_limits import CAPTION, units
from bot.message import Attachment, from_json
from models.delivery_claim import Outgoing
from models.delivery_receipt import AWAY

NO_PREVIEW = {"is_disabled": True}
TAGS = re.compile(r"<[^>]*>")
PLACE = re.compile(r"([0-9]{1,16})([a-z][0-9a-f]{0,6})?")
TEXT, FILE, PICTURE, GONE_NOW = "", "d", "p", "gone"
BLANK, NOTHING = Part("…"), Part("")


@dataclass(frozen=True, slots=True)
class Step:
    """A call and its parameters, all but the chat, and of the `picture` all but what it is.

    `kind` says what stands there afterwards: a text, a file, or a picture and the beginning of its
    hash; `part` what it says. `old` is the number of the message that is changed or taken away, 0
    for a new one. What cannot be taken away any more is changed by the step `else_`.
    """

    method: str
    parameters: dict[str, Any]
    kind: str = TEXT
    part: Part = NOTHING
    picture: str = ""
    old: int = 0
    else_: Step | None = None

    def name(self, number: int) -> str:
        """The message's name in a receipt; "" when there is none any more, or it is not known."""
        return f"{number}{self.kind}" if number and self.kind != GONE_NOW else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A message as a receipt names it: its number, and its kind as in `Step`."""

    number: int
    kind: str


def todo(row: Outgoing) -> tuple[Step, ...]:
    """All that has to be done for a row, in order."""
    new = shown(row.message)
    old = standing(row.edits.removeprefix(AWAY))
    if not row.edits:
        return new
    return _away(row.message, old) if row.edits.startswith(AWAY) else _changed(new, old)


@lru_cache(maxsize=64)
def shown(message: bytes) -> tuple[Step, ...]:
    """The calls that show a message. The same news for everybody are drawn once."""
    whole = from_json(message)
    texts = parts(whole)
    pictures = [one.hash for one in whole.media if one.kind == "image"]
    first = _captioned(pictures[0], texts) if pictures else ()
    rest = texts[1:] if first and first[0].part is not NOTHING else texts
    return (*first, *map(_text, rest), *map(_file, whole.files))


def standing(place: str) -> tuple[Standing, ...]:
    """The messages behind a receipt's place."""
    found = map(PLACE.fullmatch, place.split(",")) if place else ()
    return tuple(Standing(int(one[1]), one[2] or TEXT) for one in found if one)


def _captioned(picture: str, texts: list[Part]) -> tuple[Step, ...]:
    """A picture with the text below it when that is short enough, else alone."""
    fits = len(texts) == 1 and units(unescape(TAGS.sub("", texts[0].text))) <= CAPTION
    part = texts[0] if fits else NOTHING
    return (Step("sendPhoto", _below(part), PICTURE + picture[:6], part, picture),)


def in_words(step: Step) -> Step:
    """What it says, without its picture."""
    return _text(step.part)


def _text(part: Part) -> Step:
    return Step("sendMessage", {DRAWN: drawn(_said(part))}, TEXT, part)


def _file(file: Attachment) -> Step:
    content = InputFile(b64decode(file.content), filename=file.name)
    return Step("sendDocument", {"document": content}, FILE)


def _said(part: Part) -> dict[str, Any]:
    said = {"text": part.text, "parse_mode": "HTML", "link_preview_options": NO_PREVIEW}
    return said | ({"reply_markup": part.keyboard} if part.keyboard else {})


def _below(part: Part) -> dict[str, Any]:
    said = {"caption": part.text, "parse_mode": "HTML"} if part.text else {}
    return said | ({"reply_markup": part.keyboard} if part.keyboard else {})


def _changed(new: tuple[Step, ...], old: tuple[Standing, ...]) -> tuple[Step, ...]:
    """Changed in its place as far as kinds agree; what comes after is sent anew."""
    pairs = list(zip(new, old, strict=False))
    agree = list(takewhile(lambda pair: pair[0].kind == pair[1].kind != FILE, pairs))
    edits = [_edit(step.part, before) for step, before in agree]
    return (*edits, *new[len(agree) :], *(_delete(before) for before in old[len(agree) :]))


def _away(message: bytes, old: tuple[Standing, ...]) -> tuple[Step, ...]:
    """Taken away. Where that is too late the first says what the message says now."""
    says = chain(parts(from_json(message))[:1], repeat(BLANK))
    return tuple(
        replace(_delete(before), else_=_edit(part, before))
        for part, before in zip(says, old, strict=False)
    )


def _edit(part: Part, before: Standing) -> Step:
    """What stands there says this from now on."""
    text = before.kind == TEXT
    method = "editMessageText" if text else "editMessageCaption"
    given = {DRAWN: drawn(_said(part) if text else _below(part))}
    return Step(method, given, before.kind, part, old=before.number)


def _delete(before: Standing) -> Step:
    return Step("deleteMessage", {}, GONE_NOW, old=before.number)
