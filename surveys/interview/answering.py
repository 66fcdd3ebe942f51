"""Answers to the question that is asked."""

from __future__ import annotations

from surveys.form import QuestionType
from surveys.interview.cell import Cell
from surveys.interview.sitting import Sitting
from surveys.interview.taking import heard, settled
from surveys.interview.view import chosen_now, options, required
from surveys.interview.vocabulary import Attached, Chosen, Given, Outcome, Picked, SlipKind
from surveys.interview.world import World

_TICKED = frozenset({QuestionType.SELECT_MULTIPLE, QuestionType.RANK})


def given(sitting: Sitting, said: Given | Chosen | Attached) -> Outcome:
    """A whole answer."""
    cell = sitting.cell
    if cell is None or not cell.is_question:
        return sitting.slip(SlipKind.NOT_HERE)
    return sitting.take(cell, value_of(cell, said, sitting.world))


def value_of(cell: Cell, said: Given | Chosen | Attached, world: World) -> str | SlipKind:
    """The value that an answer gives a question; an emptied form control leaves it out."""
    if said in (Given("", exact=True), Chosen(())):
        return SlipKind.REQUIRED if required(cell, world) else ""
    return heard(cell, said, world)


def picked(sitting: Sitting, pick: Picked) -> Outcome:
    """A button with a choice."""
    cell = sitting.cell
    if cell is None or not cell.is_question:
        return sitting.slip(SlipKind.NOT_HERE)
    kind = cell.rule.question.type
    if kind is QuestionType.SELECT_ONE:
        return given(sitting, Chosen((pick.choice,)))
    if kind not in _TICKED:
        return given(sitting, Given(pick.choice, exact=True))
    if pick.choice not in (option.name for option in options(cell, sitting.world)):
        return sitting.slip(SlipKind.NO_SUCH_CHOICE)
    return (_place if kind is QuestionType.RANK else _toggle)(sitting, cell, pick.choice)


def done(sitting: Sitting) -> Outcome:
    """What is ticked is the answer; a note is read, a statement agreed to."""
    cell = sitting.cell
    if cell is None or not cell.is_question:
        return skip(sitting)
    if cell.rule.question.type is QuestionType.ACKNOWLEDGE:
        return given(sitting, Given("OK"))
    if cell.rule.question.type not in _TICKED:
        return keep(sitting)
    chosen = chosen_now(cell, sitting.picked)
    return given(sitting, Chosen(chosen))


def keep(sitting: Sitting) -> Outcome:
    """What is there already is the answer, or nothing if nothing is."""
    cell = sitting.cell
    if cell is None or not cell.is_question:
        return sitting.slip(SlipKind.NOT_HERE)
    return sitting.take(cell, settled(cell, sitting.world))


def skip(sitting: Sitting) -> Outcome:
    """No answer, on purpose; for a repeat no more rows."""
    cell = sitting.cell
    if cell is None:
        return sitting.slip(SlipKind.NOT_HERE)
    if cell.is_repeat:
        sitting.world.tree.skipped.add(cell.path)
        return sitting.onward()
    left_out = SlipKind.REQUIRED if required(cell, sitting.world) else ""
    return sitting.take(cell, left_out)


def undo(sitting: Sitting) -> Outcome:
    """Take the last place of a rank back."""
    cell = sitting.cell
    if cell is None or not cell.is_question or cell.rule.question.type is not QuestionType.RANK:
        return sitting.slip(SlipKind.NOT_HERE)
    sitting.picked = chosen_now(cell, sitting.picked)[:-1]
    return sitting.outcome()


def _toggle(sitting: Sitting, cell: Cell, choice: str) -> Outcome:
    """Tick or untick a choice; an exclusive one unticks all others, and they it."""
    chosen = set(chosen_now(cell, sitting.picked))
    exclusive = cell.rule.question.exclusive
    if choice in chosen:
        chosen.discard(choice)
    else:
        chosen = {choice} if choice in exclusive else {*chosen - exclusive, choice}
    offered = [option.name for option in options(cell, sitting.world)]
    sitting.picked = tuple(name for name in offered if name in chosen)
    return sitting.outcome()


def _place(sitting: Sitting, cell: Cell, choice: str) -> Outcome:
    """Give a choice the next place; the last one gets its own by itself."""
    chosen = [name for name in chosen_now(cell, sitting.picked) if name != choice]
    offered = [option.name for option in options(cell, sitting.world)]
    sitting.picked = (*chosen, choice)
    left = [name for name in offered if name not in sitting.picked]
    if len(left) > 1:
        return sitting.outcome()
    return given(sitting, Chosen((*sitting.picked, *left)))
