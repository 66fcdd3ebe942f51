"""What an expression looks at."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.xpath.syntax import Expr, Path, Reference, Step, inside


def references_of(node: Expr) -> tuple[str, ...]:
    """Names of `${name}` and paths without their predicates, each once, in the text's order.

    Left out are `.` and what lies in a secondary instance. A path that begins with a name is
    written "./name", so that it cannot be taken for a reference.
    """
    return tuple(dict.fromkeys(_references(node)))


def _references(node: Expr) -> Iterator[str]:
    """Recursion is safe here: `parse` lets nothing through that is nested too deeply."""
    if isinstance(node, Reference):
        yield node.name
    if isinstance(node, Path):
        yield from _of_path(node)
        return
    for each in inside(node):
        yield from _references(each)


def _of_path(node: Path) -> Iterator[str]:
    written = _written(node)
    if node.start is not None:
        yield from _references(node.start)
    elif written not in {".", "/"}:
        yield written
    for step in node.steps:
        for predicate in step.predicates:
            yield from (each for each in _references(predicate) if _leaves(each))


def _leaves(reference: str) -> bool:
    """Within a predicate only what leaves the candidate is a reference of the whole."""
    return not reference.startswith("./") and not reference.startswith("@")


def _written(node: Path) -> str:
    steps = "/".join(_step(step) for step in node.steps).replace("/%/", "//").replace("%/", "//")
    if node.absolute:
        return steps if steps.startswith("//") else f"/{steps}"
    return steps if steps.startswith(".") else f"./{steps}"


def _step(step: Step) -> str:
    if step.test.kind == "node" and not step.predicates:
        short = {"self": ".", "parent": "..", "descendant-or-self": "%"}.get(step.axis)
        if short:
            return short
    test = f"{step.test.kind}()" if step.test.kind else step.test.name
    if step.axis == "child":
        return test
    return f"@{test}" if step.axis == "attribute" else f"{step.axis}::{test}"
