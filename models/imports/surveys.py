"""Forms of surveys into the database: a new survey, or a new version of the one with that form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from models import audit, form_media
from models import survey as surveys
from models import survey_version as versions
from models.imports.survey_plan import Decided
from models.offers import fields_of_action
from models.roles import Deed
from models.secrets import code as random_code
from models.survey import CODE_LETTERS, ENTITY, Plan, Survey, SurveyState
from surveys.form import Form
from surveys.form_json import to_json
from surveys.media.checking import File


class FormIs(StrEnum):
    """What a form is to the survey that it belongs to."""

    NEW = "new"  # there is no such survey, or it is closed
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FORMER = "former"  # a version that was followed by another


@dataclass(frozen=True, slots=True)
class Change:
    """What an import does. `survey` is None for a new one; `plan` is None where it stays.

    `same_version`: the form is another but calls itself by the version that is asked now. `media`
    are the pictures and sounds that the form names, `same_media` when all of them are there.
    """

    form: Form
    form_is: FormIs
    survey: Survey | None
    plan: Plan | None
    code: str = ""
    same_version: bool = False
    media: Mapping[str, File] = field(default_factory=dict)
    same_media: bool = False

    @property
    def lets_in_files(self) -> bool:
        """Whether people are going to be asked for pictures, sound and files."""
        plan = self.plan or (self.survey.plan if self.survey else None)
        return plan is not None and plan.files

    @property
    def does_nothing(self) -> bool:
        """Everything is so already."""
        same = self.form_is is FormIs.UNCHANGED and self.same_media
        return same and self.plan is None


@dataclass(frozen=True, slots=True)
class Applied:
    """The survey's number and its public code."""

    id: int
    code: str


class CannotBe(Exception):
    """Something of a plan (`name`) that another survey has, or that can no longer change."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(name)
        self.name = name
        self.value = value


def plan(
    session: Session,
    form: Form,
    decided: Decided | None,
    media: Mapping[str, File] | None = None,
    **others: Any,
) -> Change:
    """What has to be done; `others` are values of a Plan that hold whatever else is decided. Raises
    CannotBe.
    """
    survey = _with_form(session, form.id)
    if others:
        made = decided or Decided(survey.plan if survey else Plan(form.title))
        decided = replace(made, plan=replace(made.plan, **others))
    if decided is not None:
        _refuse_other(session, decided, survey)
    if survey is None:
        made = decided or Decided(Plan(form.title))
        return Change(form, FormIs.NEW, None, made.plan, made.code, media=media or {})
    return _changed(session, form, decided, survey, media or {})


def _changed(
    session: Session,
    form: Form,
    decided: Decided | None,
    survey: Survey,
    media: Mapping[str, File],
) -> Change:
    known = versions.of(session, survey.id)
    form_is = _compared(form, [version.form for version in known])
    other = decided.plan if decided is not None and decided.plan != survey.plan else None
    same = form_is is FormIs.CHANGED and known[0].form.version == form.version
    shown = form_media.are_kept(session, known[0].number, media)
    return Change(form, form_is, survey, other, survey.code, same, media, shown)


def apply(session: Session, rng: Random, deed: Deed, change: Change) -> Applied:
    """Do it, in the caller's transaction."""
    code = change.code or random_code(rng, CODE_LETTERS).lower()
    if change.survey is None:
        made = change.plan or Plan(change.form.title)
        id = surveys.make(session, rng, deed, made, code)
    else:
        id = change.survey.id
        if change.plan is not None:
            surveys.change(session, deed, id, change.plan)
    if change.plan is not None and change.plan.files:
        audit.record(session, deed.at, deed.by, "survey.files_let_in", (ENTITY, id))
    version = versions.add(session, id, change.form, deed.at.date())
    form_media.keep(session, version, change.media)
    return Applied(id, code)


def unknown_fields(session: Session, form: Form) -> tuple[str, ...]:
    """Codes of fields of action that the town has not, in the form's order. A town without any
    list of them may use every code.
    """
    known = {field.code for field in fields_of_action(session)}
    asked = dict.fromkeys(x.field_of_action for x in form.questions() if x.field_of_action)
    return tuple(code for code in asked if code not in known) if known else ()


def _with_form(session: Session, form: str) -> Survey | None:
    """The newest survey that asks a form by its id, and is not closed."""
    for survey in surveys.in_state(session, SurveyState.OPEN, SurveyState.PLANNED):
        newest = versions.newest(session, survey.id)
        if newest is not None and newest.form.id == form:
            return survey
    return None


def _refuse_other(session: Session, decided: Decided, survey: Survey | None) -> None:
    """A code stands in links and on posters, and people were told whose names would be known and
    whether files are asked for.
    """
    code, wanted = decided.code, decided.plan
    if wanted.opens and wanted.closes and wanted.closes < wanted.opens:
        raise CannotBe("closes", wanted.closes.isoformat())
    taken = code and surveys.by_code(session, code) is not None
    if code and (taken if survey is None else code != survey.code):
        raise CannotBe("code", code)
    if survey is None or survey.state is SurveyState.PLANNED:
        return
    for name in ("view", "attributed", "files"):
        if getattr(wanted, name) != getattr(survey.plan, name):
            raise CannotBe(name, str(getattr(wanted, name)))


def _compared(form: Form, known: list[Form]) -> FormIs:
    """`known`: the newest first."""
    text = to_json(form)
    if text == to_json(known[0]):
        return FormIs.UNCHANGED
    former = any(text == to_json(each) for each in known[1:])
    return FormIs.FORMER if former else FormIs.CHANGED
