"""Names of questions, groups and repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from surveys.form import Node, Question, Repeat
from surveys.xlsform.building import Building
from surveys.xlsform.problems import Problem
from surveys.xlsform.rows import Row
from surveys.xlsform.tree import rows
from surveys.xlsform.types import Rest, kind

NAME = re.compile(r"[^\W\d][\w.\-]*")
NAMELESS = frozenset({Rest.END_GROUP, Rest.END_REPEAT})
OPENING = frozenset({Rest.BEGIN_GROUP, Rest.BEGIN_REPEAT})
DEEPEST = 2
"""Repeats within each other that a conversation can still be led through."""


def problems(building: Building) -> Iterator[Problem]:
    """Row by row, then the tree."""
    for row in rows(building.tables["survey"]):
        yield from _row(row)
    yield from _twice(building)
    yield from _deep(building, building.form.root, 0)


def _row(row: Row) -> Iterator[Problem]:
    said, name = row.code("type").lower(), row.code("name")
    if kind(said).type in NAMELESS or said in ("note", "audit", ""):
        return
    if not name:
        yield row.error("name_missing", "name")
    elif not NAME.fullmatch(name):
        yield row.error("name_invalid", "name", value=name)


def _twice(building: Building) -> Iterator[Problem]:
    """Two of a name side by side would write their answers into the same place."""
    names: dict[str, int] = {}
    for row, path in _places(building):
        before = names.setdefault(path, row.number)
        if before != row.number:
            name = path.rpartition("/")[2]
            yield row.error("name_twice", "name", name=name, first=str(before))


def _places(building: Building) -> Iterator[tuple[Row, str]]:
    """Each row with the path it asks for; in `origins` only the last of a path is left."""
    stack = [""]
    for row in rows(building.tables["survey"]):
        type_ = kind(row.code("type")).type
        if type_ in NAMELESS:
            stack = stack[:-1] or [""]
        elif name := row.code("name"):
            path = f"{stack[-1]}/{name}"
            yield row, path
            stack += [path] * (type_ in OPENING)


def _deep(building: Building, node: Node, depth: int) -> Iterator[Problem]:
    if isinstance(node, Question):
        return
    inside = depth + isinstance(node, Repeat)
    if isinstance(node, Repeat) and inside > DEEPEST:
        yield building.origins[node.path].warning("repeat_deep", "type", name=node.name)
    for child in node.children:
        yield from _deep(building, child, inside)
