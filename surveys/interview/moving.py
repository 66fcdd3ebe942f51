"""Everything that somebody can do that is no answer."""

from __future__ import annotations

from surveys.interview.cell import Cell
from surveys.interview.leaving import leaving, trouble
from surveys.interview.rows import dropped, resized
from surveys.interview.settling import settle
from surveys.interview.sitting import SUMMARY, Sitting
from surveys.interview.vocabulary import DropRow, Ended, GoTo, Outcome, SlipKind, Speak
from surveys.interview.walk import before, is_stop, previous


def back(sitting: Sitting) -> Outcome:
    """To the question before, in an opened row as far as its repeat; from one that is being edited
    to the summary.
    """
    sitting.leave()
    here, row = sitting.cell, sitting.row
    if here and row:
        earlier = before(sitting.world, row, here)
        return sitting.arrive(earlier) if earlier else sitting.close(row)
    if sitting.editing and sitting.at != SUMMARY:
        return sitting.arrive(None)
    earlier = previous(sitting.world, here.at if here else len(sitting.world.tree.order))
    if earlier is None:
        return sitting.slip(SlipKind.NOT_HERE)
    sitting.editing = False
    return sitting.arrive(earlier)


def to_summary(sitting: Sitting) -> Outcome:
    """To the summary from anywhere."""
    sitting.leave()
    return sitting.arrive(None)


def go_to(sitting: Sitting, there: GoTo) -> Outcome:
    """To a question, and from there back to the summary; or into a row."""
    sitting.leave()
    cell = sitting.world.tree.cells.get(there.path)
    row = cell and _may_change(cell, sitting)
    if cell is None or not (row or is_stop(cell, sitting.world)):
        return sitting.slip(SlipKind.NOT_HERE)
    sitting.editing = sitting.editing or not row
    if row:
        return sitting.enter(cell)
    sitting.opened = ()
    return sitting.arrive(cell)


def speak(sitting: Sitting, wanted: Speak) -> Outcome:
    """In another language from here on, with the same question."""
    if wanted.language not in sitting.world.form.languages:
        return sitting.slip(SlipKind.NOT_HERE)
    sitting.world.language = wanted.language
    settle(sitting.world, sitting.world.tree.plan.spoken)
    return sitting.outcome()


def add_row(sitting: Sitting) -> Outcome:
    """Another row, and its first question."""
    repeat, world = sitting.cell, sitting.world
    if repeat is None or not repeat.is_repeat:
        return sitting.slip(SlipKind.NOT_HERE)
    if len(repeat.children) >= world.conditions.most_rows:
        return sitting.slip(SlipKind.OUT_OF_RANGE)
    rows = len(repeat.children) + 1
    world.tree.skipped.discard(repeat.path)
    resized(world.tree, repeat, rows)
    settle(world, world.tree.plan.all)
    sitting.at = repeat.path
    return sitting.enter(world.tree.cells[f"{repeat.path}[{rows}]"])


def drop_row(sitting: Sitting, gone: DropRow) -> Outcome:
    """Away with a row; whoever stood in it is asked whether there is another."""
    sitting.leave()
    world = sitting.world
    row = world.tree.cells.get(gone.path)
    if row is None or row.parent is None or not _may_change(row, sitting):
        return sitting.slip(SlipKind.NOT_HERE)
    move = dropped(world.tree, row.parent, row)
    sitting.at = move(sitting.at) or row.parent.path
    sitting.opened = tuple(to for one in sitting.opened if (to := move(one)))
    settle(world, world.tree.plan.all)
    return sitting.outcome()


def _may_change(row: Cell, sitting: Sitting) -> bool:
    """Whether it is a row of a repeat in which she decides how many there are."""
    return bool(row.row) and row.parent is not None and is_stop(row.parent, sitting.world)


def submit(sitting: Sitting) -> Outcome:
    """The end, unless something is missing: then there."""
    if sitting.at != SUMMARY:
        return sitting.slip(SlipKind.NOT_HERE)
    found = trouble(sitting.world)
    if found is None:
        return Ended(leaving(sitting.world))
    sitting.editing = True
    sitting.arrive(found.cell)
    return sitting.slip(found.kind)
