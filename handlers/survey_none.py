"""A press or a word for a survey that she is not in the middle of."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.survey_buttons import OpenSurvey
from models import person as people
from models import survey as surveys
from models.survey_audience import is_open
from models.text import T
from models.turn import Button, Reply


def nothing_begun(survey: int, context: Context) -> Reply:
    """It is over, or may be begun."""
    people.be_in(context.session, context.person, None)
    found = surveys.find(context.session, survey)
    if found is None or not is_open(found, context.today):
        return Reply(text=(T("survey.closed"),), buttons=((menu.button("surveys"),),))
    begin = Button(T("survey.open"), OpenSurvey(survey=survey))
    return Reply(text=(T("survey.not_begun"),), buttons=((begin,), (menu.button("surveys"),)))
