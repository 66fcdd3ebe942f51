"""A survey begins: for her who agreed, or for somebody whom staff asks."""

from __future__ import annotations

from handlers import menu, survey_expecting
from handlers import survey_course as course
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.rights import needs
from handlers.survey_buttons import AskGroup, AskSomebody, BeginHere, BeginSurvey
from handlers.survey_modes import GROUP, INTERVIEWER, WORKSHOP, mode_of, who
from handlers.survey_none import left, nothing_begun
from handlers.survey_view import View
from models import draft as drafts
from models import participation, survey_counts, survey_key
from models import survey as surveys
from models import survey_version as versions
from models.draft import Draft
from models.role import ANY
from models.survey import Survey
from models.survey_audience import Reader, is_for, is_open
from models.text import T, Text
from models.turn import Reply


def begun(action: BeginSurvey | BeginHere, context: Context) -> Reply:
    """She agreed to what she read: the first question."""
    found = surveys.find(context.session, action.survey)
    if found is None or not is_open(found, context.today):
        return nothing_begun(action.survey, context)
    if going := course.going(found.id, context):
        return course.again(going, context)
    mode = WORKSHOP if isinstance(action, BeginHere) else mode_of(context)
    if why := closed_to_her(found, mode, context):
        return Reply(text=(why,), buttons=((menu.button("surveys"),),))
    return _first(found, mode, context)


@needs(*ANY)
def asked_somebody(action: AskSomebody, context: Context) -> Reply:
    """Staff enters what somebody else says, several in a row."""
    return _asked(action.survey, INTERVIEWER, T("survey.ask_aloud"), context)


@needs(*ANY)
def asked_group(action: AskGroup, context: Context) -> Reply:
    """The same with what a group says: one response."""
    return _asked(action.survey, GROUP, T("survey.ask_group_aloud"), context)


def _asked(survey: int, mode: str, how: Text, context: Context) -> Reply:
    found = surveys.find(context.session, survey)
    if found is None or not is_open(found, context.today):
        return nothing_begun(survey, context)
    if course.going(survey, context):
        return left(found, context)
    if not survey_counts.is_wanted(context.session, found, {"mode": mode}):
        return Reply(text=(T("survey.full"),), buttons=((menu.button("surveys"),),))
    return _first(found, mode, context, how)


def closed_to_her(found: Survey, mode: str, context: Context) -> Text | None:
    """Why she cannot take part, if so. Whoever has the link may, whatever language and place."""
    key = survey_key.key_of(context.session, found.id, context.secret)
    if participation.answered(context.session, key, who(context)):
        return T("survey.twice")
    hers = reader(context)
    if not is_for(found, Reader(_any_of(found, hers.language), hers.roles, _place(found, hers))):
        return T("survey.for_others")
    facets = {"language": context.language, "mode": mode, "district": hers.district}
    wanted = survey_counts.is_wanted(context.session, found, facets)
    return None if wanted else T("survey.full")


def _any_of(found: Survey, language: str) -> str:
    return next(iter(found.plan.audience.languages), language)


def _place(found: Survey, hers: Reader) -> str:
    """Where she did not say where she lives, nobody keeps her out."""
    return hers.district or found.plan.audience.district


def reader(context: Context) -> Reader:
    """What is known of her that an audience can ask for."""
    return Reader(context.language, context.roles, context.person.filters.district)


def _first(found: Survey, mode: str, context: Context, *before: Text) -> Reply:
    version = versions.newest(context.session, found.id)
    if version is None:
        return nothing_begun(found.id, context)
    form = version.form
    spoken = form.languages
    language = context.language if context.language in spoken else form.default_language
    interview = course.compiled(form, context.catalogue.places, files=found.plan.files)
    state, outcome = interview.begin(context.rng.getrandbits(32), language, context.now)
    draft = Draft(0, found.id, version.number, mode, state, survey_expecting.agreed(found))
    drafts.start(context.session, context.vault, who(context), draft, context.today)
    course.wait(found.id, context)
    view = View(found.id, form, state, context.today, version=version.number)
    return course.show(outcome, view, context, *before)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    BeginSurvey: begun,
    BeginHere: begun,
    AskSomebody: asked_somebody,
    AskGroup: asked_group,
}
