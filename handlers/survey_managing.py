"""/allsurveys: how all surveys stand; to start them, to invite, to show the link, to close them."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu, reviewing, survey_audiences, survey_planning
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.rights import needs
from handlers.survey_expecting import title
from handlers.survey_manager_buttons import (
    CloseSurvey,
    InviteAll,
    LiveCount,
    ShowLink,
    ShowSurvey,
    StartSurvey,
    gone,
)
from handlers.survey_quotas import PlanSurvey
from models import survey as surveys
from models import survey_counts, survey_course, survey_invitation, survey_names
from models import survey_version as versions
from models.action import Action
from models.mixing import Mixer
from models.role import LEADING
from models.roles import Deed
from models.survey import Survey, SurveyState
from models.text import T, Text, Verbatim
from models.turn import Button, Reply

STATES = (SurveyState.OPEN, SurveyState.PLANNED, SurveyState.CLOSED)


class ListSurveys(Action, prefix="svall"):
    """All surveys, from number `at` on."""

    at: int


@needs(*LEADING)
def listed(argument: str, context: Context) -> Reply:
    """All of them, the open ones first."""
    return turned(ListSurveys(at=0), context)


@needs(*LEADING)
def turned(action: ListSurveys, context: Context) -> Reply:
    """Another page."""
    each = [surveys.in_state(context.session, state) for state in STATES]
    found = [survey for some in each for survey in some]
    buttons = [Button(_label(one, context), ShowSurvey(survey=one.id)) for one in found]
    text = T("surveys.every") if found else T("surveys.make")
    return Reply(text=(text,), buttons=paged(buttons, action.at, lambda at: ListSurveys(at=at)))


@needs(*LEADING)
def shown(action: ShowSurvey, context: Context) -> Reply:
    """Its state, its days, whom it is for, how many have answered."""
    found = surveys.find(context.session, action.survey)
    return gone() if found is None else _card(found, context)


@needs(*LEADING)
def started(action: StartSurvey, context: Context) -> Reply:
    """Open now, whatever its first day was to be; not without a form."""
    found = surveys.find(context.session, action.survey)
    if found is None:
        return gone()
    if not versions.is_asked(context.session, found.id):
        return _card(found, context, T("surveys.no_form"))
    survey_course.open_now(context.session, _deed(context), found.id)
    if found.plan.invites:
        return invited(InviteAll(survey=found.id), context)
    return _again(found.id, context, T("surveys.started"))


@needs(*LEADING)
def closed(action: CloseSurvey, context: Context) -> Reply:
    """Ask once: nobody can open it again, and its key is gone."""
    found = surveys.find(context.session, action.survey)
    if found is None:
        return gone()
    if not action.sure:
        yes = Button(T("surveys.close"), CloseSurvey(survey=found.id, sure=True))
        no = Button(T("survey.back"), ShowSurvey(survey=found.id))
        text = (title(found, context), T("surveys.close_sure"))
        return Reply(text=text, buttons=((yes,), (no,)), replaces=True)
    names = survey_names.known(context.session)
    mixer = Mixer(context.secret, context.rng, context.today, names)
    survey_course.close(context.session, _deed(context), found.id, mixer)
    return _again(found.id, context, T("surveys.closed"))


@needs(*LEADING)
def invited(action: InviteAll, context: Context) -> Reply:
    """Everybody whom it is for is on the list; the messages leave by themselves."""
    found = surveys.find(context.session, action.survey)
    if found is None or found.state is not SurveyState.OPEN:
        return gone() if found is None else _card(found, context, T("surveys.not_open"))
    number = survey_invitation.invite(context.session, found, context.town.channels)
    return _card(found, context, T("surveys.invited", number=number))


def _again(id: int, context: Context, *before: Text) -> Reply:
    found = surveys.find(context.session, id)
    return gone() if found is None else _card(found, context, *before)


def _card(found: Survey, context: Context, *before: Text) -> Reply:
    said = (*before, title(found, context), *_facts(found, context))
    rows = (*_doings(found), *reviewing.waiting(found.id, context), (menu.button("allsurveys"),))
    return Reply(text=said, buttons=rows, replaces=True)


def _facts(found: Survey, context: Context) -> Iterator[Text | Verbatim]:
    plan = found.plan
    yield T("surveys.state", said=T(f"surveys.state_{found.state}"))
    yield from survey_planning.facts(found)
    yield T(f"surveys.of_{plan.view}")
    yield from survey_audiences.said(plan.audience, context)
    yield T("surveys.answered", number=survey_counts.total(context.session, found.id))


def _doings(found: Survey) -> Iterator[tuple[Button, ...]]:
    id = found.id
    link = Button(T("surveys.link"), ShowLink(survey=id, room=False))
    plan = Button(T("surveys.plan"), PlanSurvey(survey=id))
    if found.state is SurveyState.PLANNED:
        yield (Button(T("surveys.start"), StartSurvey(survey=id)), link)
        yield (survey_audiences.button(found), plan)
    if found.state is SurveyState.OPEN:
        yield (Button(T("surveys.invite"), InviteAll(survey=id)), link)
        room = Button(T("surveys.room"), ShowLink(survey=id, room=True))
        yield (room, Button(T("surveys.count"), LiveCount(survey=id)))
        close = Button(T("surveys.close"), CloseSurvey(survey=id, sure=False))
        yield (survey_audiences.button(found), plan)
        yield (close,)


def _label(found: Survey, context: Context) -> Text:
    state = T(f"surveys.state_{found.state}")
    return T("surveys.one", title=title(found, context), said=state)


def _deed(context: Context) -> Deed:
    return Deed(context.now, context.account_id)


COMMANDS: Commands = {"allsurveys": listed, "alleumfragen": listed}
ACTIONS: Actions = {
    ListSurveys: turned,
    ShowSurvey: shown,
    StartSurvey: started,
    CloseSurvey: closed,
    InviteAll: invited,
}
