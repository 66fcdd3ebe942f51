"""What a page, place or event says in each of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from models.imports.integreat.html_lines import lines_of
from models.imports.integreat.joining import Joined
from models.imports.integreat.node import Node
from models.imports.integreat.web_address import lasting, path_key
from models.imports.offer_columns import LONGEST_ANSWER, LONGEST_TITLE
from models.translation import GERMAN, MARK

ABOVE = " › "
_PLACEHOLDER = re.compile(
    r"\b(?:Seite|Inhalt|Text)\b[^.]{1,40}\bnicht in (?:der|dieser) (?:(?:aus)?gewählten )?Sprache|"
    r"\b(?:page|content|text)\b[^.]{1,20}\bnot (?:exist|available) in (?:the|this|your) "
    r"(?:selected |chosen )?language",
    re.IGNORECASE,
)
_DATED = ("title", "short_answer", "description")  # what an item's date is of
_LONGEST_PLACEHOLDER = 300  # characters; a page that says more says something


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above pages: the items of all languages by their paths."""

    by_path: Mapping[str, Mapping[str, Node]]

    def titles(self, item: Node, language: str) -> tuple[str, ...]:
        """The titles above an item, the highest first; a circle is not walked twice."""
        found = {path_key(item.text("path")): ""}
        path = _parent(item)
        while (node := self.by_path.get(language, {}).get(path)) and path not in found:
            found[path] = node.text("title")
            path = _parent(node)
        return tuple(filter(None, reversed(found.values())))


def texts_of(thing: Joined, above: Above) -> dict[str, dict[str, str]]:
    """Language → field → text; a language in which it says nothing is left out, but German."""
    texts = {language: dict(_fields(item, above.titles(item, language)))
             for language, item in thing.items.items()}  # fmt: skip
    return {
        language: fields
        for language, fields in texts.items()
        if language == GERMAN or "description" in fields or "short_answer" in fields
    }


def says_nothing(item: Node) -> bool:
    """Whether it says no more than that it says nothing."""
    return is_placeholder(lines_of(item.rich("content")))


def is_placeholder(lines: tuple[str, ...]) -> bool:
    """Whether lines say only that there is nothing in this language."""
    text = " ".join(lines)
    return len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.search(text) is not None


def outdated(thing: Joined, texts: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """The translations that are older than the German text, as "title::ar"."""
    german = updated(thing.german)
    if german is None:
        return ()
    older = [x for x, item in thing.items.items() if (then := updated(item)) and then < german]
    fields = ((name, x) for x in older for name in texts.get(x, {}) if name in _DATED)
    return tuple(f"{name}{MARK}{language}" for name, language in fields)


def updated(item: Node) -> datetime | None:
    """When somebody last changed it."""
    try:
        moment = datetime.fromisoformat(item.text("last_updated") or item.text("modified_gmt"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def checked(item: Node) -> date | None:
    """The day of that, as its own zone counts days."""
    moment = updated(item)
    return moment.date() if moment else None


def _fields(item: Node, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    title, page = item.text("title"), lasting(item.text("url"))
    lines = lines_of(item.rich("content"), page)
    if lines and lines[0].casefold() == title.casefold():
        lines = lines[1:]
    short, said = item.text("meta_description"), () if is_placeholder(lines) else lines
    if len(short) > LONGEST_ANSWER:
        short, said = "", (short, *said)
    fields = {
        "title": title,
        "alternate_name": _nearest(above),
        "short_answer": short,
        "description": "\n".join(said),
        "page": page,
    }
    yield from ((name, text) for name, text in fields.items() if text)


def _nearest(above: tuple[str, ...]) -> str:
    """The titles above in one line; where it is too long, those that are nearest."""
    joined = ABOVE.join(above)
    return joined if len(joined) <= LONGEST_TITLE else _nearest(above[1:])


def _parent(item: Node) -> str:
    return path_key(item.node("parent").text("path"))
