"""Whether an answer is taken."""

from __future__ import annotations

from collections.abc import Mapping

from surveys.form import QuestionType, Words
from surveys.inputs import Hearing, read, read_exact, read_names
from surveys.interview.cell import Cell
from surveys.interview.options import offered
from surveys.interview.piping import words
from surveys.interview.view import options, required
from surveys.interview.vocabulary import Attached, Chosen, Given, SlipKind
from surveys.interview.world import World

_MEDIA = {
    QuestionType.IMAGE: ("image/",),
    QuestionType.AUDIO: ("audio/",),
    QuestionType.VIDEO: ("video/",),
    QuestionType.FILE: ("",),
}
AGREED = "OK"
"""The only value of acknowledge."""


def heard(cell: Cell, given: Given | Chosen | Attached, world: World) -> str | SlipKind:
    """An answer in its XForms spelling, if it is one and the form's constraint takes it."""
    value = _read(cell, given, world)
    return value if isinstance(value, SlipKind) else constrained(cell, value, world)


def constrained(cell: Cell, value: str, world: World) -> str | SlipKind:
    """A value, if the form's constraint takes it; it is where the constraint looks for it, for as
    long as that takes.
    """
    before, cell.element.text = cell.element.text, value
    try:
        holds = world.holds(cell.rule.constraint, cell)
    finally:
        cell.element.text = before
    return value if holds else SlipKind.CONSTRAINT


def settled(cell: Cell, world: World) -> str | SlipKind:
    """What a cell has, checked as if it was given now: defaults never were."""
    if not cell.value:
        return SlipKind.REQUIRED if required(cell, world) else ""
    if cell.rule.question.type in _MEDIA:
        return constrained(cell, cell.value, world)
    return heard(cell, Given(cell.value, exact=True), world)


def message(kind: SlipKind, cell: Cell, world: World) -> str:
    """The form's own words for a slip; "" where it has none."""
    question = cell.rule.question
    said: Words = {}
    if kind is SlipKind.REQUIRED:
        said = question.required_message
    elif kind is not SlipKind.NOT_HERE:
        said = question.constraint_message
    return words(said, cell, world)


def _read(cell: Cell, given: Given | Chosen | Attached, world: World) -> str | SlipKind:
    question = cell.rule.question
    if isinstance(given, Attached):
        return _file(question.type, given, world)
    if question.type is QuestionType.ACKNOWLEDGE:
        agreed = isinstance(given, Given) and given.text.strip().upper() == AGREED
        return AGREED if agreed else SlipKind.NOT_HERE
    if isinstance(given, Chosen):
        return read_names(question, given.choices, _knowing(cell, _names(cell, world), world))
    if given.exact:
        return read_exact(question, given.text, _knowing(cell, _names(cell, world), world))
    return read(question, given.text, _knowing(cell, _labels(cell, world), world))


def _knowing(cell: Cell, choices: Mapping[str, str], world: World) -> Hearing:
    """What has to be known to understand an answer to a question."""
    known = world.conditions.places if cell.rule.kind is QuestionType.GEOPOINT else ()
    places = {place.name: world.said(place.label) for place in known}
    return Hearing(world.language, world.now, choices, world.conditions.decimals, places)


def _labels(cell: Cell, world: World) -> Mapping[str, str]:
    return {one.name: one.label or one.name for one in options(cell, world)}


def _names(cell: Cell, world: World) -> Mapping[str, str]:
    """Nobody looks at labels where choices come by their names."""
    return {one.name: one.name for one in offered(cell, world)}


def _file(kind: QuestionType, given: Attached, world: World) -> str | SlipKind:
    wanted = _MEDIA.get(kind)
    if wanted is None:
        return SlipKind.NOT_HERE
    if not given.media_type.startswith(wanted):
        return SlipKind.WRONG_FILE
    return given.reference if given.size <= world.conditions.largest else SlipKind.TOO_LARGE
