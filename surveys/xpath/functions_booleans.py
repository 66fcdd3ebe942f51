"""Functions on booleans: XPath 1.0's, `if`, `coalesce`, `once` and the check-lists of ODK."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from surveys.xpath.code import (
    CONTEXT,
    EMPTY,
    Booleans,
    Code,
    Type,
    of_boolean,
    of_choice,
    of_number,
)
from surveys.xpath.function import MANY, Arguments, Function
from surveys.xpath.scope import Frame
from surveys.xpath.values import number_of


def boolean(arguments: Arguments) -> Code:
    """`boolean(value)`."""
    return of_boolean(arguments[0].boolean)


def boolean_from_string(arguments: Arguments) -> Code:
    """`boolean-from-string(text)`: "1" and "true" are true, in small letters only."""
    text = arguments[0].string
    return of_boolean(lambda frame: text(frame) in {"1", "true"})


def not_(arguments: Arguments) -> Code:
    """`not(value)`."""
    value = arguments[0].boolean
    return of_boolean(lambda frame: not value(frame))


def true(_arguments: Arguments) -> Code:
    """`true()`."""
    return of_boolean(lambda _frame: True)


def false(_arguments: Arguments) -> Code:
    """`false()`."""
    return of_boolean(lambda _frame: False)


def if_(arguments: Arguments) -> Code:
    """`if(condition, yes, no)`: the other side is not evaluated."""
    condition, yes, no = arguments
    return of_choice(condition, yes, no)


def coalesce(arguments: Arguments) -> Code:
    """`coalesce(value, …)`: the first that is not empty, else the last."""
    *others, found = arguments
    for each in reversed(others):
        found = of_choice(_said(each), each, found)
    return found


def once(arguments: Arguments) -> Code:
    """`once(value)`: what the question has already, else the value; "" for what is no number."""
    value = arguments[0]
    if value.type is Type.NUMBER:
        value = of_choice(_said(value), value, EMPTY)
    return of_choice(_said(CONTEXT), CONTEXT, value)


def checklist(arguments: Arguments) -> Code:
    """`checklist(least, most, value, …)`: how many are true; -1 is no limit."""
    least, most, *values = arguments
    ones = of_number(lambda _frame: 1.0)
    pairs = [(value, ones) for value in values]
    return of_boolean(partial(_within, least, most, _counts(pairs)))


def weighted_checklist(arguments: Arguments) -> Code:
    """`weighted-checklist(least, most, value, weight, …)`: the weights of what is true."""
    least, most, *rest = arguments
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    return of_boolean(partial(_within, least, most, _counts(pairs)))


def chained(sign: str, parts: Arguments) -> Code:
    """Code of `a or b or c` and of `a and b`: it stops at the first that decides."""
    values: list[Booleans] = [part.boolean for part in parts]
    if len(values) == 2:
        one, other = values
        if sign == "or":
            return of_boolean(lambda frame: one(frame) or other(frame))
        return of_boolean(lambda frame: one(frame) and other(frame))
    decisive = sign == "or"
    return of_boolean(partial(_first, decisive, values))


def _first(decisive: bool, values: list[Booleans], frame: Frame) -> bool:
    for value in values:
        if value(frame) is decisive:
            return decisive
    return not decisive


def _said(code: Code) -> Code:
    string = code.string
    return of_boolean(lambda frame: string(frame) not in {"", "NaN"})


Pairs = list[tuple[Code, Code]]


def _counts(pairs: Pairs) -> Callable[[Frame], float]:
    adders = [_weighed(value, weight) for value, weight in pairs]
    return lambda frame: sum(adder(frame) for adder in adders)


def _weighed(value: Code, weight: Code) -> Callable[[Frame], float]:
    if value.type is not Type.NODES:
        return lambda frame: weight.number(frame) if value.boolean(frame) else 0.0
    return partial(_weighed_nodes, value, weight)


def _weighed_nodes(value: Code, weight: Code, frame: Frame) -> float:
    """Each node with the weight beside it, or all with the one weight there is."""
    zone = frame.scope.now.tzinfo
    nodes = value.nodes(frame)
    if weight.type is Type.NODES:
        weights = [number_of(node.value(), zone) for node in weight.nodes(frame)]
    else:
        weights = [weight.number(frame)] * len(nodes)
    pairs = zip(nodes, weights, strict=False)
    return sum(number for node, number in pairs if node.value())


def _within(least: Code, most: Code, count: Callable[[Frame], float], frame: Frame) -> bool:
    low, high, found = least.number(frame), most.number(frame), count(frame)
    return (low < 0 or found >= low) and (high < 0 or found <= high)


FUNCTIONS = {
    "boolean": Function(boolean, 1, 1),
    "boolean-from-string": Function(boolean_from_string, 1, 1),
    "not": Function(not_, 1, 1),
    "true": Function(true, 0, 0),
    "false": Function(false, 0, 0),
    "if": Function(if_, 3, 3),
    "coalesce": Function(coalesce, 1, MANY),
    "once": Function(once, 1, 1),
    "checklist": Function(checklist, 2, MANY),
    "weighted-checklist": Function(weighted_checklist, 2, MANY, 2),
}
