"""How far somebody is."""

from __future__ import annotations

from surveys.interview.cell import Cell
from surveys.interview.vocabulary import Progress
from surveys.interview.walk import stops
from surveys.interview.world import World


def progress(cell: Cell, world: World) -> Progress:
    """The section that a cell is in or after, and the share of all questions before it."""
    every = list(stops(world))
    before = sum(1 for one in every if one.at < cell.at)
    sections = _sections(every, world)
    begun = sum(1 for one in sections if one.at <= cell.at)
    return Progress(begun, len(sections), before / len(every) if every else 0.0)


def _sections(every: list[Cell], world: World) -> list[Cell]:
    """The form's outermost groups with a heading in which anybody is asked."""
    asked = {above.path for one in every for above in _outermost(one)}
    groups = world.tree.root.children
    return [one for one in groups if one.path in asked and one.rule.node.label]


def _outermost(cell: Cell) -> list[Cell]:
    while cell.parent is not None and cell.parent.parent is not None:
        cell = cell.parent
    return [] if cell.is_question or cell.is_repeat else [cell]
