"""Whether there is another row of a repeat, and those that are there."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.paging import paged
from handlers.survey_buttons import DropRow, MoveOn, OpenRow, ShowRow, Step, TurnChoices
from handlers.survey_plain import plain
from handlers.survey_view import View, token
from handlers.survey_ways import ways
from handlers.survey_words import progress, value
from models.text import T, Text, Verbatim
from models.turn import Button, Reply
from surveys.interview.vocabulary import AskRow, Line

LONG = 40
"""Characters of an answer that a row is told apart by."""


def drawn(asked: AskRow, view: View) -> Reply:
    """The question for another row, with a button for each that is there."""
    turn = TurnChoices(survey=view.survey, ask=token(asked), at=0)
    pages = paged(list(_rows(asked, view)), view.at, lambda at: turn.model_copy(update={"at": at}))
    yes = _move(T("survey.add_row"), "add_row", asked, view)
    no = _move(T("survey.no_row"), "no_row", asked, view)
    return Reply(text=tuple(_said(asked, view)), buttons=(*pages, (yes, no), *ways(asked, view)))


def one(asked: AskRow, row: int, view: View) -> Reply:
    """What can be done with a row, by its number from 0."""
    name = token(asked)
    change = OpenRow(survey=view.survey, ask=name, row=row)
    drop = DropRow(survey=view.survey, ask=name, row=row, sure=False)
    buttons = (Button(T("survey.row_open"), change), Button(T("survey.row_drop"), drop))
    return Reply(text=(called(asked.rows[row], view),), buttons=(buttons,))


def sure(asked: AskRow, row: int, view: View) -> Reply:
    """Whether a row is really to go."""
    drop = DropRow(survey=view.survey, ask=token(asked), row=row, sure=True)
    text = T("survey.row_sure", name=called(asked.rows[row], view))
    return Reply(text=(text,), buttons=((Button(T("survey.row_yes"), drop),),))


def called(row: Line, view: View) -> Text | Verbatim:
    """ "Child 2: Ali"."""
    name = view.say(plain(row.label))
    if not row.value:
        return name
    shown = row.shown if len(row.shown) <= LONG else f"{row.shown[:LONG].rstrip()}…"
    return T("survey.row", name=name, said=value(row.type, row.value, shown, view))


def _said(asked: AskRow, view: View) -> Iterator[Text | Verbatim]:
    yield from progress(asked.progress)
    yield from (view.say(plain(note)) for note in asked.notes)
    yield T("survey.another", name=view.say(plain(asked.label)), number=asked.count)
    if asked.rows:
        yield T("survey.rows_change")


def _rows(asked: AskRow, view: View) -> Iterator[Button]:
    name = token(asked)
    for at, row in enumerate(asked.rows):
        yield Button(called(row, view), ShowRow(survey=view.survey, ask=name, row=at))


def _move(label: Text, step: Step, asked: AskRow, view: View) -> Button:
    return Button(label, MoveOn(survey=view.survey, ask=token(asked), step=step))
