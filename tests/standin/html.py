"""Telegram's HTML, parsed as strictly as Telegram does.

Tags, attributes and error wording follow https://core.telegram.org/bots/api#html-style and the
official server's messages.
"""

import re
from dataclasses import dataclass, field
from typing import NoReturn

from tests.standin.refusal import broken
from tests.standin.text import Entity, cleaned, units

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
_ATTRIBUTE = re.compile(
    r"\s+([^\s=>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]*)(?=[\s>])))?", re.ASCII
)
_START = re.compile(rf"<([^\s>/][^\s>]*)((?:{_ATTRIBUTE.pattern})*)\s*>", re.ASCII)
_END = re.compile(r"</([^\s>]*)\s*>", re.ASCII)


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    begins: int


@dataclass(slots=True)
class _Parser:
    source: str
    text: str = ""
    length: int = 0
    at: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def run(self) -> None:
        while (found := self.source.find("<", self.at)) >= 0:
            self.add(self.source[self.at : found])
            self.at = found
            (self.close_tag if self.source.startswith("</", found) else self.open_tag)()
        self.add(self.source[self.at :])
        if self.open:
            raise _unparsable(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"'
            )

    def add(self, raw: str) -> None:
        plain = cleaned(unescaped(raw))
        self.text += plain
        self.length += units(plain)

    def open_tag(self) -> None:
        match = _START.match(self.source, self.at)
        if match is None:
            self.complain_about_start()
        tag = match[1].lower()
        if tag not in KINDS:
            self.fail(f'Unsupported start tag "{tag}"')
        given = {m[1].lower(): unescaped(m[2] or m[3] or m[4] or "")
                 for m in _ATTRIBUTE.finditer(match[2])}  # fmt: skip
        if tag == "span" and given.get("class") != "tg-spoiler":
            self.fail('Tag "span" must have class "tg-spoiler"')
        self.open.append(_Open(tag, given, self.length, len(self.text)))
        self.at = match.end()

    def complain_about_start(self) -> NoReturn:
        name = re.split(r"[\s>]", self.source[self.at + 1 :], maxsplit=1)[0].lower()
        if name not in KINDS and ">" in self.source[self.at :]:
            self.fail(f'Unsupported start tag "{name}"')
        self.fail("Unclosed start tag")

    def close_tag(self) -> None:
        match = _END.match(self.source, self.at)
        if not self.open:
            self.fail("Unexpected end tag")
        if match is None:
            self.fail("Unclosed end tag")
        start = self.open.pop()
        if match[1].lower() not in ("", start.tag):
            found = f'expected "</{start.tag}>", found "</{match[1]}>"'
            self.fail("Unmatched end tag", f", {found}")
        if self.length > start.offset:
            self.keep(start)
        self.at = match.end()

    def keep(self, start: _Open) -> None:
        entity = {
            "type": KINDS[start.tag],
            "offset": start.offset,
            "length": self.length - start.offset,
        }
        entity |= _extras(start, self.text[start.begins :])
        if start.tag == "pre" and self.entities:
            entity |= self.language_inside(entity)
        self.entities.append(entity)

    def language_inside(self, pre: Entity) -> Entity:
        """A `code` with a language that fills a `pre` gives the language to it and goes."""
        last = self.entities[-1]
        if last != pre | {"type": "code", "language": last.get("language")}:
            return {}
        return {"language": self.entities.pop()["language"]}

    def fail(self, what: str, more: str = "") -> NoReturn:
        offset = len(self.source[: self.at].encode())
        raise _unparsable(f"{what} at byte offset {offset}{more}")


def _unparsable(why: str) -> Exception:
    return broken(f"can't parse entities: {why}")


def _extras(start: _Open, inside: str) -> Entity:
    given = start.attributes
    match start.tag:
        case "a":
            return {"url": given.get("href") or inside}
        case "code" | "pre" if given.get("class", "").startswith("language-"):
            return {"language": given["class"].removeprefix("language-")}
        case "blockquote" if "expandable" in given:
            return {"type": "expandable_blockquote"}
        case "tg-emoji":
            return {"custom_emoji_id": given.get("emoji-id", "")}
        case "tg-time":
            return _moment(given)
    return {}


def _moment(given: dict[str, str]) -> Entity:
    if not given.get("unix", "").isdecimal():
        raise _unparsable('Tag "tg-time" must have a valid attribute "unix"')
    shown = {"date_time_format": given["format"]} if "format" in given else {}
    return {"unix_time": int(given["unix"])} | shown


def unescaped(raw: str) -> str:
    """Text with Telegram's four named and all numeric references resolved, the rest as it is."""
    return _REFERENCE.sub(_character, raw) if "&" in raw else raw


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED.get(match[3], match[0])
    code = int(match[1], 16) if match[1] else int(match[2])
    inside = 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000
    return chr(code) if inside else match[0]


def parse(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities, ordered by offset. Raises Refusal with Telegram's wording."""
    if "<" not in source:
        return cleaned(unescaped(source)), []
    parser = _Parser(source)
    parser.run()
    # Those that close last are the outer ones: they come first where spans are the same.
    parser.entities.reverse()
    parser.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return parser.text, parser.entities
