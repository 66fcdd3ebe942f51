"""All expressions of a form with their places, as syntax trees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from surveys.form import Node, Question, Repeat
from surveys.xlsform.building import Building
from surveys.xlsform.problems import Problem
from surveys.xlsform.rows import Row
from surveys.xpath.errors import ExpressionError
from surveys.xpath.parsing import parse
from surveys.xpath.syntax import Expr, Filter, Path, inside


@dataclass(frozen=True, slots=True)
class Written:
    """An expression in a column of a row; `path` is the node it belongs to ("" for the form)."""

    text: str
    column: str
    path: str
    row: Row

    @property
    def tree(self) -> Expr | None:
        """Its syntax tree, None where it has none."""
        return tree_of(self.text)

    def error(self, code: str, **values: str) -> Problem:
        """An error in its cell."""
        return self.row.error(code, self.column, **values)

    def warning(self, code: str, **values: str) -> Problem:
        """A warning about its cell."""
        return self.row.warning(code, self.column, **values)


@lru_cache(maxsize=4096)
def tree_of(text: str) -> Expr | None:
    """The syntax tree of a text, None where it has none. Every check asks for it again."""
    try:
        return parse(text) if text else None
    except ExpressionError:
        return None


def written(building: Building) -> Iterator[Written]:
    """Every expression; the questions of `or_other`, which are ours, have none of theirs."""
    for node in building.form.nodes():
        row = building.origins[node.path]
        if not (node.name.endswith("_other") and row.code("name") != node.name):
            found = (Written(text, column, node.path, row) for column, text in _texts(node))
            yield from (each for each in found if each.text)
    for row in building.tables["settings"].rows[:1]:
        if row.code("instance_name"):
            yield Written(row.code("instance_name"), "instance_name", "", row)


def _texts(node: Node) -> Iterator[tuple[str, str]]:
    yield "relevant", node.relevant
    if isinstance(node, Repeat):
        yield "repeat_count", node.count
    if isinstance(node, Question):
        yield "required", node.required
        yield "constraint", node.constraint
        yield "calculation", node.calculation
        yield "read_only", node.read_only
        yield "choice_filter", node.choice_filter
        yield "default", node.default if node.dynamic_default else ""


def outside_predicates(tree: Expr) -> Iterator[Expr]:
    """All expressions that are evaluated where the whole one is: without those in […]."""
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        yield found
        match found:
            case Path():
                waiting.extend(() if found.start is None else (found.start,))
            case Filter():
                waiting.append(found.inner)
            case _:
                waiting.extend(reversed(inside(found)))
