"""A survey to be answered in tests: every way to answer, in German and Arabic."""

from datetime import date
from pathlib import Path
from random import Random

from models import survey, survey_course, survey_version
from models.base import Session
from models.roles import Deed
from models.survey import Plan
from surveys.form import Form
from surveys.xlsform.reading import read
from tests.people import BY_THE_TOWN

FORM = Path(__file__).with_name("survey.md")
CONTROLS = Path(__file__).with_name("controls.md")
"""Questions that the web chat draws form controls for, a page of them among them."""
TITLE = {"de": "Was brauchen Sie?", "ar": "ماذا تحتاج؟"}
TODAY = date(2026, 11, 23)


def form(file: Path = FORM) -> Form:
    """Read from Markdown, as XLSForm allows."""
    found = read(file.read_bytes(), file.name)
    assert found.form is not None, found.problems
    return found.form


def opened(session: Session, named: str = "bedarf23", plan: Plan | None = None) -> int:
    """A survey that can be answered, under this public code."""
    made = planned(session, named, plan)
    survey_course.open_now(session, BY_THE_TOWN, made)
    return made


def opened_with_controls(session: Session, named: str = "bedarf24") -> int:
    """The same of the other form."""
    return opened_with(session, CONTROLS.read_bytes(), named)


def opened_with(session: Session, markdown: bytes, named: str) -> int:
    """The same of a form in Markdown tables."""
    found = read(markdown, "form.md")
    assert found.form is not None, found.problems
    made = survey.make(session, Random(2), BY_THE_TOWN, Plan(TITLE), named)
    survey_version.add(session, made, found.form, TODAY)
    survey_course.open_now(session, BY_THE_TOWN, made)
    return made


def planned(session: Session, named: str = "bedarf23", plan: Plan | None = None) -> int:
    """One that has not begun."""
    deed: Deed = BY_THE_TOWN
    made = survey.make(session, Random(1), deed, plan or Plan(TITLE), named)
    survey_version.add(session, made, form(), TODAY)
    return made
