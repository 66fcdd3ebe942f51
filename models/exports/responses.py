"""The responses to a survey as a dataset. Free words that nobody has released yet are not among
them: they lie in `free_text` until then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import from_json
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import organizations, response_file, survey_version
from models.response import RESPONSE
from surveys.exports.dataset import Dataset, Response

AT_ONCE = 500
COLUMNS = (
    *(RESPONSE.c.id, RESPONSE.c.version_id, RESPONSE.c.week, RESPONSE.c.language),
    *(RESPONSE.c.mode, RESPONSE.c.district, RESPONSE.c.organization_id, RESPONSE.c.consent),
    RESPONSE.c.answers,
)


@dataclass(frozen=True, slots=True)
class Stored:
    """All responses, read anew each time they are gone through, never all at once.

    They come by their random ids, so that the order says nothing. There may be a hundred thousand:
    rows are taken as tuples, and JSON is read with the same names and choices only once in memory.
    """

    session: Session
    survey: int
    versions: Mapping[int, str]
    organizations: Mapping[int, str]

    def __iter__(self) -> Iterator[Response]:
        mine = select(*COLUMNS).where(RESPONSE.c.survey_id == self.survey).order_by(RESPONSE.c.id)
        for row in self.session.execute(mine.execution_options(yield_per=AT_ONCE)):
            id, version, week, language, mode, district, organization, consent, answers = row
            named = self.organizations.get(organization, "")
            about = (week, language, mode, district, named)
            found = from_json(answers, cache_strings="all")
            both = (found["values"], found["rows"])
            yield Response(id, self.versions[version], *about, *both, consent)


@dataclass(frozen=True, slots=True)
class Released:
    """The files that somebody has looked over and released, one after another."""

    session: Session
    survey: int

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        return response_file.released(self.session, self.survey)


def dataset(session: Session, survey: int) -> Dataset | None:
    """All versions of the form and all responses; None where there is no form yet."""
    versions = survey_version.of(session, survey)
    if not versions:
        return None
    named = {version.number: version.form.version for version in versions}
    stored = Stored(session, survey, named, organizations.names(session))
    forms = tuple(version.form for version in versions)
    return Dataset(forms, stored, Released(session, survey))
