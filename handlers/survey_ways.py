"""The buttons under every question: back, skip, why, another language, later."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.survey_buttons import ChooseTongue, MoveOn, PauseSurvey, WhyAsked
from handlers.survey_view import View, token
from models.text import T
from models.turn import Button
from surveys.interview.vocabulary import Ask, AskRow


def ways(asked: Ask | AskRow, view: View) -> Iterator[tuple[Button, ...]]:
    """Rows that are not empty."""
    for row in (tuple(_through(asked, view)), tuple(_around(asked, view))):
        if row:
            yield row


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
