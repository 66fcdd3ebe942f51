"""Markdown (CommonMark) as a chat can say it: a title, and paragraphs without markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

BULLET = "• "
NO_PLACE = {
    "blockquote_open": "a quotation",
    "code_block": "a block of code",
    "fence": "a block of code",
    "hr": "a line across the page",
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": 'a picture in the text (name it at the head: picture = "…")',
    "table_open": "a table",
}
"""What no chat can show."""
SCHEMES = ("https://", "http://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Read:
    """`title` is the first heading of level one, or "". `problems` are (line from 0, sentence)."""

    title: str
    text: str
    problems: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class _Reading:
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    begins: bool = False
    problems: list[tuple[int, str]] = field(default_factory=list)
    line: int = 0


def read_markdown(text: str) -> Read:
    """The words of a file without its head. Emphasis is dropped, links are written out."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    reading = _Reading()
    heading = ""
    for token in tokens:
        reading.line = token.map[0] if token.map else reading.line
        heading = token.tag if token.type == "heading_open" else heading
        if token.type in NO_PLACE:
            _refuse(token.type, reading)
        _take(token, heading, reading)
        heading = "" if token.type == "heading_close" else heading
    _end_list(reading)
    return Read(reading.title, "\n\n".join(reading.paragraphs), tuple(reading.problems))


def _take(token: Token, heading: str, reading: _Reading) -> None:
    match token.type:
        case "bullet_list_open":
            reading.lists.append(None)
        case "ordered_list_open":
            reading.lists.append(int(token.attrs.get("start", 1)))
        case "bullet_list_close" | "ordered_list_close":
            reading.lists.pop()
            _end_list(reading)
        case "list_item_open":
            reading.begins = True
        case "inline":
            _say("".join(_plain(token.children or (), reading)).strip(), heading, reading)


def _say(words: str, heading: str, reading: _Reading) -> None:
    if heading == "h1" and not reading.title:
        reading.title = words
    elif reading.lists:
        reading.items.append(_item(words, reading.lists) if reading.begins else words)
        reading.begins = False
    elif words:
        reading.paragraphs.append(words)


def _item(words: str, lists: list[int | None]) -> str:
    number = lists[-1]
    if number is None:
        return BULLET + words
    lists[-1] = number + 1
    return f"{number}. {words}"


def _end_list(reading: _Reading) -> None:
    """A list is a paragraph, its inner ones with it."""
    if reading.items and not reading.lists:
        reading.paragraphs.append("\n".join(reading.items))
        reading.items.clear()


def _plain(tokens: Sequence[Token], reading: _Reading) -> Iterator[str]:
    opened: list[tuple[str, str]] = []
    for token in tokens:
        if token.type in NO_PLACE:
            _refuse(token.type, reading)
        said = _word(token)
        if token.type == "link_open":
            opened.append((str(token.attrs.get("href", "")), ""))
        elif token.type == "link_close":
            yield _written(*opened.pop(), reading)
        elif opened:
            opened[-1] = (opened[-1][0], opened[-1][1] + said)
        else:
            yield said


def _word(token: Token) -> str:
    match token.type:
        case "text" | "code_inline":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
    return ""


def _written(address: str, words: str, reading: _Reading) -> str:
    """A link that shows where it leads, whatever it is called."""
    if not address.startswith(SCHEMES):
        reading.problems.append((reading.line, f"“{address}” is no address that a chat can open"))
    bare = address.removeprefix("mailto:").removeprefix("tel:")
    return bare if words in (address, bare) else f"{words} ({bare})"


def _refuse(kind: str, reading: _Reading) -> None:
    reading.problems.append((reading.line, f"no chat can show {NO_PLACE[kind]}"))
