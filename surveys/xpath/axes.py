"""Axes (https://www.w3.org/TR/1999/REC-xpath-19991116/#axes): from a node to others, nearest first,
and what a step takes of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from surveys.xpath.syntax import Test
from surveys.xpath.tree import Element

Axis = Callable[[Element], Iterable[Element]]
Takes = Callable[[Element], bool]


def ancestors(node: Element) -> Iterable[Element]:
    """Parents, nearest first."""
    found = node.parent
    while found is not None:
        yield found
        found = found.parent


def _self_and(axis: Axis) -> Axis:
    def both(node: Element) -> Iterable[Element]:
        yield node
        yield from axis(node)

    return both


def _siblings(node: Element, after: bool) -> Sequence[Element]:
    if node.parent is None or node.kind == "attribute":
        return ()
    all_of_them = list(node.parent.content())
    if node not in all_of_them:
        return ()
    at = all_of_them.index(node)
    return all_of_them[at + 1 :] if after else all_of_them[:at][::-1]


def _following(node: Element) -> Iterable[Element]:
    if node.kind == "attribute" and node.parent is not None:
        yield from node.parent.below()
        node = node.parent
    for here in _self_and(ancestors)(node):
        for sibling in _siblings(here, after=True):
            yield sibling
            yield from sibling.below()


def _preceding(node: Element) -> Iterable[Element]:
    start = node.parent if node.kind == "attribute" and node.parent is not None else node
    for here in _self_and(ancestors)(start):
        for sibling in _siblings(here, after=False):
            yield from reversed(list(sibling.below()))
            yield sibling


AXES: dict[str, Axis] = {
    "ancestor": ancestors,
    "ancestor-or-self": _self_and(ancestors),
    "attribute": Element.attribute_nodes,
    "child": Element.content,
    "descendant": Element.below,
    "descendant-or-self": _self_and(Element.below),
    "following": _following,
    "following-sibling": lambda node: _siblings(node, after=True),
    "namespace": lambda _node: (),
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "preceding": _preceding,
    "preceding-sibling": lambda node: _siblings(node, after=False),
    "self": lambda node: (node,),
}
REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})
ORDERLY = frozenset({"attribute", "child", "self"})
"""From nodes of which none is inside another, these axes come in document order, each node once."""


def taken(axis: str, test: Test) -> Takes:
    """Whether a step along an axis takes a node."""
    kind = "attribute" if axis == "attribute" else "element"
    if test.kind == "node":
        return lambda _node: True
    if test.kind:
        return _of_kind(test)
    if test.name == "*":
        return lambda node: node.kind == kind
    if test.name.endswith(":*"):
        prefix = test.name[:-1]
        return lambda node: node.kind == kind and node.name.startswith(prefix)
    name = test.name
    return lambda node: node.name == name and node.kind == kind


def _of_kind(test: Test) -> Takes:
    kind, target = test.kind, test.name
    if not target:
        return lambda node: node.kind == kind
    return lambda node: node.kind == kind and node.written == target
