"""What is told between two questions: notes and headings."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.form import SELECTS
from surveys.interview.cell import Cell
from surveys.interview.piping import shown, told, words
from surveys.interview.walk import is_stop, previous
from surveys.interview.world import World


def notes_before(cell: Cell | None, world: World) -> tuple[str, ...]:
    """Notes and new headings between the last question and this one, or the end."""
    end = len(world.tree.order) if cell is None else cell.at
    before = previous(world, end)
    start = -1 if before is None else before.at
    between = world.tree.order[start + 1 : end]
    told = [one for one in between if _is_told(one, world)]
    return tuple(_with_headings(told, cell, start, world))


def headings(cell: Cell, world: World) -> tuple[str, ...]:
    """The headings of all that a cell is in, the widest first."""
    return tuple(filter(None, (heading(one, world) for one in cell.above())))


def heading(cell: Cell, world: World) -> str:
    """A group's label; a row's with its number."""
    if cell.is_repeat or cell.is_question:
        return ""
    label = words(cell.rule.node.label, cell, world)
    return f"{label} {cell.row}".strip() if cell.row else label


def _is_told(cell: Cell, world: World) -> bool:
    return cell.relevant and cell.is_question and cell.rule.tells and not is_stop(cell, world)


def _with_headings(told: list[Cell], asked: Cell | None, start: int, world: World) -> Iterator[str]:
    """Headings that stand before the first thing in them, each once."""
    begun: set[str] = set()
    for cell in told:
        yield from _begun(cell, start, begun, world)
        yield from filter(None, [_note(cell, world)])
    if asked is not None:
        yield from _begun(asked, start, begun, world)


def _begun(cell: Cell, start: int, begun: set[str], world: World) -> Iterator[str]:
    """The headings above a cell that were not there at the last question nor since."""
    new = [one for one in cell.above() if one.at > start and one.path not in begun]
    begun.update(one.path for one in new)
    return filter(None, [heading(one, world) for one in new])


def _note(cell: Cell, world: World) -> str:
    label = words(cell.rule.node.label, cell, world)
    hint = words(cell.rule.question.hint, cell, world)
    value = shown(cell, world) if cell.rule.question.type in SELECTS else told(cell, world)
    return "\n".join(filter(None, (label, hint, value)))
