"""Answers inside labels, hints and messages: `${name}`."""

from __future__ import annotations

import re

from surveys.form import SELECTS, QuestionType, Words
from surveys.interview.cell import Cell
from surveys.interview.world import World
from surveys.xpath.tree import Element

_BRACED = re.compile(r"\$\{\s*(.+?)\s*\}")


def words(said: Words, cell: Cell, world: World) -> str:
    """Words in her language with answers filled in, as seen from a cell."""
    text = world.said(said)
    if "${" not in text:
        return text
    return _BRACED.sub(lambda found: _filled(found, cell, world), text)


def shown(cell: Cell, world: World) -> str:
    """A cell's value in words: labels of choices, else as it is spelled."""
    question = cell.rule.question
    if question.type is QuestionType.GEOPOINT:
        return _place(cell, world)
    if question.type not in SELECTS:
        return cell.value
    return ", ".join(words(label, cell, world) for label in world.labels(cell.value, question))


def told(cell: Cell, world: World) -> str:
    """A cell's value as people write it, harmless inside a label."""
    if cell.rule.kind is QuestionType.GEOPOINT:
        return world.conditions.quote(_place(cell, world))
    written = world.conditions.tell(cell.rule.kind, cell.value, world.language)
    return world.conditions.quote(written if cell.value else "")


def _place(cell: Cell, world: World) -> str:
    """The name of a place that was offered, else where it is."""
    known = (*world.conditions.districts, *world.conditions.places)
    named = (place.label for place in known if place.name == cell.value)
    return world.said(next(named, {"": cell.value}))


def _filled(found: re.Match[str], cell: Cell, world: World) -> str:
    if found[1] not in world.tree.plan.names:
        return found[0]
    told = (_told(element, world) for element in world.find(found[1], cell.element))
    return ", ".join(filter(None, told))


def _told(element: Element, world: World) -> str:
    cell = world.tree.owners[element]
    if not cell.is_question or not cell.relevant:
        return ""
    question = cell.rule.question
    if question.type not in SELECTS:
        return told(cell, world)
    # Not piped once more: a label may hold the very answer that it belongs to.
    return ", ".join(world.said(label) for label in world.labels(cell.value, question))
