"""A form as JSON and back: plain data, so that a version is stored as it was asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from surveys.form import Choice, Form, Group, Media, Node, Question, QuestionType, Repeat


def to_json(form: Form) -> str:
    """The same form always gives the same text."""
    plain = {name: getattr(form, name) for name in ("id", "version", "title", "languages")}
    plain |= {"default_language": form.default_language, "names": form.names}
    plain |= {"root": _plain(form.root), "instances": form.instances, "settings": form.settings}
    plain |= {"lists": {name: [asdict(one) for one in rows] for name, rows in form.lists.items()}}
    return json.dumps(plain, ensure_ascii=False, default=_listed, separators=(",", ":"))


def from_json(text: str) -> Form:
    """What `to_json` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    plain: dict[str, Any] = json.loads(text)
    root = _node(plain.pop("root"))
    if not isinstance(root, Group):
        raise TypeError("the root of a form is a group")
    lists = {name: tuple(map(_choice, rows)) for name, rows in plain.pop("lists").items()}
    languages, instances = tuple(plain.pop("languages")), plain.pop("instances")
    attached = {name: tuple(rows) for name, rows in instances.items()}
    return Form(root=root, lists=lists, languages=languages, instances=attached, **plain)


def _plain(node: Node) -> dict[str, Any]:
    if isinstance(node, Question):
        return {"is": "question", **asdict(node)}
    kind = "repeat" if isinstance(node, Repeat) else "group"
    names = [name for name in node.__slots__ if name != "children"]
    own = {name: getattr(node, name) for name in names}
    return {"is": kind, **own, "children": [_plain(child) for child in node.children]}


def _node(plain: Mapping[str, Any]) -> Node:
    own = {name: value for name, value in plain.items() if name != "is"}
    own["appearance"] = tuple(own["appearance"])
    if plain["is"] == "question":
        return _question(own)
    own["children"] = tuple(map(_node, own["children"]))
    return Repeat(**own) if plain["is"] == "repeat" else Group(**own)


def _question(own: dict[str, Any]) -> Question:
    own |= {"type": QuestionType(own["type"]), "media": Media(**own["media"])}
    own |= {"trigger": tuple(own["trigger"]), "exclusive": frozenset(own["exclusive"])}
    return Question(**own)


def _choice(plain: dict[str, Any]) -> Choice:
    return Choice(**(plain | {"media": Media(**plain["media"])}))


def _listed(value: object) -> Any:
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no plain data")
