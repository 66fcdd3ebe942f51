"""How many may answer a survey: in all, and of a language, a district or a way of answering."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from handlers import dialogues
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import paged
from handlers.rights import needs
from handlers.survey_expecting import title
from handlers.survey_manager_buttons import gone
from handlers.survey_modes import CHAT, GROUP, INTERVIEWER, WEB, WORKSHOP
from models import person as people
from models import survey as surveys
from models.action import Action
from models.dialogue import Planning
from models.role import LEADING
from models.roles import Deed
from models.survey import Plan, Survey, SurveyState
from models.survey_counts import ALL, FACETS
from models.text import LanguageName, T, Text, Verbatim
from models.turn import Button, Reply

By = Literal["language", "district", "mode"]
BY: tuple[By, ...] = ("language", "district", "mode")
MODES = (CHAT, WEB, INTERVIEWER, WORKSHOP, "paper", GROUP)
MOST = 1_000_000


class PlanSurvey(Action, prefix="svplan"):
    """A survey's days, and how many may answer."""

    survey: int


class AskQuota(Action, prefix="svquota"):
    """So many may answer in all."""

    survey: int


class QuotaBy(Action, prefix="svqby"):
    """So many of a language, a district or a way of answering, from number `at` on."""

    survey: int
    by: By
    at: int


class QuotaFor(Action, prefix="svqfor"):
    """So many of the one at this place."""

    survey: int
    by: By
    number: int


@needs(*LEADING)
def asked(action: AskQuota, context: Context) -> Reply:
    """How many in all?"""
    return _asking(action.survey, ALL, context)


@needs(*LEADING)
def choosing(action: QuotaBy, context: Context) -> Reply:
    """Of which one?"""
    found = _found(action.survey, context)
    if found is None:
        return gone()
    quotas = found.plan.quotas
    buttons = [
        Button(
            _named(action.by, value),
            QuotaFor(survey=found.id, by=action.by, number=at),
            chosen=f"{action.by}:{value}" in quotas,
        )
        for at, value in enumerate(_values(action.by, context))
    ]
    pages = paged(buttons, action.at, lambda at: action.model_copy(update={"at": at}))
    back = Button(T("survey.back"), PlanSurvey(survey=found.id))
    text = (title(found, context), *said(found.plan), T("surveys.quota_by"))
    return Reply(text=text, buttons=(*pages, (back,)), replaces=True)


@needs(*LEADING)
def chosen(action: QuotaFor, context: Context) -> Reply:
    """How many of this one?"""
    values = _values(action.by, context)
    if not 0 <= action.number < len(values):
        return choosing(QuotaBy(survey=action.survey, by=action.by, at=0), context)
    return _asking(action.survey, f"{action.by}:{values[action.number]}", context)


def typed(text: str, waiting: Planning, found: Survey, context: Context) -> Reply:
    """A number; 0 takes the limit away."""
    name = waiting.what.removeprefix(QUOTA)
    plain = text.strip().replace(".", "").replace(" ", "")
    if not (plain.isdecimal() and int(plain) <= MOST):
        return dialogues.aside(text, context, T("surveys.ask_quota"))
    quotas = {x: n for x, n in found.plan.quotas.items() if x != name}
    quotas |= {name: int(plain)} if int(plain) else {}
    people.be_in(context.session, context.person, None)
    deed = Deed(context.now, context.account_id)
    surveys.change(context.session, deed, found.id, replace(found.plan, quotas=quotas))
    back = Button(T("surveys.plan"), PlanSurvey(survey=found.id))
    changed = replace(found.plan, quotas=quotas)
    return Reply(text=(title(found, context), *said(changed)), buttons=((back,),))


def said(plan: Plan) -> Iterator[Text | Verbatim]:
    """Each limit in words, that for all first."""
    for name, number in sorted(plan.quotas.items()):
        by, _, value = name.partition(":")
        if by in FACETS:
            yield T("surveys.quota_of", number=number, name=_named(by, value))
        else:
            yield T("surveys.quota", number=number)


def rows(found: Survey) -> Iterator[tuple[Button, ...]]:
    """The ways to each kind of limit."""
    yield (Button(T("surveys.plan_total"), AskQuota(survey=found.id)),)
    yield tuple(Button(T(f"surveys.by_{by}"), QuotaBy(survey=found.id, by=by, at=0)) for by in BY)


def _asking(survey: int, name: str, context: Context) -> Reply:
    if _found(survey, context) is None:
        return gone()
    waiting = Planning(survey=survey, what=f"{QUOTA}{name}")
    people.be_in(context.session, context.person, waiting)
    return dialogues.asking(T("surveys.ask_quota"))


def _values(by: By, context: Context) -> Sequence[str]:
    match by:
        case "language":
            return context.town.languages
        case "district":
            return context.catalogue.districts
    return MODES


def _named(by: str, value: str) -> Text | Verbatim:
    match by:
        case "language":
            return T("filter.language", language=LanguageName(value))
        case "mode" if value in MODES:
            return T(f"surveys.mode_{value}")
    return Verbatim(value, "de")


def _found(survey: int, context: Context) -> Survey | None:
    found = surveys.find(context.session, survey)
    return found if found and found.state is not SurveyState.CLOSED else None


QUOTA = "quota:"
COMMANDS: Commands = {}
ACTIONS: Actions = {AskQuota: asked, QuotaBy: choosing, QuotaFor: chosen}
