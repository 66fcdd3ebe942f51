"""Whom a survey is for: roles, languages, a district, a topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from handlers import menu, who
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.paging import PAGE, paged
from handlers.rights import needs
from models import survey as surveys
from models.action import Action
from models.role import LEADING, Role
from models.roles import Deed
from models.survey import Audience, Survey, SurveyState
from models.text import LanguageName, Listed, T, Text, Verbatim
from models.turn import Button, Reply

By = Literal["role", "language", "district", "topic"]
BY: tuple[By, ...] = ("role", "language", "district", "topic")


class LimitBy(Action, prefix="svby"):
    """What a survey's audience can be limited to, from number `at` on."""

    survey: int
    by: By
    at: int


class SetLimit(Action, prefix="svset"):
    """Limit it to the value at this place, or no more."""

    survey: int
    by: By
    number: int


def button(found: Survey) -> Button:
    """To the first of the limits."""
    return Button(T("surveys.audience"), LimitBy(survey=found.id, by="role", at=0))


def said(audience: Audience, context: Context) -> Iterator[Text]:
    """What it is limited to; that it is for everybody."""
    parts = [
        *(who.role(role) for role in Role if role in audience.roles),
        *(LanguageName(code) for code in sorted(audience.languages)),
        *(Verbatim(name, "de") for name in (audience.district,) if name),
        *(_topic(code, context) for code in (audience.topic,) if code),
    ]
    yield T("surveys.for", names=Listed(tuple(parts))) if parts else T("surveys.for_all")


@needs(*LEADING)
def choosing(action: LimitBy, context: Context) -> Reply:
    """The values, those that hold marked."""
    found = surveys.find(context.session, action.survey)
    if found is None or found.state is SurveyState.CLOSED:
        return Reply(text=(T("surveys.gone"),), buttons=((menu.button("allsurveys"),),))
    return _page(found, action, context)


@needs(*LEADING)
def limited(action: SetLimit, context: Context) -> Reply:
    """On or off."""
    found = surveys.find(context.session, action.survey)
    if found is None or found.state is SurveyState.CLOSED:
        return Reply(text=(T("surveys.gone"),), buttons=((menu.button("allsurveys"),),))
    values = _values(action.by, context)
    if 0 <= action.number < len(values):
        audience = CHANGE[action.by](found.plan.audience, values[action.number])
        deed = Deed(context.now, context.account_id)
        surveys.change(context.session, deed, found.id, replace(found.plan, audience=audience))
        found = surveys.find(context.session, action.survey) or found
    at = max(0, action.number) // PAGE * PAGE
    return _page(found, LimitBy(survey=found.id, by=action.by, at=at), context)


def _page(found: Survey, action: LimitBy, context: Context) -> Reply:
    audience, by = found.plan.audience, action.by
    buttons = [
        Button(
            _named(by, value, context),
            SetLimit(survey=found.id, by=by, number=at),
            chosen=_holds(by, value, audience),
        )
        for at, value in enumerate(_values(by, context))
    ]
    pages = paged(buttons, action.at, lambda at: action.model_copy(update={"at": at}))
    others = [
        Button(T(f"surveys.by_{other}"), LimitBy(survey=found.id, by=other, at=0), other == by)
        for other in BY
    ]
    text = (*said(audience, context), T("surveys.who"))
    rows = (*menu.grid(others), *pages, (menu.button("allsurveys"),))
    return Reply(text=text, buttons=rows, replaces=True)


def _values(by: By, context: Context) -> Sequence[str]:
    match by:
        case "role":
            return tuple(Role)
        case "language":
            return context.town.languages
        case "district":
            return context.catalogue.districts
    return tuple(sorted(context.catalogue.topics))


def _topic(code: str, context: Context) -> Verbatim:
    topic = context.catalogue.topics.get(code)
    names = topic.names if topic else {context.language: code}
    language = next(one for one in (*context.chain, *names) if one in names)
    return Verbatim(names[language], language)


def _named(by: By, value: str, context: Context) -> Text | Verbatim:
    match by:
        case "role":
            return who.role(Role(value))
        case "language":
            return T("filter.language", language=LanguageName(value))
        case "district":
            return Verbatim(value, "de")
    return _topic(value, context)


def _holds(by: By, value: str, audience: Audience) -> bool:
    held: Mapping[By, object] = {
        "role": audience.roles,
        "language": audience.languages,
        "district": {audience.district},
        "topic": {audience.topic},
    }
    return value in held[by]  # type: ignore[operator]


CHANGE: Mapping[By, Callable[[Audience, str], Audience]] = {
    "role": lambda one, value: replace(one, roles=one.roles ^ {Role(value)}),
    "language": lambda one, value: replace(one, languages=one.languages ^ {value}),
    "district": lambda one, value: replace(one, district="" if one.district == value else value),
    "topic": lambda one, value: replace(one, topic="" if one.topic == value else value),
}

COMMANDS: Commands = {}
ACTIONS: Actions = {LimitBy: choosing, SetLimit: limited}
