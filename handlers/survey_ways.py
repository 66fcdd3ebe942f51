"""The buttons under every question: back, skip, why, another language, later."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.survey_buttons import ChooseTongue, FillIn, MoveOn, PauseSurvey, WhyAsked
from handlers.survey_view import View, page_token, token
from models.text import T
from models.turn import Button
from surveys.interview.vocabulary import Ask, AskRow


def ways(asked: Ask | AskRow, view: View) -> Iterator[tuple[Button, ...]]:
    """Rows that are not empty."""
    return _rows(_through(asked, view), _around(asked, view))


def ways_of_page(ask: Ask, view: View) -> Iterator[tuple[Button, ...]]:
    """The same for all questions of a page at once."""
    return _rows(_through_page(ask, view), _around(ask, view))


def _rows(*rows: Iterator[Button]) -> Iterator[tuple[Button, ...]]:
    return filter(None, map(tuple, rows))


def _through_page(ask: Ask, view: View) -> Iterator[Button]:
    if ask.page[0].may_go_back:
        yield Button(T("survey.back"), MoveOn(survey=view.survey, ask=token(ask), step="page_back"))
    if all(one.may_skip for one in ask.page):
        yield Button(T("survey.skip"), FillIn(survey=view.survey, ask=page_token(ask.page)))


def _through(asked: Ask | AskRow, view: View) -> Iterator[Button]:
    name = token(asked)
    if asked.may_go_back:
        yield Button(T("survey.back"), MoveOn(survey=view.survey, ask=name, step="back"))
    if isinstance(asked, Ask) and asked.may_skip:
        yield Button(T("survey.skip"), MoveOn(survey=view.survey, ask=name, step="skip"))
    if view.state.editing:
        yield Button(T("survey.summary"), MoveOn(survey=view.survey, ask=name, step="summary"))


def _around(asked: Ask | AskRow, view: View) -> Iterator[Button]:
    if isinstance(asked, Ask) and asked.guidance:
        yield Button(T("survey.why"), WhyAsked(survey=view.survey, ask=token(asked)))
    if len(view.form.languages) > 1:
        yield Button(T("survey.language"), ChooseTongue(survey=view.survey))
    yield Button(T("survey.pause"), PauseSurvey(survey=view.survey))
