"""An expression as a tree, after https://www.w3.org/TR/1999/REC-xpath-19991116/."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    """`12.5`."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """`'no'`."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """`${name}`."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """`selected(., 'a')`."""

    name: str
    arguments: tuple[Expr, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Binary:
    """A comparison or a sum, by its operator's spelling."""

    operator: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Chain:
    """`a or b or c`, `a and b`, `a | b`: one operator between two or more."""

    operator: str
    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """`- x`."""

    inner: Expr


@dataclass(frozen=True, slots=True)
class Test:
    """What a step takes: `name` ("*" for any element), or a `kind` of node ("node", "text", …).

    For a processing instruction `name` is its target.
    """

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """`axis::test[predicate]…`."""

    axis: str
    test: Test
    predicates: tuple[Expr, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the document's root, from the context (`start` None) or from an expression."""

    start: Expr | None
    absolute: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """`(expression)[predicate]…`."""

    inner: Expr
    predicates: tuple[Expr, ...]


Expr = Number | Literal | Reference | Call | Binary | Chain | Negation | Path | Filter


def inside(node: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside one, in the order of the text."""
    match node:
        case Call():
            return node.arguments
        case Binary():
            return (node.left, node.right)
        case Chain():
            return node.parts
        case Negation():
            return (node.inner,)
        case _:
            return _inside_steps(node)


def _inside_steps(node: Expr) -> tuple[Expr, ...]:
    if isinstance(node, Filter):
        return (node.inner, *node.predicates)
    if not isinstance(node, Path):
        return ()
    start = () if node.start is None else (node.start,)
    return (*start, *(each for step in node.steps for each in step.predicates))


def everything(node: Expr) -> Iterator[tuple[Expr, int]]:
    """All expressions in one, itself first, in the order of the text, each with its depth from 1.

    Written without recursion, so that no text can be too deep for it.
    """
    waiting = [(node, 1)]
    while waiting:
        found, depth = waiting.pop()
        yield found, depth
        waiting.extend((each, depth + 1) for each in reversed(inside(found)))
