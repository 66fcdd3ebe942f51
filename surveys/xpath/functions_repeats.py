"""Functions on the rows of repeats, and on the order of choices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from surveys.xpath.axes import ancestors
from surveys.xpath.code import Code, of_nodes
from surveys.xpath.function import Arguments, Function
from surveys.xpath.scope import Frame
from surveys.xpath.tree import Element

_MODULUS = 2_147_483_647
_FACTOR = 16_807


def indexed_repeat(arguments: Arguments) -> Code:
    """`indexed-repeat(node, repeat, place, …)`: the node in the row of that place, from 1."""
    wanted, *rest = arguments
    rows = list(zip(rest[::2], rest[1::2], strict=True))
    return of_nodes(partial(_in_rows, wanted, rows))


def randomize(arguments: Arguments) -> Code:
    """`randomize(nodes, seed?)`: shuffled, with a seed always in the same order.

    With a seed it is the shuffle of Fisher and Yates, inside out, on the generator of Park and
    Miller (1988), as the ODK XForms specification demands: every client gives the same order.
    """
    seed = arguments[1] if len(arguments) > 1 else None
    return of_nodes(partial(_shuffled, arguments[0], seed))


def shuffled(nodes: Sequence[Element], seed: float) -> list[Element]:
    """Nodes in the order that a seed gives them."""
    order: list[Element] = []
    state = _start(seed)
    for last, node in enumerate(nodes):
        state = state * _FACTOR % _MODULUS
        other = int((state - 1) / (_MODULUS - 1) * (last + 1))
        order.append(node)
        order[last], order[other] = order[other], order[last]
    return order


def _start(seed: float) -> int:
    whole = int(seed) if abs(seed) < 2**63 else 0  # also for NaN
    start = int(whole - _MODULUS * int(whole / _MODULUS))
    return start if start > 0 else start + _MODULUS - 1


def _shuffled(nodes: Code, seed: Code | None, frame: Frame) -> Sequence[Element]:
    found = nodes.nodes(frame)
    if seed is not None:
        return shuffled(found, seed.number(frame))
    order = list(found)
    frame.scope.rng.shuffle(order)
    return order


def _in_rows(wanted: Code, rows: list[tuple[Code, Code]], frame: Frame) -> Sequence[Element]:
    within: Element | None = None
    for repeat, place in rows:
        at = place.number(frame)
        all_rows = [row for row in repeat.nodes(frame) if _is_in(row, within)]
        if not 1 <= at <= len(all_rows):
            return ()
        within = all_rows[int(at) - 1]
    return [node for node in wanted.nodes(frame) if _is_in(node, within)]


def _is_in(node: Element, row: Element | None) -> bool:
    return row is None or any(above is row for above in ancestors(node))


FUNCTIONS = {
    "indexed-repeat": Function(indexed_repeat, 3, 7, 2),
    "randomize": Function(randomize, 1, 2),
}
