"""What she types in the middle of a survey: an answer, a question of her own, or a slip."""

from __future__ import annotations

from dataclasses import replace

from handlers import ask as answering
from handlers import finding
from handlers import survey_course as course
from handlers.context import Context
from handlers.dialogues import is_question
from handlers.features import Actions, Commands, Dialogues
from handlers.survey_buttons import TakeAsAnswer
from handlers.survey_choices import SEVERAL, found_by, is_searched
from handlers.survey_course import Going
from handlers.survey_none import nothing_begun
from handlers.survey_plain import plain
from handlers.survey_view import Asked, token
from models import person as people
from models.dialogue import Surveying
from models.text import T, Text
from models.turn import Button, Reply
from surveys.form import QuestionType
from surveys.interview.vocabulary import Ask, Given, Slip, Summary

WORDS = 3


def typed(text: str, context: Context) -> Reply:
    """An emergency comes before everything; then what fits the question; then her own question."""
    waiting = context.person.dialogue
    going = course.going(waiting.survey, context) if isinstance(waiting, Surveying) else None
    if going is None:
        return nothing_begun(waiting.survey if isinstance(waiting, Surveying) else 0, context)
    asked = going.asked(context)
    if context.catalogue.emergencies.detect(text):
        return aside(text, going, asked, context)
    if _takes_words(asked):
        ends = is_question(text, context)
        if ends:
            return aside(text, going, asked, context)
        return course.step(going, Given(text), context)
    return _understood(text, going, asked, context)


def _understood(text: str, going: Going, asked: Asked, context: Context) -> Reply:
    """An answer, part of a choice that is sought, her own question, or a slip."""
    sought = _is_sought(text, asked)
    if sought and isinstance(asked, Ask) and asked.type in SEVERAL:
        return _sought(text, going, asked, context)
    result = going.interview.step(going.draft.state, Given(text), context.now)
    if not isinstance(result[1], Slip):
        return course.come_of(going, result, context)
    if sought and isinstance(asked, Ask):
        return _sought(text, going, asked, context)
    if is_question(text, context) or _finds(text, context):
        return aside(text, going, asked, context)
    return course.come_of(going, result, context)


def _is_sought(text: str, asked: Asked) -> bool:
    return isinstance(asked, Ask) and is_searched(asked) and found_by(text, asked)


def _sought(text: str, going: Going, asked: Ask, context: Context) -> Reply:
    """The choices that hold what she typed."""
    course.wait(going.survey.id, context)
    return course.show(asked, replace(going.view(context), sought=text[:60]), context)


def aside(text: str, going: Going, asked: Asked, context: Context) -> Reply:
    """Her question answered, then the survey's again; what she said may have been the answer."""
    takes = _takes_words(asked)
    said = context.vault.hide(context.session, going.survey.id, text) if takes else ""
    people.be_in(context.session, context.person, Surveying(survey=going.survey.id, said=said))
    reply = answering.asked(text, context)
    question = course.show(asked, going.view(context), context)
    mine = TakeAsAnswer(survey=going.survey.id, ask=token(asked))
    rows = ((Button(T("survey.take"), mine),),) if takes else ()
    after = (*reply.after, _once_more(asked, going, context))
    buttons = (*reply.buttons, *rows)
    field = question.field and replace(
        question.field, text=None, buttons=(*buttons, *question.field.buttons)
    )
    return replace(reply, after=after, buttons=(*buttons, *question.buttons), field=field)


def _once_more(asked: Asked, going: Going, context: Context) -> Text:
    if isinstance(asked, Summary) or not asked.label:
        return T("survey.go_on")
    return T("survey.again", said=going.view(context).say(plain(asked.label)))


def _takes_words(asked: Asked) -> bool:
    return isinstance(asked, Ask) and asked.type is QuestionType.TEXT


def _finds(text: str, context: Context) -> bool:
    """A word or two are a slip rather than a question, whatever the search makes of them."""
    return len(text.split()) >= WORDS and finding.finds(text, context)


COMMANDS: Commands = {}
ACTIONS: Actions = {}
DIALOGUES: Dialogues = {Surveying: typed}
