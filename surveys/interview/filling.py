"""A page filled in: one answer after the other, as if each had been asked by itself."""

from __future__ import annotations

from collections.abc import Mapping

from surveys.interview.answering import value_of
from surveys.interview.cell import Cell
from surveys.interview.doings import Together
from surveys.interview.pages import page
from surveys.interview.sitting import Sitting
from surveys.interview.vocabulary import Outcome, SlipKind
from surveys.interview.walk import is_stop


def filled(sitting: Sitting, said: Together) -> Outcome:
    """Take what can be taken; then ask what was refused, what has become open, or what follows."""
    there = _there(sitting)
    if not said.answers or not {path for path, _ in said.answers} <= {*there}:
        return sitting.slip(SlipKind.NOT_HERE)
    sitting.picked = None
    refused = _taken(sitting, said)
    found = next((path for path in refused if _asked(sitting, path)), None)
    if found is not None:
        sitting.at, sitting.alone = found, True
        return sitting.slip(refused[found])
    return sitting.past([cell for path in there if (cell := _asked(sitting, path))])


def _there(sitting: Sitting) -> list[str]:
    """The concrete paths of the questions on her page."""
    here = sitting.cell
    if here is None or not here.is_question:
        return []
    return [one.path for one in page(here, sitting.world) or (here,)]


def _taken(sitting: Sitting, said: Together) -> Mapping[str, SlipKind]:
    """Give the questions of the page their answers; those that were refused, with the reason."""
    refused = {}
    for path, answer in said.answers:
        cell = _asked(sitting, path)
        if cell is None:
            continue  # an answer before it has made it irrelevant
        value = value_of(cell, answer, sitting.world)
        if isinstance(value, SlipKind):
            refused[path] = value
        else:
            sitting.put(cell, value)
    return refused


def _asked(sitting: Sitting, path: str) -> Cell | None:
    cell = sitting.world.tree.cells.get(path)
    return cell if cell and cell.is_question and is_stop(cell, sitting.world) else None
