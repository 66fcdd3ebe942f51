"""Submitted: thanks, and once the code that erases it. /withdraw takes that code."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import dialogues, menu, wishing
from handlers.context import Context
from handlers.features import Actions, Commands, Dialogues
from handlers.survey_modes import BY_STAFF, closing, who_of
from models import draft_file, survey_course, survey_key
from models import person as people
from models import survey as surveys
from models.dialogue import Withdrawing
from models.draft import Draft
from models.response import Content
from models.submission import CODE_LETTERS, Submitting, submit
from models.survey import Survey, SurveyState
from models.survey_key import KeyDestroyed
from models.text import Fixed, T, Text
from models.turn import Reply
from surveys.anonymous import Sieve
from surveys.form import Form
from surveys.interview.vocabulary import Ended

IN_PARTS = 4
DISTRICT = frozenset({"district", "stadtteil", "ortsteil", "sozialraum"})
"""Names of the question where somebody lives."""


def ended(survey: Survey, draft: Draft, form: Form, outcome: Ended, context: Context) -> Reply:
    """Her answers go where nobody knows whose they are; her draft goes away."""
    key = survey_key.key_of(context.session, survey.id, context.secret)
    content = _content(survey, draft, form, outcome, context)
    meant = Sieve(form).kept(outcome.answers).files
    files = draft_file.meant(context.session, context.vault, draft, meant)
    finished = Submitting(survey.id, content, who_of(draft.mode, context), draft.id, files)
    code = submit(context.session, key, context.rng, finished)
    people.be_in(context.session, context.person, None)
    rows = (*closing(survey, draft.mode), (menu.button("surveys"),))
    if code is None:
        return Reply(text=(T("survey.twice"),), buttons=rows)
    rows = (*wishing.offered(survey, draft.mode, context), *rows)
    language = draft.state.language if draft.state.language in context.town.languages else ""
    return Reply(
        text=(T("survey.thanks"), *_code(code, draft.mode)), buttons=rows, language=language
    )


def _code(code: str, mode: str) -> tuple[Text, ...]:
    """Staff passes it on to the person who answered."""
    parts = "-".join(code[at : at + IN_PARTS] for at in range(0, len(code), IN_PARTS))
    told = T("survey.code", code=Fixed(parts))
    passed = (T("survey.pass_code"),) if mode in BY_STAFF else ()
    return (told, *passed, T("survey.code_how"))


def _content(survey: Survey, draft: Draft, form: Form, outcome: Ended, context: Context) -> Content:
    kept = Sieve(form).kept(outcome.answers)
    hers = context.account.organization_id if context.account else None
    mine = draft.mode not in BY_STAFF
    return Content(
        version=draft.version,
        language=draft.state.language,
        mode=draft.mode,
        district=_district(form, kept.values),
        organization=hers if survey.plan.attributed and mine else None,
        values=kept.values,
        rows=kept.rows,
        texts=kept.texts,
        consent=draft.consent,
    )


def _district(form: Form, values: Mapping[str, str]) -> str:
    """As she answered, where the form asks. Never the one she filters offers by: that is stored
    with her, and would say who she is.
    """
    asked = (one.path for one in form.questions() if one.name.lower() in DISTRICT)
    return next((values[path] for path in asked if path in values), "")[:80]


def withdraw(argument: str, context: Context) -> Reply:
    """/withdraw, also with the code as its argument."""
    if argument.strip():
        return _withdrawn(argument, context)
    people.be_in(context.session, context.person, Withdrawing())
    return dialogues.asking(T("withdraw.ask"))


def code_typed(text: str, context: Context) -> Reply:
    """The code, or something else."""
    if dialogues.is_question(text, context):
        return dialogues.aside(text, context, T("withdraw.ask"))
    return _withdrawn(text, context)


def _withdrawn(code: str, context: Context) -> Reply:
    rows = ((menu.button("surveys"),),)
    if len(code) <= CODE_LETTERS * 3 and any(_erased(one, code, context) for one in _open(context)):
        people.be_in(context.session, context.person, None)
        return Reply(text=(T("withdraw.done"),), buttons=rows)
    people.be_in(context.session, context.person, Withdrawing())
    return dialogues.asking(T("withdraw.unknown"))


def _open(context: Context) -> list[Survey]:
    return surveys.in_state(context.session, SurveyState.OPEN)


def _erased(survey: Survey, code: str, context: Context) -> bool:
    try:
        key = survey_key.key_of(context.session, survey.id, context.secret)
        return survey_course.erase(context.session, survey.id, key, code)
    except KeyDestroyed:
        return False


COMMANDS: Commands = {"withdraw": withdraw, "widerrufen": withdraw}
ACTIONS: Actions = {}
DIALOGUES: Dialogues = {Withdrawing: code_typed}
