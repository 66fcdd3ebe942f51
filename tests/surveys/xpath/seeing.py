"""A small family to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from surveys.xpath import Element, Scope, document

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def family() -> Element:
    """Two parents' answers and three children."""
    children = [
        Element("child", "", [Element("name", name), Element("age", age)])
        for name, age in (("Sami", "7"), ("Nour", "12"), ("Lina", ""))
    ]
    answers = [Element("mother", "Amal"), Element("languages", "ar de")]
    return Element("data", "", [*answers, *children])


def districts() -> Element:
    """A list with a column."""
    rows = [("nord", "a"), ("sued", "a"), ("ost", "b")]
    items = [
        Element("item", "", [Element("name", name), Element("town", town)]) for name, town in rows
    ]
    return Element("instance", "", [Element("root", "", items)])


def scope(at: Element | None = None) -> Scope:
    """The family seen from its mother, or from one of its nodes."""
    data = family() if at is None else _top(at)
    return Scope(
        context=at or data.named("mother")[0],
        root=document(data) if data.parent is None else data.parent,
        instances={"districts": districts()},
        now=NOW,
        rng=Random(3),
        choice_name=lambda value, path: f"{path}={value}",
        itext=lambda key: f"text of {key}",
        find=_nearest,
    )


def seeded(seed: int) -> Scope:
    """The family with chance of its own."""
    return replace(scope(), rng=Random(seed))


def _top(node: Element) -> Element:
    while node.parent is not None and node.parent.kind == "element":
        node = node.parent
    return node


def _nearest(name: str, context: Element) -> Sequence[Element]:
    """`${name}`: in the same row if it is there, else anywhere."""
    row = context.parent
    if row is not None and row.name == "child" and row.named(name):
        return row.named(name)
    top = context if context.kind == "document" else _top(context)
    return [node for node in top.below() if node.name == name]
