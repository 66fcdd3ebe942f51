"""What comes next, and what came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from surveys.interview.cell import Cell
from surveys.interview.world import World


def is_stop(cell: Cell, world: World) -> bool:
    """Whether somebody is asked here now: a question, or whether there is another row."""
    if not cell.relevant:
        return False
    if cell.is_repeat:
        return cell.rule.count is None
    if not cell.rule.asks:
        return False
    fixed = cell.rule.read_only
    return fixed is False or not world.holds(fixed, cell)


def stops(world: World) -> Iterator[Cell]:
    """All places where somebody is asked, in their order."""
    return (cell for cell in world.tree.order if is_stop(cell, world))


def following(world: World, at: int) -> Cell | None:
    """The first stop after a place in the order."""
    later = world.tree.order[at + 1 :]
    return next((cell for cell in later if is_stop(cell, world)), None)


def previous(world: World, at: int) -> Cell | None:
    """The last stop before a place in the order."""
    earlier = reversed(world.tree.order[: max(at, 0)])
    return next((cell for cell in earlier if is_stop(cell, world)), None)


def within(world: World, row: Cell, at: int) -> Cell | None:
    """The first stop after a place that is in a row; of a repeat in it only whether there is
    another, so that nobody has to go through all its rows.
    """
    return _inside(world.tree.order[at + 1 :], row, world)


def before(world: World, row: Cell, here: Cell) -> Cell | None:
    """The last stop before another that is in a row, in the same way."""
    rows = f"{here.path}["
    earlier = [one for one in world.tree.order[: here.at] if not one.path.startswith(rows)]
    return _inside(reversed(earlier), row, world)


def _inside(cells: Iterable[Cell], row: Cell, world: World) -> Cell | None:
    begin = f"{row.path}/"
    stop = (cell for cell in cells if cell.path.startswith(begin) and is_stop(cell, world))
    found = next(stop, None)
    if found is None:
        return None
    around = (one for one in found.above() if one.path.startswith(begin))
    return next((one for one in around if one.is_repeat and is_stop(one, world)), found)


def still_open(world: World) -> Cell | None:
    """The first stop that has neither an answer nor been left out on purpose."""
    return next((cell for cell in stops(world) if is_open(cell, world)), None)


def is_open(cell: Cell, world: World) -> bool:
    """Whether a stop has neither an answer nor been left out on purpose."""
    answered = cell.children if cell.is_repeat else cell.value
    return not answered and cell.path not in world.tree.skipped
