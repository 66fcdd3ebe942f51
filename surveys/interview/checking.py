"""Answers that came all at once, such as those on paper, looked at as if each had been asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from surveys.answers import Answers
from surveys.interview.cell import Cell
from surveys.interview.leaving import leaving
from surveys.interview.taking import message, settled
from surveys.interview.vocabulary import SlipKind
from surveys.interview.walk import is_stop, stops
from surveys.interview.world import World


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer that would not have been taken, with the form's own words for it ("" without)."""

    path: str
    kind: SlipKind
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """`answers` with what the form reckons and without what is `unasked`: concrete paths of answers
    to questions that nobody who answers so is asked.
    """

    answers: Answers
    faults: tuple[Fault, ...]
    unasked: tuple[str, ...]


def checked(world: World, given: Answers) -> Checked:
    """What a tree grown of the given answers says of them. Defaults are put in nowhere: nobody saw
    them.
    """
    left = leaving(world)
    mine = {path: value for path, value in left.values.items() if _stays(path, given, world)}
    unasked = tuple(path for path in given.values if _is_unasked(path, world))
    return Checked(replace(left, values=mine), tuple(_faults(world, given)), unasked)


def _stays(path: str, given: Answers, world: World) -> bool:
    return path in given.values or not world.tree.cells[path].rule.asks


def _is_unasked(path: str, world: World) -> bool:
    cell = world.tree.cells.get(path)
    return cell is None or (cell.rule.asks and not is_stop(cell, world))


def _faults(world: World, given: Answers) -> Iterator[Fault]:
    for cell in stops(world):
        kind = _slip(cell, given.values.get(cell.path, ""), world) if cell.is_question else None
        if kind is not None:
            yield Fault(cell.path, kind, message(kind, cell, world))


def _slip(cell: Cell, given: str, world: World) -> SlipKind | None:
    if given and given != cell.value:
        return SlipKind.NO_SUCH_CHOICE  # taken away, because other answers leave it no choice
    value = settled(cell, world)
    return value if isinstance(value, SlipKind) else None
