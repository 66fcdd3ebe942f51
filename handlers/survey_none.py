"""A survey that she is not in the middle of, or left there."""

from __future__ import annotations

from handlers import menu
from handlers.context import Context
from handlers.survey_buttons import DropDraft, GoOn, OpenSurvey
from handlers.survey_expecting import title
from models import person as people
from models import survey as surveys
from models.survey import Survey
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


def left(found: Survey, context: Context) -> Reply:
    """She goes on, or begins anew: nothing of hers is lost by a press."""
    return Reply(text=(title(found, context), T("survey.left")), buttons=resuming(found.id))


def resuming(survey: int) -> menu.Rows:
    """To go on with what she left."""
    on = Button(T("survey.go_on"), GoOn(survey=survey))
    drop = Button(T("survey.drop"), DropDraft(survey=survey, sure=False))
    return ((on,), (drop, menu.button("surveys")))
