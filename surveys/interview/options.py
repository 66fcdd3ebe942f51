"""The choices of a question: filtered, in this person's order."""

from __future__ import annotations

from random import Random

from surveys.form import Choice, QuestionType
from surveys.interview.cell import Cell
from surveys.interview.lists import columns_of
from surveys.interview.references import braced
from surveys.interview.world import World


def offered(cell: Cell, world: World) -> tuple[Choice, ...]:
    """What can be chosen at a question, in the order in which it is shown."""
    question = cell.rule.question
    if question.type is QuestionType.GEOPOINT:
        return world.conditions.districts
    found = _filtered(cell, world)
    if question.parameters.get("randomize", "").lower() == "true":
        return _shuffled(found, f"{world.tree.seed}:{cell.path}")
    return found


def _filtered(cell: Cell, world: World) -> tuple[Choice, ...]:
    question = cell.rule.question
    answered = braced(question.list)
    if answered:
        return _answered(answered[0], cell, world)
    choices = world.lists.choices(question.list, *columns_of(question))
    test = cell.rule.choices
    if test is None:
        return choices
    items = dict(zip(world.lists.items(question.list), choices, strict=True))
    return tuple(items[item] for item in test.kept(world.scope(cell, test), list(items)))


def _answered(name: str, cell: Cell, world: World) -> tuple[Choice, ...]:
    """Answers given elsewhere as choices, such as the names of the children."""
    values = [element.text for element in world.find(name, cell.element)]
    language = world.form.default_language
    quoted = {value: world.conditions.quote(value) for value in values if value}
    return tuple(Choice(value, {language: label}) for value, label in quoted.items())


def _shuffled(choices: tuple[Choice, ...], seed: str) -> tuple[Choice, ...]:
    mixed = list(choices)
    Random(seed).shuffle(mixed)
    return tuple(mixed)


def still_there(cell: Cell, world: World) -> str:
    """A cell's value without the choices that are no longer offered."""
    names = {one.name for one in offered(cell, world)}
    if cell.rule.question.type is QuestionType.SELECT_ONE:
        return cell.value if cell.value in names else ""
    return " ".join(name for name in cell.value.split() if name in names)
