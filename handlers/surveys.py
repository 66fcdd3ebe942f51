"""/surveys: what is open for her; what happens with the answers; then it begins, or goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers import menu, survey_expecting
from handlers import survey_course as course
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.survey_beginning import closed_to_her, reader
from handlers.survey_buttons import (
    AskGroup,
    AskSomebody,
    BeginHere,
    BeginSurvey,
    DropDraft,
    GoOn,
    OpenHere,
    OpenSurvey,
    PauseSurvey,
)
from handlers.survey_modes import WORKSHOP, mode_of, who
from handlers.survey_none import left, nothing_begun, resuming
from models import draft as drafts
from models import person as people
from models import survey as surveys
from models.role import LEADING
from models.survey import Survey
from models.survey_audience import is_open, open_for
from models.text import T, Text, Verbatim
from models.turn import Button, Reply


def listed(argument: str, context: Context) -> Reply:
    """Surveys that are open for her; those that she has begun say so."""
    found = open_for(context.session, reader(context), context.today)
    begun = drafts.begun(context.session, who(context))
    rows = [(Button(_label(one, one.id in begun, context), _open(one)),) for one in found]
    text = T("surveys.which") if found else T("surveys.none")
    return Reply(text=(text,), buttons=(*rows, (menu.button("idea"),), *_for_staff(context)))


def _for_staff(context: Context) -> menu.Rows:
    ideas = ((menu.button("ideas"),),) if context.roles else ()
    if not context.roles.intersection(LEADING):
        return ideas
    return (*ideas, (menu.button("allsurveys"), menu.button("review")))


def by_code(argument: str, context: Context) -> Reply:
    """/survey CODE: the one behind a public code, as a link or a poster names it."""
    found = surveys.by_code(context.session, argument)
    if found is None:
        return listed("", context)
    return opened(OpenSurvey(survey=found.id), context)


def arrived(payload: str, context: Context, *before: Text) -> Reply:
    """She came with a link or a QR code: `survey_CODE`, with `_w` from the wall of a workshop."""
    _, code, *rest = payload.split("_")
    found = surveys.by_code(context.session, code)
    if found is None:
        reply = listed("", context)
    elif rest:
        reply = opened_there(OpenHere(survey=found.id), context)
    else:
        reply = opened(OpenSurvey(survey=found.id), context)
    return replace(reply, text=(*before, *reply.text))


def opened(action: OpenSurvey, context: Context) -> Reply:
    """What it is about and what happens with the answers; or where she left it."""
    return _opened(action.survey, BeginSurvey(survey=action.survey), context)


def opened_there(action: OpenHere, context: Context) -> Reply:
    """The same in a workshop, where she is counted among those in the room."""
    return _opened(action.survey, BeginHere(survey=action.survey), context)


def _opened(survey: int, begin: BeginSurvey | BeginHere, context: Context) -> Reply:
    found = surveys.find(context.session, survey)
    if found is None or not is_open(found, context.today):
        return nothing_begun(survey, context)
    if course.going(found.id, context):
        return left(found, context)
    mode = WORKSHOP if isinstance(begin, BeginHere) else mode_of(context)
    if why := closed_to_her(found, mode, context):
        return Reply(text=(_title(found, context), why), buttons=((menu.button("surveys"),),))
    agree = Button(T("survey.consent"), begin)
    rows = ((agree,), (menu.button("surveys"), menu.button("privacy")), *_staff(found, context))
    return Reply(text=survey_expecting.text(found, _title(found, context), context), buttons=rows)


def gone_on(action: GoOn, context: Context) -> Reply:
    """The question that she left, tomorrow or on another channel."""
    going = course.going(action.survey, context)
    if going is None:
        return nothing_begun(action.survey, context)
    return course.again(going, context)


def paused(action: PauseSurvey, context: Context) -> Reply:
    """Nothing is lost; what she types is a question again."""
    going = course.going(action.survey, context)
    if going is None:
        return nothing_begun(action.survey, context)
    people.be_in(context.session, context.person, None)
    return Reply(text=(T("survey.paused"),), buttons=resuming(action.survey))


def dropped(action: DropDraft, context: Context) -> Reply:
    """Ask once, then her answers are gone."""
    if not action.sure:
        sure = Button(T("survey.drop"), DropDraft(survey=action.survey, sure=True))
        on = Button(T("survey.go_on"), GoOn(survey=action.survey))
        return Reply(text=(T("survey.drop_sure"),), buttons=((sure,), (on,)), replaces=True)
    drafts.drop(context.session, who(context), action.survey)
    people.be_in(context.session, context.person, None)
    rows = ((menu.button("surveys"),),)
    return Reply(text=(T("survey.dropped"),), buttons=rows, replaces=True)


def _staff(found: Survey, context: Context) -> Iterator[tuple[Button, ...]]:
    if context.roles:
        yield (Button(T("survey.ask_somebody"), AskSomebody(survey=found.id)),)
        yield (Button(T("survey.ask_group"), AskGroup(survey=found.id)),)


def _label(found: Survey, begun: bool, context: Context) -> Text | Verbatim:
    title = _title(found, context)
    return T("surveys.begun", title=title) if begun else title


def _title(found: Survey, context: Context) -> Verbatim:
    return survey_expecting.title(found, context)


def _open(found: Survey) -> OpenSurvey:
    return OpenSurvey(survey=found.id)


COMMANDS: Commands = {"surveys": listed, "umfragen": listed, "survey": by_code, "umfrage": by_code}
ACTIONS: Actions = {
    OpenSurvey: opened,
    OpenHere: opened_there,
    GoOn: gone_on,
    PauseSurvey: paused,
    DropDraft: dropped,
}
