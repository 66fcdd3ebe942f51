"""The buttons of a repeat's rows: open one again, or take it away."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from handlers import survey_course as course
from handlers import survey_rows
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.survey_buttons import DropRow, GoOn, OpenRow, ShowRow
from handlers.survey_course import Going
from handlers.survey_pressing import current
from handlers.survey_view import Asked
from models.text import T
from models.turn import Button, Reply
from surveys.interview.vocabulary import AskRow, GoTo
from surveys.interview.vocabulary import DropRow as Away


@current
def shown(action: ShowRow, going: Going, asked: Asked, context: Context) -> Reply:
    """What can be done with a row."""
    if not _has(asked, action.row):
        return course.again(going, context, T("survey.stale"))
    return _aside(survey_rows.one(asked, action.row, going.view(context)), going, context)


@current
def opened(action: OpenRow, going: Going, asked: Asked, context: Context) -> Reply:
    """Through a row once more."""
    if not _has(asked, action.row):
        return course.again(going, context, T("survey.stale"))
    return course.step(going, GoTo(asked.rows[action.row].path), context)


@current
def dropped(action: DropRow, going: Going, asked: Asked, context: Context) -> Reply:
    """Away with a row, once she is sure."""
    if not _has(asked, action.row):
        return course.again(going, context, T("survey.stale"))
    if not action.sure:
        return _aside(survey_rows.sure(asked, action.row, going.view(context)), going, context)
    reply = course.step(going, Away(asked.rows[action.row].path), context)
    return replace(reply, text=(T("survey.row_gone"), *reply.text))


def _has(asked: Asked, row: int) -> TypeGuard[AskRow]:
    return isinstance(asked, AskRow) and 0 <= row < len(asked.rows)


def _aside(reply: Reply, going: Going, context: Context) -> Reply:
    """Something in between, with the way back to the question."""
    course.wait(going.survey.id, context)
    back = Button(T("survey.go_on"), GoOn(survey=going.survey.id))
    language = going.view(context).state.language
    spoken = language if language in context.town.languages else ""
    return replace(reply, buttons=(*reply.buttons, (back,)), language=spoken)


COMMANDS: Commands = {}
ACTIONS: Actions = {ShowRow: shown, OpenRow: opened, DropRow: dropped}
