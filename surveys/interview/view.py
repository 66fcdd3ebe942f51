"""A question as it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from surveys.form import SELECTS, Choice, Media, QuestionType
from surveys.interview.cell import Cell
from surveys.interview.matrix import place
from surveys.interview.notes import heading, headings, notes_before
from surveys.interview.options import offered
from surveys.interview.pages import page
from surveys.interview.piping import shown, words
from surveys.interview.progress import progress
from surveys.interview.vocabulary import Ask, AskRow, Line, Option
from surveys.interview.walk import is_stop, previous
from surveys.interview.world import World

Picked = tuple[str, ...] | None


def asked(cell: Cell, world: World, picked: Picked = None) -> Ask | AskRow:
    """What is shown at a stop; `picked` are choices ticked but not yet answered with."""
    return asked_row(cell, world) if cell.is_repeat else _question(cell, world, picked)


def asked_on_page(cell: Cell, world: World, picked: Picked = None) -> Ask | AskRow:
    """The same with all that is asked on its page."""
    found = asked(cell, world, picked)
    around = page(cell, world)
    if isinstance(found, AskRow) or not around:
        return found
    return replace(
        found, page=tuple(found if one is cell else _question(one, world, None) for one in around)
    )


def asked_row(cell: Cell, world: World) -> AskRow:
    """Whether there is another row."""
    return AskRow(
        path=cell.path,
        label=words(cell.rule.node.label, cell, world),
        count=len(cell.children),
        rows=tuple(_row(row, world) for row in cell.children),
        notes=notes_before(cell, world),
        may_go_back=previous(world, cell.at) is not None,
        progress=progress(cell, world),
    )


def _row(row: Cell, world: World) -> Line:
    """A row by its heading and the first answer in it."""
    line = Line(row.path, heading(row, world), "")
    first = next((one for one in row.below() if one.value and is_stop(one, world)), None)
    if first is None:
        return line
    return replace(
        line, shown=shown(first, world), type=first.rule.question.type, value=first.value
    )


def _question(cell: Cell, world: World, picked: Picked) -> Ask:
    question = cell.rule.question
    return Ask(
        path=cell.path,
        type=question.type,
        label=words(question.label, cell, world),
        hint=words(question.hint, cell, world),
        guidance=words(question.guidance, cell, world),
        notes=notes_before(cell, world),
        rows=headings(cell, world),
        media=_media(question.media, world),
        options=options(cell, world, picked),
        value=cell.value,
        shown=shown(cell, world),
        appearance=question.appearance,
        parameters=question.parameters,
        place=place(cell),
        other=cell.rule.path in world.tree.plan.others,
        may_skip=not required(cell, world),
        may_go_back=previous(world, cell.at) is not None,
        progress=progress(cell, world),
    )


def required(cell: Cell, world: World) -> bool:
    """Whether a question must be answered now. One that offers nothing to choose cannot be."""
    if not cell.is_question or not world.holds(cell.rule.required, cell):
        return False
    return cell.rule.question.type not in SELECTS or bool(offered(cell, world))


def options(cell: Cell, world: World, picked: Picked = None) -> tuple[Option, ...]:
    """The choices as they are offered."""
    question = cell.rule.question
    single = question.type in {QuestionType.SELECT_ONE, QuestionType.GEOPOINT}
    chosen = (cell.value,) if single else chosen_now(cell, picked)
    return tuple(
        Option(
            name=choice.name,
            label=_label(choice, cell, world),
            media=_media(choice.media, world),
            chosen=choice.name in chosen,
            exclusive=choice.name in question.exclusive,
        )
        for choice in offered(cell, world)
    )


def chosen_now(cell: Cell, picked: Picked) -> tuple[str, ...]:
    """The choices that are ticked at a question."""
    return tuple(cell.value.split()) if picked is None else picked


def _label(choice: Choice, cell: Cell, world: World) -> str:
    """Its name where a choice has no words; the "other" without words is the caller's to name."""
    own = cell.rule.question.other and choice.name == "other"
    return words(choice.label, cell, world) or ("" if own else choice.name)


def _media(media: Media, world: World) -> Mapping[str, str]:
    kinds = {"image": media.image, "audio": media.audio, "video": media.video}
    return {kind: file for kind, files in kinds.items() if (file := world.said(files))}
