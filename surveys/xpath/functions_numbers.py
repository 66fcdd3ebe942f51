"""Functions on numbers: XPath 1.0's, ODK's roots, powers and angles, and sums over nodes."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal

from surveys.xpath.code import Code, Type, of_number
from surveys.xpath.function import MANY, Arguments, Builds, Function, argument_or_context
from surveys.xpath.scope import Frame
from surveys.xpath.values import INFINITY, NAN, number_of

_WIDE = Context(prec=400)  # room for any double written out


def number(arguments: Arguments) -> Code:
    """`number(value?)`: a date becomes days since 1970 (ODK)."""
    return of_number(argument_or_context(arguments).number)


def _whole(convert: Callable[[float], int]) -> Builds:
    def build(arguments: Arguments) -> Code:
        value = arguments[0].number

        def converted(frame: Frame) -> float:
            found = value(frame)
            return float(convert(found)) if math.isfinite(found) else found

        return of_number(converted)

    return build


def round_(arguments: Arguments) -> Code:
    """`round(value, digits?)`: halves go away from zero; negative digits round tens (ODK)."""
    value = arguments[0].number
    if len(arguments) == 1:
        return of_number(lambda frame: whole(value(frame)))
    digits = arguments[1].number
    return of_number(lambda frame: rounded(value(frame), digits(frame)))


def whole(value: float) -> float:
    """The nearest whole number."""
    if not math.isfinite(value):
        return value
    below = math.trunc(value)
    if abs(value - below) >= 0.5:
        below += 1 if value > 0 else -1
    return float(below)


def rounded(value: float, digits: float) -> float:
    """A number to so many digits, as somebody who sees its shortest spelling would round it."""
    if not math.isfinite(value) or math.isnan(digits):
        return value if math.isfinite(digits) else NAN
    places = int(max(-330, min(digits, 330)))
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    return float(exact) + 0.0  # no negative zero


def _plain(reckon: Callable[[float], float]) -> Builds:
    def build(arguments: Arguments) -> Code:
        value = arguments[0].number
        return of_number(lambda frame: _guarded(reckon, value(frame)))

    return build


def _paired(reckon: Callable[[float, float], float]) -> Builds:
    def build(arguments: Arguments) -> Code:
        one, other = arguments[0].number, arguments[1].number
        return of_number(lambda frame: _guarded(reckon, one(frame), other(frame)))

    return build


def _guarded(reckon: Callable[..., float], *values: float) -> float:
    """What has no answer is NaN, what is too large is an infinity, as IEEE 754 has it."""
    try:
        return reckon(*values)
    except OverflowError:
        return INFINITY
    except (ValueError, ZeroDivisionError):
        return NAN


def _log(value: float) -> float:
    return -INFINITY if value == 0 else math.log(value)


def _log10(value: float) -> float:
    return -INFINITY if value == 0 else math.log10(value)


def _power(base: float, exponent: float) -> float:
    if base == 0 and exponent < 0:
        return INFINITY
    if abs(base) == 1 and not math.isfinite(exponent):
        return NAN
    if math.isnan(exponent):
        return NAN
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -INFINITY if base < 0 and exponent % 2 == 1 else INFINITY


def pi(_arguments: Arguments) -> Code:
    """`pi()`."""
    return of_number(lambda _frame: math.pi)


def random(_arguments: Arguments) -> Code:
    """`random()`: from 0 to below 1."""
    return of_number(lambda frame: frame.scope.rng.random())


def sum_(arguments: Arguments) -> Code:
    """`sum(nodes)`."""
    nodes = arguments[0].nodes

    def total(frame: Frame) -> float:
        zone = frame.scope.now.tzinfo
        return (
            math.fsum(numbers)
            if _finite(numbers := [number_of(node.value(), zone) for node in nodes(frame)])
            else sum(numbers)
        )

    return of_number(total)


def _finite(numbers: list[float]) -> bool:
    return all(map(math.isfinite, numbers))


def _extreme(choose: Callable[[list[float]], float]) -> Builds:
    """`min(value, …)`, `max(value, …)`: NaN when there is nothing, or a value that is no number."""

    def build(arguments: Arguments) -> Code:
        getters = [_numbers(each) for each in arguments]

        def chosen(frame: Frame) -> float:
            found = [value for getter in getters for value in getter(frame)]
            if not found or any(map(math.isnan, found)):
                return NAN
            return choose(found)

        return of_number(chosen)

    return build


def _numbers(code: Code) -> Callable[[Frame], list[float]]:
    if code.type is Type.NODES:
        nodes = code.nodes
        return lambda frame: [
            number_of(node.value(), frame.scope.now.tzinfo) for node in nodes(frame)
        ]
    value = code.number
    return lambda frame: [value(frame)]


FUNCTIONS = {
    "number": Function(number, 0, 1),
    "floor": Function(_whole(math.floor), 1, 1),
    "ceiling": Function(_whole(math.ceil), 1, 1),
    "int": Function(_whole(math.trunc), 1, 1),
    "round": Function(round_, 1, 2),
    "abs": Function(_plain(math.fabs), 1, 1),
    "sqrt": Function(_plain(math.sqrt), 1, 1),
    "exp": Function(_plain(math.exp), 1, 1),
    "exp10": Function(_plain(lambda value: _power(10.0, value)), 1, 1),
    "log": Function(_plain(_log), 1, 1),
    "log10": Function(_plain(_log10), 1, 1),
    "sin": Function(_plain(math.sin), 1, 1),
    "cos": Function(_plain(math.cos), 1, 1),
    "tan": Function(_plain(math.tan), 1, 1),
    "asin": Function(_plain(math.asin), 1, 1),
    "acos": Function(_plain(math.acos), 1, 1),
    "atan": Function(_plain(math.atan), 1, 1),
    "atan2": Function(_paired(math.atan2), 2, 2),
    "pow": Function(_paired(_power), 2, 2),
    "pi": Function(pi, 0, 0),
    "random": Function(random, 0, 0),
    "sum": Function(sum_, 1, 1),
    "min": Function(_extreme(min), 0, MANY),
    "max": Function(_extreme(max), 0, MANY),
}
