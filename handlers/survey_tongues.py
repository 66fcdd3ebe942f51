"""Another language in the middle of a survey: no answer is lost."""

from __future__ import annotations

from handlers import menu
from handlers import survey_course as course
from handlers.context import Context
from handlers.features import Actions, Commands
from handlers.survey_buttons import ChooseTongue, GoOn, SpeakTongue
from handlers.survey_course import Going
from handlers.survey_none import nothing_begun
from models.language import native_name, shipped
from models.text import T, Verbatim
from models.turn import Button, Reply
from surveys.interview.vocabulary import Speak


def choosing(action: ChooseTongue, context: Context) -> Reply:
    """The languages of the form."""
    going = course.going(action.survey, context)
    if going is None:
        return nothing_begun(action.survey, context)
    course.wait(action.survey, context)
    on = Button(T("survey.go_on"), GoOn(survey=action.survey))
    return Reply(text=(T("language.choose"),), buttons=(*_languages(going), (on,)))


def spoken(action: SpeakTongue, context: Context) -> Reply:
    """The same question in this language."""
    going = course.going(action.survey, context)
    if going is None:
        return nothing_begun(action.survey, context)
    if not 0 <= action.language < len(going.form.languages):
        return course.again(going, context, T("survey.stale"))
    return course.step(going, Speak(going.form.languages[action.language]), context)


def _languages(going: Going) -> menu.Rows:
    current = going.draft.state.language
    buttons = [
        Button(
            Verbatim(_called(code, going), code),
            SpeakTongue(survey=going.survey.id, language=at),
            chosen=code == current,
        )
        for at, code in enumerate(going.form.languages)
    ]
    return menu.grid(buttons)


def _called(code: str, going: Going) -> str:
    """By its own name, else as the form calls it."""
    return native_name(code) if code in shipped() else going.form.names.get(code, code)


COMMANDS: Commands = {}
ACTIONS: Actions = {ChooseTongue: choosing, SpeakTongue: spoken}
