"""Syntax tree to closures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NoReturn

from surveys.xpath.code import CONTEXT, Code, of_nodes, of_number, of_string
from surveys.xpath.comparing import EQUALITIES, RELATIONS, compared
from surveys.xpath.errors import ExpressionError, Reason
from surveys.xpath.functions_booleans import chained
from surveys.xpath.library import FUNCTIONS
from surveys.xpath.paths import filtered, path, united
from surveys.xpath.reckoning import negated, reckoned
from surveys.xpath.scope import Frame
from surveys.xpath.syntax import (
    Binary,
    Call,
    Chain,
    Expr,
    Filter,
    Literal,
    Negation,
    Number,
    Path,
    Reference,
)
from surveys.xpath.tree import Element
from surveys.xpath.values import text_of


def code_of(node: Expr) -> Code:
    """Code of an expression.

    Raises:
        ExpressionError: a regular expression that is written out is none.
    """
    match node:
        case Number():
            return _number(node.value)
        case Literal():
            return _literal(node.value)
        case Reference():
            return of_nodes(partial(_found, node.name))
        case Negation():
            return negated(code_of(node.inner))
        case Binary() | Chain():
            return _operated(node)
        case _:
            return _located(node)


def _operated(node: Binary | Chain) -> Code:
    if isinstance(node, Chain):
        parts = [code_of(part) for part in node.parts]
        return united(parts) if node.operator == "|" else chained(node.operator, parts)
    left, right = code_of(node.left), code_of(node.right)
    if node.operator in EQUALITIES or node.operator in RELATIONS:
        return compared(node.operator, left, right)
    return reckoned(node.operator, left, right)


def _located(node: Path | Filter | Call) -> Code:
    if isinstance(node, Call):
        return _called(node)
    if isinstance(node, Filter):
        return filtered(code_of(node.inner), _codes(node.predicates))
    if _is_here(node):
        return CONTEXT
    start = None if node.start is None else code_of(node.start)
    steps = [(step, tuple(_codes(step.predicates))) for step in node.steps]
    return path(start, node.absolute, steps)


def _is_here(node: Path) -> bool:
    if node.start is not None or node.absolute or len(node.steps) != 1:
        return False
    step = node.steps[0]
    return step.axis == "self" and step.test.kind == "node" and not step.predicates


def mistake_in(node: Call) -> Reason | None:
    """What is wrong with a call by itself: an unknown function, a wrong number of arguments."""
    function = FUNCTIONS.get(node.name)
    if function is None:
        return Reason.UNKNOWN
    return None if function.takes(len(node.arguments)) else Reason.ARGUMENTS


def _called(node: Call) -> Code:
    wrong = mistake_in(node)
    if wrong is not None:
        return _failing(wrong, node)
    function = FUNCTIONS[node.name]
    if node.name == "indexed-repeat":
        return function.build(_from_everywhere(node.arguments))
    return function.build(_codes(node.arguments))


def _codes(nodes: Sequence[Expr]) -> list[Code]:
    return [code_of(node) for node in nodes]


def _from_everywhere(arguments: Sequence[Expr]) -> list[Code]:
    """`indexed-repeat` picks among all rows, so its references are not those of one row."""
    codes = _codes(arguments)
    for place in (0, *range(1, len(arguments), 2)):
        argument = arguments[place]
        if isinstance(argument, Reference):
            codes[place] = of_nodes(partial(_found_anywhere, argument.name))
    return codes


def _found(name: str, frame: Frame) -> Sequence[Element]:
    scope = frame.scope
    return scope.find(name, frame.current)


def _found_anywhere(name: str, frame: Frame) -> Sequence[Element]:
    scope = frame.scope
    return scope.find(name, scope.root)


def _number(value: float) -> Code:
    return of_number(lambda _frame: value, text_of(value))


def _literal(value: str) -> Code:
    return of_string(lambda _frame: value, value)


def _failing(wrong: Reason, node: Call) -> Code:
    """A mistaken call fails when it is reached, not before (as ODK's clients do)."""

    def fail(_frame: Frame) -> NoReturn:
        raise ExpressionError(wrong, node.position, node.name)

    return Code(CONTEXT.type, fail, fail, fail, fail, fail)
