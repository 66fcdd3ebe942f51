"""The end: only what is relevant and valid leaves."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from surveys.answers import Answers
from surveys.form import QuestionType
from surveys.interview.cell import Cell
from surveys.interview.taking import settled
from surveys.interview.vocabulary import SlipKind
from surveys.interview.walk import is_stop, stops
from surveys.interview.world import World


class Trouble(NamedTuple):
    """What still keeps somebody from submitting, and where."""

    cell: Cell
    kind: SlipKind


def trouble(world: World) -> Trouble | None:
    """The first question that is not in order."""
    for cell in stops(world):
        value = settled(cell, world) if cell.is_question else ""
        if isinstance(value, SlipKind):
            return Trouble(cell, value)
    return None


def leaving(world: World) -> Answers:
    """What is handed over: nothing irrelevant, nothing that was only told. Nor her seed, which
    her draft had too.
    """
    relevant = [cell for cell in world.tree.order if cell.relevant]
    skipped = {cell.path for cell in relevant if not cell.value} & world.tree.skipped
    return Answers(
        {cell.path: value for cell in relevant if (value := _value(cell, world))},
        {cell.path: len(cell.children) for cell in relevant if cell.is_repeat and cell.children},
        frozenset(skipped),
    )


def _value(cell: Cell, world: World) -> str:
    """Defaults are put in order here, where nobody has looked at them."""
    if not cell.is_question or cell.rule.question.type is QuestionType.NOTE:
        return ""
    if cell.rule.question.type is QuestionType.END:
        return moment(world.now, exact=world.conditions.times)
    value = settled(cell, world) if cell.value and is_stop(cell, world) else cell.value
    return cell.value if isinstance(value, SlipKind) else value


def moment(now: datetime, *, exact: bool) -> str:
    """A moment in its XForms spelling, to the day only unless it is to be exact."""
    kept = now if exact else now.replace(hour=0, minute=0, second=0, microsecond=0)
    return kept.isoformat(timespec="milliseconds")
