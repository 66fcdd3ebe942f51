"""Ranges as rows of buttons."""

from __future__ import annotations

from handlers import menu
from handlers.survey_buttons import PickStep
from handlers.survey_view import View, token
from models.turn import Button
from surveys.form import Question, QuestionType
from surveys.inputs.ranges import steps
from surveys.interview.vocabulary import Ask

IN_A_ROW = 6


def rows(ask: Ask, view: View) -> menu.Rows:
    """All steps, in as few even rows as they need; none where there are too many to press."""
    values = steps_of(ask)
    name = token(ask)
    buttons = [
        Button(
            view.say(value),
            PickStep(survey=view.survey, ask=name, step=at),
            chosen=value == ask.value,
        )
        for at, value in enumerate(values)
    ]
    lines = -(-len(values) // IN_A_ROW)
    return menu.grid(buttons, -(-len(values) // lines)) if lines else ()


def steps_of(ask: Ask) -> tuple[str, ...]:
    """The values, in their XForms spelling."""
    return steps(Question(ask.path, ask.path, QuestionType.RANGE, parameters=ask.parameters))
