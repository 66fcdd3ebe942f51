"""Questions that depend on themselves: a calculation, or a relevance, by way of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from surveys.form import Group, Node, Question, Repeat
from surveys.xlsform.building import Building
from surveys.xlsform.expressions import tree_of
from surveys.xlsform.problems import Problem
from surveys.xlsform.targets import Names, names_of, paths, references
from surveys.xpath.syntax import Call, Expr, everything

EARLIER_ROWS = frozenset({"indexed-repeat", "position"})
"""Where these are called, a name means the same question in another row."""

Graph = Mapping[str, tuple[str, ...]]


def problems(building: Building) -> Iterator[Problem]:
    """Each cycle once, said at its first question."""
    said: set[frozenset[str]] = set()
    graph = graph_of(building)
    for start in graph:
        cycle = _cycle(graph, start)
        if cycle and frozenset(cycle) not in said:
            said.add(frozenset(cycle))
            yield _problem(building, cycle)


def graph_of(building: Building) -> Graph:
    """Path of a question → the paths of the questions that its value depends on."""
    names = names_of(building)
    graph: dict[str, tuple[str, ...]] = {}
    _fill(graph, names, building.form.root, ())
    return {path: tuple(x for x in found if x in graph) for path, found in graph.items()}


def _fill(
    graph: dict[str, tuple[str, ...]], names: Names, node: Node, above: tuple[str, ...]
) -> None:
    here = (*above, *_leads(node.relevant, node.path, names))
    if isinstance(node, Question):
        # What a trigger sets is set once, by an event: it does not run in a circle.
        own = "" if node.trigger else node.calculation
        graph[node.path] = (*here, *_leads(own, node.path, names))
    if isinstance(node, Group | Repeat):
        for child in node.children:
            _fill(graph, names, child, here)


def _leads(text: str, path: str, names: Names) -> tuple[str, ...]:
    tree = tree_of(text)
    if tree is None or _looks_back(tree):
        return ()
    named = (place for name in references(tree) for place in names.get(name, ()))
    walked = (place for place in paths(tree, path) if place != path)
    return (*named, *walked)


def _looks_back(tree: Expr) -> bool:
    return any(isinstance(x, Call) and x.name in EARLIER_ROWS for x, _ in everything(tree))


def _cycle(graph: Graph, start: str) -> tuple[str, ...]:
    """The way from `start` back to it, empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for after in graph[way[-1]]:
            if after == start:
                return way
            if after not in seen:
                seen.add(after)
                ways.append((*way, after))
    return ()


def _problem(building: Building, cycle: Iterable[str]) -> Problem:
    paths = tuple(cycle)
    row = building.origins[paths[0]]
    column = "calculation" if row.code("calculation") else "relevant"
    names = [path.rpartition("/")[2] for path in (*paths, paths[0])]
    return row.error("cycle", column, value=" → ".join(names))
