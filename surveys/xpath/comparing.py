"""Comparisons (https://www.w3.org/TR/1999/REC-xpath-19991116/#booleans), where a date is compared
as a number of days, as ODK does.

Against a node-set a comparison is true when it is true for any of its nodes.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

from surveys.xpath.code import Booleans, Code, Numbers, Strings, Type, of_boolean
from surveys.xpath.scope import Frame
from surveys.xpath.values import number_of

Compare = Callable[[object, object], bool]
ComparesNumbers = Callable[[float, float], bool]

EQUALITIES: dict[str, Compare] = {"=": operator.eq, "!=": operator.ne}
RELATIONS: dict[str, ComparesNumbers] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def compared(sign: str, left: Code, right: Code) -> Code:
    """Code of `left sign right`."""
    return of_boolean(_distributed(sign, left, right))


def _distributed(sign: str, left: Code, right: Code) -> Booleans:
    """An `if` may be of two types: what it is compared with is compared with both."""
    if left.type is Type.CHOICE and left.branches:
        condition, yes, no = left.branches
        return _either(
            condition.boolean, _distributed(sign, yes, right), _distributed(sign, no, right)
        )
    if right.type is Type.CHOICE and right.branches:
        condition, yes, no = right.branches
        return _either(
            condition.boolean, _distributed(sign, left, yes), _distributed(sign, left, no)
        )
    if sign in EQUALITIES:
        return _equality(EQUALITIES[sign], left, right)
    return _relation(RELATIONS[sign], left, right)


def _either(decide: Booleans, yes: Booleans, no: Booleans) -> Booleans:
    return lambda frame: yes(frame) if decide(frame) else no(frame)


def _equality(same: Compare, left: Code, right: Code) -> Booleans:
    types = {left.type, right.type}
    if Type.BOOLEAN in types:
        one, other = left.boolean, right.boolean
        return lambda frame: same(one(frame), other(frame))
    if Type.NODES in types:
        return _any_equal(same, left, right)
    if Type.NUMBER in types or Type.DATE in types:
        first, second = left.number, right.number
        return lambda frame: same(first(frame), second(frame))
    return _same_text(same, left, right)


def _same_text(same: Compare, left: Code, right: Code) -> Booleans:
    one, other = left.string, right.string
    return lambda frame: same(one(frame), other(frame))


def _any_equal(same: Compare, left: Code, right: Code) -> Booleans:
    if left.type is right.type:
        return _any_pair(same, left, right)
    if left.type is not Type.NODES:
        left, right = right, left
    if right.type is Type.STRING:
        return _any_text(same, left, right.string)
    return _any_number(same, left, right.number)


def _any_pair(same: Compare, left: Code, right: Code) -> Booleans:
    def check(frame: Frame) -> bool:
        others = [node.value() for node in right.nodes(frame)]
        return any(same(node.value(), other) for node in left.nodes(frame) for other in others)

    return check


def _any_text(same: Compare, nodes: Code, text: Strings) -> Booleans:
    found_nodes = nodes.nodes

    def check(frame: Frame) -> bool:
        found = found_nodes(frame)
        if len(found) == 1:
            return same(found[0].value(), text(frame))
        if not found:
            return False
        wanted = text(frame)
        return any(same(node.value(), wanted) for node in found)

    return check


def _any_number(same: ComparesNumbers, nodes: Code, number: Numbers) -> Booleans:
    found_nodes = nodes.nodes

    def check(frame: Frame) -> bool:
        found = found_nodes(frame)
        if not found:
            return False
        wanted = number(frame)
        zone = frame.scope.now.tzinfo
        return any(same(number_of(node.value(), zone), wanted) for node in found)

    return check


def _relation(holds: ComparesNumbers, left: Code, right: Code) -> Booleans:
    types = {left.type, right.type}
    if Type.NODES not in types:
        one, other = left.number, right.number
        return lambda frame: holds(one(frame), other(frame))
    if left.type is not Type.NODES:
        return _any_number(lambda node, value: holds(value, node), right, left.number)
    if right.type is not Type.NODES:
        return _any_number(holds, left, right.number)
    return _any_numbers(holds, left, right)


def _any_numbers(holds: ComparesNumbers, left: Code, right: Code) -> Booleans:
    def check(frame: Frame) -> bool:
        zone = frame.scope.now.tzinfo
        others = [number_of(node.value(), zone) for node in right.nodes(frame)]
        return any(
            holds(number_of(node.value(), zone), other)
            for node in left.nodes(frame)
            for other in others
        )

    return check
