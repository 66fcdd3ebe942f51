"""The responses to a survey as a dataset. Free words that nobody has released yet are not among
them: they lie in `free_text` until then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models import organizations, response, survey_version
from surveys.exports.dataset import Dataset, Response


@dataclass(frozen=True, slots=True)
class Stored:
    """All responses, read anew each time they are gone through, never all at once."""

    session: Session
    survey: int
    versions: Mapping[int, str]
    organizations: Mapping[int, str]

    def __iter__(self) -> Iterator[Response]:
        for row in response.read(self.session, self.survey):
            yield Response(
                row["id"],
                self.versions[row["version_id"]],
                row["week"],
                row["language"],
                row["mode"],
                row["district"],
                self.organizations.get(row["organization_id"], ""),
                row["values"],
                row["rows"],
            )


def dataset(session: Session, survey: int) -> Dataset | None:
    """All versions of the form and all responses; None where there is no form yet."""
    versions = survey_version.of(session, survey)
    if not versions:
        return None
    named = {version.number: version.form.version for version in versions}
    stored = Stored(session, survey, named, organizations.names(session))
    return Dataset(tuple(version.form for version in versions), stored)
