"""A question of a survey as a message: one at a time, with its buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from handlers import (
    menu,
    survey_calendar,
    survey_choices,
    survey_field,
    survey_rows,
    survey_scales,
    survey_summary,
)
from handlers.survey_buttons import MoveOn, Step
from handlers.survey_plain import plain
from handlers.survey_view import Asked, View, token
from handlers.survey_ways import ways
from handlers.survey_words import progress, value
from models.text import T, Text, Verbatim
from models.turn import Button, Reply
from surveys.anonymous import FILES
from surveys.form import SELECTS, QuestionType
from surveys.interview.vocabulary import Ask, AskRow, Summary
from surveys.media.checking import LARGEST, MEGABYTE
from surveys.media.kinds import kind_of_question

Words = Iterator[Text | Verbatim]
ROWS: Mapping[QuestionType, Callable[[Ask, View], menu.Rows]] = {
    QuestionType.DATE: survey_calendar.rows,
    QuestionType.RANGE: survey_scales.rows,
    QuestionType.GEOPOINT: survey_choices.rows,
    **dict.fromkeys(SELECTS, survey_choices.rows),
}
"""How a type is answered by pressing."""
TYPED = (
    *(QuestionType.TEXT, QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.RANGE),
    *(QuestionType.DATE, QuestionType.TIME, QuestionType.DATETIME, QuestionType.GEOPOINT),
    *(QuestionType.IMAGE, QuestionType.AUDIO, QuestionType.VIDEO, QuestionType.FILE),
)
"""Types for which Lotse says how to answer."""
TOGGLED = frozenset({QuestionType.SELECT_MULTIPLE, QuestionType.RANK})
NODDED = frozenset({QuestionType.NOTE, QuestionType.ACKNOWLEDGE})


def drawn(asked: Asked, view: View) -> Reply:
    """Whatever she is asked."""
    match asked:
        case Ask():
            return Reply(
                text=tuple(_said(asked, view)),
                buttons=tuple(_buttons(asked, view)),
                field=survey_field.drawn(asked, view),
            )
        case AskRow():
            return survey_rows.drawn(asked, view)
        case Summary():
            return survey_summary.drawn(asked, view)


def _said(ask: Ask, view: View) -> Words:
    yield from progress(ask.progress)
    for words in dict.fromkeys((*ask.rows, *ask.notes)):  # a heading may be both
        yield view.say(plain(words))
    if ask.place[1]:
        yield T("survey.place", number=ask.place[0], all=ask.place[1])
    yield T("survey.specify") if ask.other and not ask.label else view.say(plain(ask.label))
    if ask.hint:
        yield view.say(plain(ask.hint))
    yield from _how(ask, view)


def _how(ask: Ask, view: View) -> Words:
    """How it is answered, where that is not plain to see."""
    if ask.type in TYPED:
        yield T(f"survey.how_{ask.type.lower()}")
    if ask.type in FILES:
        yield T("survey.file_limit", megabytes=LARGEST[kind_of_question(ask.type)] // MEGABYTE)
    if ask.options:
        yield from survey_choices.texts(ask, view)
    if ask.value and ask.type not in TOGGLED:
        yield T("survey.so_far", said=value(ask.type, ask.value, ask.shown, view))


def _buttons(ask: Ask, view: View) -> Iterator[tuple[Button, ...]]:
    draw = ROWS.get(ask.type)
    if draw is not None:
        yield from draw(ask, view)
    if closing := tuple(_closing(ask, view)):
        yield closing
    yield from ways(ask, view)


def _closing(ask: Ask, view: View) -> Iterator[Button]:
    """What ends an answer that is more than one press."""
    if ask.type is QuestionType.ACKNOWLEDGE:
        yield _move(T("survey.agree"), "agree", ask, view)
    if ask.type is QuestionType.NOTE:
        yield _move(T("survey.on"), "done", ask, view)
    if ask.type in TOGGLED and any(option.chosen for option in ask.options):
        yield _move(T("survey.done"), "done", ask, view)
        if ask.type is QuestionType.RANK:
            yield _move(T("survey.undo"), "undo", ask, view)
    if ask.value and ask.type not in TOGGLED | NODDED:
        yield _move(T("survey.keep"), "keep", ask, view)


def _move(label: Text, step: Step, asked: Asked, view: View) -> Button:
    return Button(label, MoveOn(survey=view.survey, ask=token(asked), step=step))
