"""Questions answered with form controls: one, or all of a page at once."""

from __future__ import annotations

from handlers import survey_course as course
from handlers.context import Context
from handlers.features import Actions, Commands, Fields, Values
from handlers.survey_buttons import FillIn
from handlers.survey_none import nothing_begun
from handlers.survey_typing import aside
from handlers.survey_view import Asked, page_token, token
from models.text import T
from models.turn import Reply
from surveys.form import SELECTS, QuestionType
from surveys.interview.vocabulary import Ask, Chosen, Given, Together

EXACT = frozenset(
    {
        *(QuestionType.DATE, QuestionType.TIME, QuestionType.DATETIME),
        *(QuestionType.RANGE, QuestionType.GEOPOINT),
    }
)
"""Types whose control gives a value in its XForms spelling."""


def filled(action: FillIn, values: Values, context: Context) -> Reply:
    """Each value as if it had been given alone; an emergency comes before everything."""
    going = course.going(action.survey, context)
    if going is None:
        return nothing_begun(action.survey, context)
    asked = going.asked(context)
    asks = _meant(action, asked)
    if not asks or not values.keys() <= {ask.path for ask in asks}:
        return course.again(going, context, T("survey.stale"))
    for words in _words(asks, values):
        if context.catalogue.emergencies.detect(words):
            return aside(words, going, asked, context)
    answers = tuple((ask.path, _answer(ask, values.get(ask.path, ()))) for ask in asks)
    result = going.interview.step(going.draft.state, Together(answers), context.now)
    return course.come_of(going, result, context, tried=values)


def left_out(action: FillIn, context: Context) -> Reply:
    """Pressed: nothing was filled in."""
    return filled(action, {}, context)


def _meant(action: FillIn, asked: Asked) -> tuple[Ask, ...]:
    """The questions that the field had, if they are still asked."""
    if not isinstance(asked, Ask):
        return ()
    if asked.page and action.ask == page_token(asked.page):
        return asked.page
    return (asked,) if action.ask == token(asked) else ()


def _words(asks: tuple[Ask, ...], values: Values) -> list[str]:
    free = [ask.path for ask in asks if ask.type is QuestionType.TEXT]
    return [text for path in free for text in values.get(path, ())]


def _answer(ask: Ask, values: tuple[str, ...]) -> Given | Chosen:
    if ask.type in SELECTS:
        return Chosen(values)
    text = values[0] if values else ""
    return Given(text, exact=not text.strip() or ask.type in EXACT)


COMMANDS: Commands = {}
ACTIONS: Actions = {FillIn: left_out}
FIELDS: Fields = {FillIn: filled}
