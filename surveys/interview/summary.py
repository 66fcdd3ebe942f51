"""All answers at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.interview.cell import Cell
from surveys.interview.notes import headings, notes_before
from surveys.interview.piping import shown, words
from surveys.interview.vocabulary import Line, Summary
from surveys.interview.walk import stops
from surveys.interview.world import World


def summary(world: World) -> Summary:
    """All that was asked, with what was answered."""
    return Summary(tuple(_lines(world)), notes_before(None, world))


def _lines(world: World) -> Iterator[Line]:
    before = ""
    for cell in stops(world):
        section = " · ".join(headings(cell, world))
        yield _line(cell, section if section != before else "", world)
        before = section


def _line(cell: Cell, section: str, world: World) -> Line:
    label = words(cell.rule.node.label, cell, world)
    if cell.is_repeat:
        count = str(len(cell.children))
        return Line(cell.path, label, count, section, value=count)
    kind = cell.rule.question.type
    return Line(cell.path, label, shown(cell, world), section, kind, cell.value)
