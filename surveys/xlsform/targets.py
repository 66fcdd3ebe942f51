"""What the names and paths of an expression lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from surveys.xlsform.building import Building
from surveys.xlsform.expressions import outside_predicates
from surveys.xpath.syntax import Call, Expr, Path, Reference, Step, everything

Names = Mapping[str, tuple[str, ...]]


def names_of(building: Building) -> Names:
    """Name → the paths of all nodes that are called so."""
    found: dict[str, tuple[str, ...]] = {}
    for node in building.form.nodes():
        found[node.name] = (*found.get(node.name, ()), node.path)
    return found


def references(tree: Expr) -> Iterator[str]:
    """The names of all `${name}`."""
    return (each.name for each, _ in everything(tree) if isinstance(each, Reference))


def paths(tree: Expr, context: str) -> Iterator[str]:
    """The paths without rows that location paths lead to, as far as the text alone says it."""
    for each in outside_predicates(tree):
        if isinstance(each, Path) and (found := _place(each, context)) is not None:
            yield found


def _place(path: Path, context: str) -> str | None:
    if path.absolute:
        below = _walked(path.steps[1:], "")
        return below if path.steps and path.steps[0].axis == "child" else None
    is_here = isinstance(path.start, Call) and path.start.name == "current"
    if path.start is None or is_here:
        return _walked(path.steps, context)
    return None


def _walked(steps: Iterable[Step], place: str) -> str | None:
    for step in steps:
        if step.axis == "parent" and step.test.kind:
            place = place.rpartition("/")[0]
        elif step.axis == "child" and not step.test.kind and step.test.name != "*":
            place = f"{place}/{step.test.name}"
        elif step.axis != "self":
            return None
    return place
