"""Questions that depend on themselves: a calculation, or a relevance, by way of others."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.form import Group, Node, Question, Repeat
from surveys.xlsform.building import Building
from surveys.xlsform.cycles import cycles
from surveys.xlsform.expressions import tree_of
from surveys.xlsform.problems import Problem
from surveys.xlsform.targets import Names, names_of, paths, references
from surveys.xpath.syntax import Call, Expr, everything

EARLIER_ROWS = frozenset({"indexed-repeat", "position"})
"""Where these are called, a name means the same question in another row."""


def problems(building: Building) -> Iterator[Problem]:
    """Each cycle once, said at its first question."""
    for cycle in cycles(needs_of(building)):
        yield _problem(building, cycle)


def needs_of(building: Building) -> dict[str, tuple[str, ...]]:
    """Path of a question → the paths of the questions that its value depends on."""
    names = names_of(building)
    needs: dict[str, tuple[str, ...]] = {}
    _fill(needs, names, building.form.root, ())
    return {path: tuple(x for x in found if x in needs) for path, found in needs.items()}


def _fill(
    needs: dict[str, tuple[str, ...]], names: Names, node: Node, above: tuple[str, ...]
) -> None:
    here = (*above, *_leads(node.relevant, node.path, names))
    if isinstance(node, Question):
        # What a trigger sets is set once, by an event: it does not run in a circle.
        own = "" if node.trigger else node.calculation
        needs[node.path] = (*here, *_leads(own, node.path, names))
    if isinstance(node, Group | Repeat):
        for child in node.children:
            _fill(needs, names, child, here)


def _leads(text: str, path: str, names: Names) -> tuple[str, ...]:
    tree = tree_of(text)
    if tree is None or _looks_back(tree):
        return ()
    named = (place for name in references(tree) for place in names.get(name, ()))
    walked = (place for place in paths(tree, path) if place != path)
    return (*named, *walked)


def _looks_back(tree: Expr) -> bool:
    return any(isinstance(x, Call) and x.name in EARLIER_ROWS for x, _ in everything(tree))


def _problem(building: Building, cycle: tuple[str, ...]) -> Problem:
    row = building.origins[cycle[0]]
    column = "calculation" if row.code("calculation") else "relevant"
    names = [path.rpartition("/")[2] for path in (*cycle, cycle[0])]
    return row.error("cycle", column, value=" → ".join(names))
