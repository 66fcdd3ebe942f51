"""What somebody reads before a survey begins: what happens with the answers, and what does not."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.context import Context
from models import survey_version as versions
from models.survey import Survey, View
from models.text import Fixed, T, Text, Verbatim
from surveys.form import UNASKED, Form, QuestionType

SECONDS = 12
"""For a question, reading and answering."""
CONSENT = "2026-11"
"""The version of these texts; a survey may name one of its own."""
FINGERPRINT = "886b2456f072"
"""Of these texts in all languages (tests/locales/consent.py): the same whatever she reads them in,
so that it says nothing about her.
"""
SILENT = UNASKED | {QuestionType.NOTE}


def text(survey: Survey, called: Verbatim, context: Context) -> tuple[Text | Verbatim, ...]:
    """All of it, in her language."""
    return (called, *_about(survey, context), *_fair(survey, context))


def title(survey: Survey, context: Context) -> Verbatim:
    """Its name in her language, else in another one."""
    titles = survey.plan.title
    known = (language for language in (*context.chain, *titles) if titles.get(language))
    language = next(known, context.language)
    return Verbatim(titles.get(language) or survey.code, language)


def agreed(survey: Survey) -> str:
    """What is kept with an answer: to which text somebody said yes."""
    return f"{survey.plan.consent or CONSENT} {FINGERPRINT}"


def _about(survey: Survey, context: Context) -> Iterator[Text]:
    network = survey.plan.view is View.NETWORK
    town = context.town.name
    yield T("survey.why_network", town=town) if network else T("survey.why_migrants", town=town)
    yield T("survey.no_promise")
    version = versions.newest(context.session, survey.id)
    if version is not None:
        yield T("survey.takes", minutes=_minutes(version.form))
    if survey.plan.closes is not None:
        yield T("survey.until", day=survey.plan.closes)


def _fair(survey: Survey, context: Context) -> Iterator[Text]:
    yield T("survey.attributed") if survey.plan.attributed else T("survey.anonymous")
    if context.person.channel == "telegram":
        yield T("survey.telegram")
    if survey.plan.asks_contact:
        yield T("survey.may_wish")
    if survey.plan.files:
        yield T("survey.files")
    yield T("survey.free")
    yield T("survey.agreeing", version=Fixed(survey.plan.consent or CONSENT))


def _minutes(form: Form) -> int:
    asked = sum(question.type not in SILENT for question in form.questions())
    return max(1, round(asked * SECONDS / 60))
