"""What an expression looks at."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.xpath.syntax import Call, Expr, Path, Reference, Step, inside

SHORT = {"self": ".", "parent": ".."}


def references_of(node: Expr) -> tuple[str, ...]:
    """Names of `${name}` and paths without their predicates, each once, in the text's order.

    Left out are `.`, what lies in a secondary instance, and in predicates what begins at the
    candidate. A path that begins with a name is written "./name", so that it cannot be taken for a
    reference.
    """
    return tuple(dict.fromkeys(_references(node, outside=True)))


def _references(node: Expr, outside: bool) -> Iterator[str]:
    """Recursion is safe here: `parse` lets nothing through that is nested too deeply."""
    if isinstance(node, Reference):
        yield node.name
    if isinstance(node, Path):
        yield from _of_path(node, outside)
        return
    for each in inside(node):
        yield from _references(each, outside)


def _of_path(node: Path, outside: bool) -> Iterator[str]:
    if _begins_at_current(node) or node.absolute or (outside and node.start is None):
        yield from (each for each in (_written(node),) if each not in {".", "/"})
    elif node.start is not None:
        yield from _references(node.start, outside)
    for step in node.steps:
        for predicate in step.predicates:
            yield from _references(predicate, outside=False)


def _begins_at_current(node: Path) -> bool:
    return isinstance(node.start, Call) and node.start.name == "current"


def _written(node: Path) -> str:
    written = ""
    for step in node.steps:
        # `//` is a step of its own in the tree, which takes any node below.
        written += "/" if _is_anywhere(step) else f"/{_step(step)}"
    if node.absolute:
        return written or "/"
    return written[1:] if written.startswith("/.") else f".{written}"


def _is_anywhere(step: Step) -> bool:
    return step.axis == "descendant-or-self" and step.test.kind == "node" and not step.predicates


def _step(step: Step) -> str:
    if step.test.kind == "node" and step.axis in SHORT:
        return SHORT[step.axis]
    test = f"{step.test.kind}()" if step.test.kind else step.test.name
    if step.axis == "child":
        return test
    return f"@{test}" if step.axis == "attribute" else f"{step.axis}::{test}"
