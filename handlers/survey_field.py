"""A question of a survey as form controls, or all of its page, for channels that can draw them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from handlers.survey_buttons import FillIn
from handlers.survey_controls import asked_as, chosen, control, offered
from handlers.survey_plain import plain
from handlers.survey_view import View, page_token
from handlers.survey_ways import ways, ways_of_page
from handlers.survey_words import progress
from models.field import AnyControl, Field, Grid, Row, Words
from models.text import Text, Verbatim
from surveys.form import QuestionType
from surveys.interview.vocabulary import Ask

ONE_OR_SEVERAL = frozenset({QuestionType.SELECT_ONE, QuestionType.SELECT_MULTIPLE})


def drawn(ask: Ask, view: View) -> Field | None:
    """None where buttons and typing are all there is, or better."""
    asks = ask.page or (ask,)
    controls = tuple(_controls(asks, view))
    if not controls:
        return None
    return Field(
        does=FillIn(survey=view.survey, ask=page_token(asks)),
        controls=controls,
        text=tuple(word for word in _said(asks[0], view) if word not in _heads(controls[0])),
        buttons=tuple((ways_of_page if ask.page else ways)(ask, view)),
    )


def _said(first: Ask, view: View) -> Iterator[Text | Verbatim]:
    """What comes before the first control."""
    yield from progress(first.progress)
    for words in dict.fromkeys((*first.rows, *first.notes)):
        yield view.say(plain(words))


def _heads(first: AnyControl) -> tuple[Words, ...]:
    """A grid has the last note as its own heading."""
    return (first.label,) if isinstance(first, Grid) else ()


def _controls(asks: tuple[Ask, ...], view: View) -> Iterator[AnyControl]:
    for key, found in groupby(asks, _grid_of):
        same = tuple(found)
        if key and len(same) > 1:
            yield _grid(same, view, is_first=same[0] is asks[0])
        else:
            yield from _single(same, view, asks)


def _single(same: tuple[Ask, ...], view: View, asks: tuple[Ask, ...]) -> Iterator[AnyControl]:
    """Controls one under the other, each with the notes before it."""
    for ask in same:
        made = control(ask, view, is_alone=len(asks) == 1)
        notes = () if ask is asks[0] else ask.notes
        if made is not None:
            yield replace(made, notes=tuple(view.say(plain(note)) for note in notes))


def _grid_of(ask: Ask) -> tuple[object, ...]:
    """Questions of a matrix with the same choices, in the same order."""
    if not ask.place[1] or ask.type not in ONE_OR_SEVERAL:
        return ()
    return (ask.type, tuple(option.name for option in ask.options))


def _grid(asks: tuple[Ask, ...], view: View, *, is_first: bool) -> Grid:
    first = asks[0]
    head = first.notes[-1] if first.notes else ""
    notes = () if is_first else first.notes[:-1]
    return Grid(
        name=first.path,
        label=view.say(plain(head)),
        notes=tuple(view.say(plain(note)) for note in notes),
        options=tuple(offered(one, view) for one in first.options),
        rows=tuple(_row(ask, view) for ask in asks),
        several=first.type is QuestionType.SELECT_MULTIPLE,
    )


def _row(ask: Ask, view: View) -> Row:
    label, hint = asked_as(ask, view)
    return Row(ask.path, label, hint, chosen(ask, view))
