"""Working out again what depends on what has changed, and nothing else."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from heapq import heappop, heappush

from surveys.interview.cell import Cell
from surveys.interview.duty import Duty, Work
from surveys.interview.options import still_there
from surveys.interview.rows import resized
from surveys.interview.world import World

Done = Iterable[Cell]
"""The cells of which the expressions now see something else."""


def settle(world: World, places: Iterable[int], answered: Cell | None = None) -> None:
    """Do the duties at some places of the plan, and those that read what was answered.

    Each is done once, after all that it reads, and wakes those that read what it changed. When
    rows come or go, everything is done again. Defaults of new rows come last.
    """
    settling = _Settling(world, places, triggers=answered is not None)
    if answered:
        settling.wake(answered, -1)
    settling.run()
    settling.triggers = False
    while world.tree.fresh:
        cell = world.tree.fresh.pop(0)
        if cell.rule.default and cell.put(world.string(cell.rule.default, cell)):
            settling.wake(cell, -1)
            settling.run()


class _Settling:
    """What is still to be done.

    `sources` are the changed cells, by path, that triggered a duty. Only an answer and what comes
    of it are `triggers`: a tree that was grown anew, the hour and the language set nothing.
    """

    def __init__(self, world: World, places: Iterable[int], *, triggers: bool) -> None:
        self.world = world
        self.plan = world.tree.plan
        self.waiting = sorted(set(places))
        self.sources: dict[int, list[str]] = {}
        self.triggers = triggers
        world.tree.reshaped = False

    def wake(self, cell: Cell, at: int) -> None:
        """Have all done that read a cell. What comes before `at` is part of a circle, which a
        form's check refuses.
        """
        for later in (*self.plan.readers.get(cell.rule.path, ()), *self.plan.always):
            if later > at:
                self._wake(later, cell)

    def _wake(self, place: int, cell: Cell) -> None:
        if self.plan.duties[place].work is Work.SET:
            if not self.triggers:
                return
            self.sources.setdefault(place, []).append(cell.path)
        heappush(self.waiting, place)

    def run(self) -> None:
        """Do all that waits."""
        while self.waiting:
            at = heappop(self.waiting)
            if not self.waiting or self.waiting[0] != at:
                self._do(at)

    def _do(self, at: int) -> None:
        duty = self.plan.duties[at]
        cells = self.world.tree.of(duty.rule.path)
        if duty.work is Work.SET:
            cells = self._triggered(at, cells)
        for cell in list(_WORK[duty.work](duty, cells, self.world)):
            self.wake(cell, at)
        if self.world.tree.reshaped:
            self.world.tree.reshaped = False
            self.triggers = False
            self.waiting = sorted({*self.plan.all, *self.sources})

    def _triggered(self, at: int, cells: Iterable[Cell]) -> list[Cell]:
        rows = [_row(path) for path in self.sources.pop(at, [])]
        return [cell for cell in cells if any(_share(_row(cell.path), row) for row in rows)]


def _share(one: str, other: str) -> bool:
    """Whether two rows are the same, or one is in the other."""
    return one.startswith(other) or other.startswith(one)


def _row(path: str) -> str:
    """The innermost row that a concrete path is in, "" outside of any."""
    return path[: path.rfind("]") + 1]


def _relevant(duty: Duty, cells: Iterable[Cell], world: World) -> Done:
    for cell in cells:
        own = world.holds(duty.expression, cell)
        if own != cell.own:
            cell.own = own
            yield from _spread(cell)


def _spread(cell: Cell) -> Done:
    """Whether a cell is relevant, to all below it."""
    relevant = cell.own and (cell.parent is None or cell.parent.relevant)
    if relevant == cell.relevant:
        return
    cell.relevant = relevant
    cell.show()
    yield cell
    for child in cell.children:
        yield from _spread(child)


def _count(duty: Duty, cells: Iterable[Cell], world: World) -> Done:
    for cell in cells:
        wanted = world.number(duty.expression, cell)
        most = world.conditions.most_rows
        rows = 0 if math.isnan(wanted) else int(min(max(wanted, 0), most))
        if rows != len(cell.children):
            resized(world.tree, cell, rows)
            return [cell]
    return []


def _options(_duty: Duty, cells: Iterable[Cell], world: World) -> Done:
    for cell in cells:
        if cell.value and cell.relevant and cell.put(still_there(cell, world)):
            yield cell


def _value(duty: Duty, cells: Iterable[Cell], world: World) -> Done:
    for cell in cells:
        if cell.put(world.string(duty.expression, cell) if duty.expression else ""):
            yield cell


_WORK: Mapping[Work, Callable[[Duty, Iterable[Cell], World], Done]] = {
    Work.RELEVANT: _relevant,
    Work.COUNT: _count,
    Work.OPTIONS: _options,
    Work.VALUE: _value,
    Work.SET: _value,
}
