"""Which items of different languages are the same page, place or event: joined by their paths.

Their ids say nothing: there they are those of translations, and all dates of an event share one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from models.imports.integreat.node import Node
from models.imports.integreat.remarks import Remarks
from models.imports.integreat.saved import EVENTS, FARSI, PERSIAN, Items, our_code
from models.imports.integreat.web_address import path_key
from models.imports.problems import Unexpected
from models.translation import GERMAN


@dataclass(frozen=True, slots=True)
class Joined:
    """One thing in all of its languages. `path` is that of the German version, decoded.

    `dates` are all items of a recurring event, the first one among them.
    """

    path: str
    items: Mapping[str, Node]
    dates: tuple[Node, ...] = ()

    @property
    def german(self) -> Node:
        """The German item."""
        return self.items[GERMAN]


@dataclass(slots=True)
class _Language:
    """The items of a language by their path, and by that of the German version that they name."""

    by_path: dict[str, list[Node]] = field(default_factory=dict)
    by_german: dict[str, Node] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def find(self, named: Node, german: str) -> Node | None:
        """The translation that the German version at the path `german` calls `named`."""
        path = path_key(named.text("path"))
        same = self.by_path.get(path, [])
        exact = [item for item in same if item.text("id") == named.text("id")]
        found = next(iter(exact or same), None) or self.by_german.get(german)
        if found:
            self.used.add(path_key(found.text("path")))
        return found


def joined(items: Items, kind: str, remarks: Remarks) -> tuple[Joined, ...]:
    """All things of a kind in the order of the German file."""
    languages = {x: _language(nodes, f"{x}/{kind}.json", remarks) for x, nodes in items.items()}
    german = languages.pop(GERMAN, _Language())
    found = tuple(_joined(path, same, languages) for path, same in german.by_path.items())
    code = "integreat_recurring" if kind == EVENTS else "integreat_twice"
    for thing in found:
        for _ in thing.dates[1:]:
            remarks.count(code, f"{GERMAN}/{kind}.json", _last(thing.path))
    for name, language in languages.items():
        for path in language.by_path.keys() - language.used:
            remarks.count("integreat_not_german", f"{name}/{kind}.json", _last(path))
    return found


def _language(items: Iterable[Node], file: str, remarks: Remarks) -> _Language:
    """All items but copies that stand in for a missing translation: those have no id."""
    found = _Language()
    for item in items:
        path = path_key(item.text("path"))
        if not path or not item.text("title"):
            remarks.count("integreat_unnamed", file, _last(path))
        elif not item.text("id"):
            remarks.count("integreat_copies", file, _last(path))
        else:
            found.by_path.setdefault(path, []).append(item)
            german = path_key(item.node("available_languages").node(GERMAN).text("path"))
            found.by_german.setdefault(german, item)
    return found


def _joined(path: str, same: list[Node], languages: Mapping[str, _Language]) -> Joined:
    named = _named(same[0].node("available_languages"))
    found = {x: language.find(named.get(x, Node({})), path) for x, language in languages.items()}
    translations = {language: item for language, item in found.items() if item}
    return Joined(path, {GERMAN: same[0], **translations}, tuple(same))


def _named(available: Node) -> dict[str, Node]:
    """The translations that an item names, by our codes of their languages."""
    named = {_code(language): available.node(language) for language in available.raw}
    return {PERSIAN: named[FARSI], **named} if FARSI in named else named


@cache
def _code(language: str) -> str:
    try:
        return our_code(language)
    except Unexpected:
        return ""


def _last(path: str) -> str:
    """The end of a path, by which people know the page."""
    return path.rpartition("/")[2]
