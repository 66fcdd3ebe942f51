"""Paths: steps from nodes to nodes, with predicates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from surveys.xpath.axes import AXES, ORDERLY, REVERSE, taken
from surveys.xpath.code import Booleans, Code, Nodes, Strings, Type, of_nodes
from surveys.xpath.scope import Frame
from surveys.xpath.syntax import Step
from surveys.xpath.tree import Element

Found = Sequence[Element]
Moves = Callable[[Frame, Found], Found]
Compiled = tuple[Step, tuple[Code, ...]]
"""A step with its predicates compiled."""


def path(start: Code | None, absolute: bool, steps: Sequence[Compiled]) -> Code:
    """Code of a path, from the root, from a start or from the context."""
    if start is None and all(_plain(step) for step in steps):
        return _plain_path(absolute, [step.test.name for step, _ in steps])
    begin = _beginning(start, absolute)
    moves = _moves(steps, tidy=start is None)

    def nodes(frame: Frame) -> Found:
        found = begin(frame)
        for move in moves:
            found = move(frame, found)
        return found

    return of_nodes(nodes)


def filtered(inner: Code, predicates: Iterable[Code]) -> Code:
    """Code of `(inner)[predicate]`."""
    begin = inner.nodes
    keeps = [keeping(predicate) for predicate in predicates]

    def nodes(frame: Frame) -> Found:
        found = begin(frame)
        for keep in keeps:
            found = keep(frame, found)
        return found

    return of_nodes(nodes)


def united(parts: Sequence[Code]) -> Code:
    """Code of `a | b`."""
    return of_nodes(lambda frame: in_order([node for part in parts for node in part.nodes(frame)]))


def in_order(found: Iterable[Element]) -> Found:
    """In document order, each node once."""
    places = {node.key(): node for node in found}
    return [places[place] for place in sorted(places)]


def _plain(compiled: Compiled) -> bool:
    step, predicates = compiled
    return (
        step.axis == "child"
        and not predicates
        and not step.test.kind
        and not step.test.name.endswith("*")
    )


def _plain_path(absolute: bool, names: Sequence[str]) -> Code:
    """By far the most common: names only, each looked up in its parent's index."""

    def nodes(frame: Frame) -> Found:
        found: Found = (frame.scope.root if absolute else frame.context,)
        for name in names:
            if len(found) == 1:
                found = found[0].named(name)
            else:
                found = [child for node in found for child in node.named(name)]
        return found

    return of_nodes(nodes, _text_of_only(absolute, names, nodes))


def _text_of_only(absolute: bool, names: Sequence[str], nodes: Nodes) -> Strings:
    """The first node's text, which needs no lists while there is one node of each name."""

    def string(frame: Frame) -> str:
        node = frame.scope.root if absolute else frame.context
        for name in names:
            found = node.named(name)
            if len(found) != 1:
                rest = nodes(frame)
                return rest[0].value() if rest else ""
            node = found[0]
        return node.value()

    return string


def _beginning(start: Code | None, absolute: bool) -> Nodes:
    if start is not None:
        return start.nodes
    if absolute:
        return lambda frame: (frame.scope.root,)
    return lambda frame: (frame.context,)


def _moves(steps: Sequence[Compiled], tidy: bool) -> list[Moves]:
    """`tidy`: no node of what a step starts from is inside another, so order comes by itself."""
    moves = []
    for step, predicates in steps:
        move = _move(step, predicates)
        orderly = tidy and step.axis in ORDERLY
        moves.append(move if orderly else _sorting(move, step.axis))
        tidy = orderly
    return moves


def _sorting(move: Moves, axis: str) -> Moves:
    backwards = axis in REVERSE
    unsorted = axis not in ORDERLY

    def sort(frame: Frame, found: Found) -> Found:
        reached = move(frame, found)
        if len(found) == 1:
            return reached[::-1] if backwards else reached
        return in_order(reached) if unsorted or len(reached) > 1 else reached

    return sort


def _move(step: Step, predicates: Sequence[Code]) -> Moves:
    axis, takes = AXES[step.axis], taken(step.axis, step.test)
    keeps = [keeping(predicate) for predicate in predicates]
    if _plain((step, ())):
        return _by_name(step.test.name, keeps)

    def move(frame: Frame, found: Found) -> Found:
        reached: list[Element] = []
        for node in found:
            candidates: Found = [each for each in axis(node) if takes(each)]
            for keep in keeps:
                candidates = keep(frame, candidates)
            reached.extend(candidates)
        return reached

    return move


def _by_name(name: str, keeps: Sequence[Moves]) -> Moves:
    def move(frame: Frame, found: Found) -> Found:
        reached: list[Element] = []
        for node in found:
            candidates: Found = node.named(name)
            for keep in keeps:
                candidates = keep(frame, candidates)
            reached.extend(candidates)
        return reached

    return move


def keeping(predicate: Code) -> Moves:
    """What leaves of some candidates those for which a predicate holds."""
    holds = _holding(predicate)

    def keep(frame: Frame, candidates: Found) -> Found:
        if not candidates:
            return candidates
        inner = Frame(frame.scope, frame.context, frame.current)
        inner.size = len(candidates)
        kept = []
        for place, node in enumerate(candidates, 1):
            inner.context, inner.position = node, place
            if holds(inner):
                kept.append(node)
        return kept

    return keep


def _holding(predicate: Code) -> Booleans:
    """A number is a place (`[2]`), all else a condition."""
    if predicate.type is Type.NUMBER:
        number = predicate.number
        return lambda frame: number(frame) == frame.position
    if predicate.type is Type.CHOICE and predicate.branches:
        condition, yes, no = predicate.branches
        decide, one, other = condition.boolean, _holding(yes), _holding(no)
        return lambda frame: one(frame) if decide(frame) else other(frame)
    return predicate.boolean
