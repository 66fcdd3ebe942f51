"""A survey's days, how many may answer, and what is offered at its beginning and its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from analysis.days import span
from handlers import dialogues, survey_quotas
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.rights import needs
from handlers.survey_expecting import title
from handlers.survey_manager_buttons import ShowSurvey, gone
from handlers.survey_quotas import PlanSurvey
from models import person as people
from models import survey as surveys
from models.action import Action
from models.dialogue import Planning
from models.role import LEADING
from models.roles import Deed
from models.survey import Plan, Survey, SurveyState
from models.text import T, Text, Verbatim
from models.turn import Button, Reply

Day = Literal["opens", "closes"]
Switch = Literal["invites", "contact"]


class AskDay(Action, prefix="svplanday"):
    """Its first or its last day is to be another."""

    survey: int
    day: Day


class ByHand(Action, prefix="svbyhand"):
    """It has no such day: somebody opens or closes it."""

    survey: int
    day: Day


class SwitchPlan(Action, prefix="svswitch"):
    """All are invited on its first day, or not; people may ask to be called back, or not."""

    survey: int
    switch: Switch


@needs(*LEADING)
def shown(action: PlanSurvey, context: Context) -> Reply:
    """Days, quotas and switches, each with its button."""
    found = _found(action.survey, context)
    return gone() if found is None else _page(found, context)


@needs(*LEADING)
def asked_day(action: AskDay, context: Context) -> Reply:
    """Which day?"""
    if _found(action.survey, context) is None:
        return gone()
    waiting = Planning(survey=action.survey, what=action.day)
    people.be_in(context.session, context.person, waiting)
    never = Button(T("surveys.by_hand"), ByHand(survey=action.survey, day=action.day))
    return dialogues.asking(_question(action.day), buttons=((never,),))


@needs(*LEADING)
def by_hand(action: ByHand, context: Context) -> Reply:
    """No such day."""
    return _changed(action.survey, context, **{action.day: None})


@needs(*LEADING)
def switched(action: SwitchPlan, context: Context) -> Reply:
    """On or off."""
    found = _found(action.survey, context)
    if found is None:
        return gone()
    on = found.plan.asks_contact if action.switch == "contact" else found.plan.invites
    return _changed(action.survey, context, **{action.switch: not on})


@needs(*LEADING)
def typed(text: str, context: Context) -> Reply:
    """A day, or a number of answers."""
    waiting = context.person.dialogue
    found = _found(waiting.survey, context) if isinstance(waiting, Planning) else None
    if not isinstance(waiting, Planning) or found is None:
        people.be_in(context.session, context.person, None)
        return gone()
    if waiting.what not in ("opens", "closes"):
        return survey_quotas.typed(text, waiting, found, context)
    days = None if dialogues.is_question(text, context) else span(text, context.today)
    if days is None or days[0] != days[1]:
        return dialogues.aside(text, context, _question(waiting.what))
    plan = replace(found.plan, **{waiting.what: days[0]})  # type: ignore[arg-type]
    if not _fits(plan, found, context):
        return dialogues.asking(T("surveys.wrong_day"), _question(waiting.what))
    people.be_in(context.session, context.person, None)
    return _changed(found.id, context, **{waiting.what: days[0]})


def _page(found: Survey, context: Context) -> Reply:
    text = (title(found, context), *facts(found))
    return Reply(text=text, buttons=tuple(_rows(found)), replaces=True)


def facts(found: Survey) -> Iterator[Text | Verbatim]:
    """Days and quotas in words."""
    plan = found.plan
    if plan.opens:
        yield T("surveys.opens", day=plan.opens)
    if plan.closes:
        yield T("surveys.closes", day=plan.closes)
    yield from survey_quotas.said(plan)


def _rows(found: Survey) -> Iterator[tuple[Button, ...]]:
    id, plan = found.id, found.plan
    last = Button(T("surveys.plan_closes"), AskDay(survey=id, day="closes"))
    if found.state is SurveyState.PLANNED:
        yield (Button(T("surveys.plan_opens"), AskDay(survey=id, day="opens")), last)
        invites = SwitchPlan(survey=id, switch="invites")
        yield (Button(T("surveys.invites_first"), invites, chosen=plan.invites),)
    else:
        yield (last,)
    contact = SwitchPlan(survey=id, switch="contact")
    yield (Button(T("surveys.asks_contact"), contact, chosen=plan.asks_contact),)
    yield from survey_quotas.rows(found)
    yield (Button(T("surveys.card"), ShowSurvey(survey=id)),)


def _question(day: str) -> Text:
    return T("surveys.ask_opens") if day == "opens" else T("surveys.ask_closes")


def _fits(plan: Plan, found: Survey, context: Context) -> bool:
    """Neither day is over, unless it has begun already; the end is not before the beginning."""
    planned = found.state is SurveyState.PLANNED
    if planned and plan.opens and plan.opens < context.today:
        return False
    first = max(context.today, plan.opens) if planned and plan.opens else context.today
    return plan.closes is None or plan.closes >= first


def _changed(survey: int, context: Context, **others: object) -> Reply:
    found = _found(survey, context)
    if found is None:
        return gone()
    plan = replace(found.plan, **others)  # type: ignore[arg-type]
    deed = Deed(context.now, context.account_id)
    surveys.change(context.session, deed, found.id, plan)
    return _page(_found(survey, context) or found, context)


def _found(survey: int, context: Context) -> Survey | None:
    found = surveys.find(context.session, survey)
    return found if found and found.state is not SurveyState.CLOSED else None


COMMANDS: Commands = {}
ACTIONS: Actions = {
    PlanSurvey: shown,
    AskDay: asked_day,
    ByHand: by_hand,
    SwitchPlan: switched,
}
DIALOGUES: Dialogues = {Planning: typed}
