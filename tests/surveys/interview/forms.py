"""Forms made by hand, with few words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from surveys.form import Choice, Form, Group, Node, Question, QuestionType, Repeat


def ask(name: str, kind: str = "text", **more: Any) -> Question:
    """A question; its label is its name unless it is given, in German."""
    label = more.pop("label", {"de": f"{name}?"})
    return Question(name, f"/{name}", QuestionType(kind), label, **more)


def group(name: str, *children: Node, **more: Any) -> Group:
    """A group; without a heading unless it is given."""
    return Group(name, f"/{name}", children, **more)


def repeat(name: str, *children: Node, **more: Any) -> Repeat:
    """A repeat; its heading is its name unless it is given."""
    label = more.pop("label", {"de": name})
    return Repeat(name, f"/{name}", children, label, **more)


def form(
    *children: Node,
    lists: Mapping[str, tuple[Choice, ...]] | None = None,
    languages: tuple[str, ...] = ("de", "uk"),
    **more: Any,
) -> Form:
    """A form of nodes, which get their paths here."""
    root = Group("", "", tuple(_placed(child, "") for child in children))
    return Form(
        id="form",
        version="1",
        title={"de": "Umfrage"},
        languages=languages,
        default_language=languages[0],
        root=root,
        lists=lists or {},
        **more,
    )


def choices(*names: str, **columns: str) -> tuple[Choice, ...]:
    """A list: each choice's German label is its name with a capital, the Ukrainian with "uk "."""
    return tuple(
        Choice(name, {"de": name.capitalize(), "uk": f"uk {name}"}, columns=columns)
        for name in names
    )


def _placed(node: Node, above: str) -> Node:
    path = f"{above}/{node.name}"
    if isinstance(node, Question):
        other = f"{above}/{node.other}" if node.other else ""
        return replace(node, path=path, other=other)
    return replace(node, path=path, children=tuple(_placed(one, path) for one in node.children))
