"""A survey that shows pictures and asks for them."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

from sqlalchemy import select

from models import form_media, survey, survey_course, survey_version
from models.base import Session
from models.draft import DRAFT
from models.draft_file import DRAFT_FILE
from models.survey import Plan
from models.vault import Vault
from surveys.form import Form
from surveys.xlsform.reading import Reading, read
from tests import media
from tests.people import BY_THE_TOWN
from tests.surveying import TODAY

FORM = Path(__file__).with_name("picture_survey.md")
FILES: Mapping[str, bytes] = {
    "town.jpg": media.photo(),
    "town.ogg": media.voice(),
    "park.png": media.drawing("green"),
    "market.png": media.drawing("red"),
}


def reading(files: Mapping[str, bytes] = FILES) -> Reading:
    """The form, with these files beside it."""
    return read(FORM.read_bytes(), FORM.name, files.get)


def form() -> Form:
    """The form alone."""
    found = reading()
    assert found.form is not None, found.problems
    return found.form


def opened(session: Session, *, files: bool = True, named: str = "orte23") -> int:
    """A survey that can be answered, with files where they are let in."""
    plan = Plan({"de": "Orte"}, files=files)
    made = survey.make(session, Random(1), BY_THE_TOWN, plan, named)
    version = survey_version.add(session, made, form(), TODAY)
    form_media.keep(session, version, reading().media)
    survey_course.open_now(session, BY_THE_TOWN, made)
    return made


def unfinished(session: Session) -> list[bytes]:
    """The files of all drafts, opened, as the conversation of tests seals them."""
    vault = Vault("", Random(1))
    query = select(DRAFT_FILE.c.sealed, DRAFT.c.survey_id).join(DRAFT)
    return [vault.open(session, row.survey_id, row.sealed) for row in session.execute(query)]
