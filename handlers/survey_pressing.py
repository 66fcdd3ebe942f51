"""The buttons under a question of a survey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import TypeVar

from handlers import survey_course as course
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.survey_asking import drawn
from handlers.survey_buttons import (
    DropRow,
    EditAnswer,
    MoveOn,
    OpenRow,
    PickChoice,
    PickDay,
    PickStep,
    ShowRow,
    TakeAsAnswer,
    TurnChoices,
    TurnMonth,
    WhyAsked,
)
from handlers.survey_choices import page_of
from handlers.survey_course import Going
from handlers.survey_none import nothing_begun
from handlers.survey_plain import plain
from handlers.survey_scales import steps_of
from handlers.survey_summary import line_at
from handlers.survey_view import Asked, View
from models.dialogue import Surveying
from models.text import T
from models.turn import Reply
from surveys.form import QuestionType
from surveys.interview.vocabulary import Ask, Given, GoTo, Move, Picked, Summary

TOGGLES = frozenset({QuestionType.SELECT_MULTIPLE, QuestionType.RANK})

Press = PickChoice | PickStep | PickDay | TurnMonth | TurnChoices | MoveOn | WhyAsked
Row = ShowRow | OpenRow | DropRow
A = TypeVar("A", bound=Press | Row | EditAnswer | TakeAsAnswer)
Handler = Callable[[A, Context], Reply]
Inside = Callable[[A, Going, Asked, Context], Reply]


def current(handler: Inside[A]) -> Handler[A]:
    """A handler for buttons of the question that is asked now; older ones get that question."""

    @wraps(handler)
    def pressed(action: A, context: Context) -> Reply:
        going = course.going(action.survey, context)
        if going is None:
            return nothing_begun(action.survey, context)
        if not course.is_current(going, action.ask, context):
            return course.again(going, context, T("survey.stale"))
        return handler(action, going, going.asked(context), context)

    return pressed


@current
def picked(action: PickChoice, going: Going, asked: Asked, context: Context) -> Reply:
    """An answer, or a tick in the same message."""
    if not (isinstance(asked, Ask) and 0 <= action.choice < len(asked.options)):
        return course.again(going, context, T("survey.stale"))
    name = asked.options[action.choice].name
    if asked.type is QuestionType.GEOPOINT:
        return course.step(going, Given(name, exact=True), context)
    if asked.type not in TOGGLES:
        return course.step(going, Picked(name), context)
    reply = course.step(going, Picked(name), context, toggles=True)
    return _on_page(reply, page_of(action.choice), action, context)


def _on_page(reply: Reply, at: int, action: PickChoice, context: Context) -> Reply:
    """The same page of choices as before."""
    going = course.going(action.survey, context)
    if at == 0 or not reply.replaces or going is None:
        return reply
    view = replace(going.view(context), at=at)
    return replace(reply, buttons=drawn(going.asked(context), view).buttons)


@current
def stepped(action: PickStep, going: Going, asked: Asked, context: Context) -> Reply:
    """A step of a range."""
    values = steps_of(asked) if isinstance(asked, Ask) else ()
    if not 0 <= action.step < len(values):
        return course.again(going, context, T("survey.stale"))
    return course.step(going, Given(values[action.step], exact=True), context)


@current
def day_picked(action: PickDay, going: Going, asked: Asked, context: Context) -> Reply:
    """A day of the calendar."""
    return course.step(going, Given(action.day.isoformat(), exact=True), context)


@current
def month_turned(action: TurnMonth, going: Going, asked: Asked, context: Context) -> Reply:
    """Another month in the same message."""
    return _looked(replace(going.view(context), day=action.day), going, asked, context)


@current
def page_turned(action: TurnChoices, going: Going, asked: Asked, context: Context) -> Reply:
    """Other choices, or other lines, in the same message."""
    return _looked(replace(going.view(context), at=action.at), going, asked, context)


def _looked(view: View, going: Going, asked: Asked, context: Context) -> Reply:
    course.wait(going.survey.id, context)
    return replace(course.show(asked, view, context), replaces=True)


@current
def moved(action: MoveOn, going: Going, asked: Asked, context: Context) -> Reply:
    """On, back, skip and the like."""
    if action.step == "agree":
        return course.step(going, Given("OK", exact=True), context)
    if action.step == "page_back":
        return _before_the_page(going, asked, context)
    toggles = action.step == "undo"
    return course.step(going, Move(action.step), context, toggles=toggles)


def _before_the_page(going: Going, asked: Asked, context: Context) -> Reply:
    """Back from all questions that are shown together."""
    first = asked.page[0].path if isinstance(asked, Ask) and asked.page else going.draft.state.at
    state = replace(going.draft.state, at=first)
    return course.come_of(going, going.interview.step(state, Move.BACK, context.now), context)


@current
def why(action: WhyAsked, going: Going, asked: Asked, context: Context) -> Reply:
    """The form's guidance, then the question again."""
    guidance = asked.guidance if isinstance(asked, Ask) else ""
    return course.again(going, context, going.view(context).say(plain(guidance)))


@current
def edited(action: EditAnswer, going: Going, asked: Asked, context: Context) -> Reply:
    """Back to one question, and then to the summary."""
    line = line_at(asked, action.line) if isinstance(asked, Summary) else None
    if line is None:
        return course.again(going, context, T("survey.stale"))
    return course.step(going, GoTo(line.path), context)


@current
def taken(action: TakeAsAnswer, going: Going, asked: Asked, context: Context) -> Reply:
    """What looked like a question of hers was her answer."""
    waiting = context.person.dialogue
    hidden = waiting.said if isinstance(waiting, Surveying) else ""
    said = context.vault.find(context.session, going.survey.id, hidden)
    if not said:
        return course.again(going, context, T("survey.stale"))
    return course.step(going, Given(said), context)


COMMANDS: Commands = {}
ACTIONS: Actions = {
    PickChoice: picked,
    PickStep: stepped,
    PickDay: day_picked,
    TurnMonth: month_turned,
    TurnChoices: page_turned,
    MoveOn: moved,
    WhyAsked: why,
    EditAnswer: edited,
    TakeAsAnswer: taken,
}
