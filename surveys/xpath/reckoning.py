"""Arithmetic on IEEE 754 doubles (https://www.w3.org/TR/1999/REC-xpath-19991116/#numbers)."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable

from surveys.xpath.code import Code, of_number
from surveys.xpath.values import NAN

Reckons = Callable[[float, float], float]


def divided(left: float, right: float) -> float:
    """`left div right`: by zero it is an infinity, or NaN."""
    if right:
        return left / right
    if left == 0 or math.isnan(left) or math.isnan(right):
        return NAN
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """`left mod right`, with the sign of `left`."""
    if not right or math.isinf(left):
        return NAN
    return math.fmod(left, right)


OPERATIONS: dict[str, Reckons] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": divided,
    "mod": remainder,
}


def reckoned(sign: str, left: Code, right: Code) -> Code:
    """Code of `left sign right`."""
    operation, one, other = OPERATIONS[sign], left.number, right.number
    return of_number(lambda frame: operation(one(frame), other(frame)))


def negated(inner: Code) -> Code:
    """Code of `- inner`."""
    number = inner.number
    return of_number(lambda frame: -number(frame))
