"""Answers on paper become responses: in the same way as those that come by chat, through the mix,
with free words waiting to be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import organizations, submission, survey_key, survey_version
from models.mixing import Mixer
from models.participation import Who, answered
from models.response import RESPONSE, Content
from models.submission import Submitting
from models.survey import Survey
from models.survey_version import Version
from surveys.anonymous import Sieve
from surveys.answers import Answers
from surveys.exports.dataset import Response

MODE = CHANNEL = "paper"
"""A sheet of paper takes part by its own number, so that it is never counted twice."""


@dataclass(frozen=True, slots=True)
class Report:
    """How many responses are new, and how many were there already."""

    new: int
    known: int


def strange_organizations(
    session: Session, survey: Survey, responses: Sequence[Response]
) -> Iterator[int]:
    """Places in `responses` of those that name an organization which nobody knows, or any where the
    survey names none.
    """
    for place, one in enumerate(responses):
        if one.organization and _organization(session, survey, one) is None:
            yield place


def report(session: Session, survey: Survey, responses: Sequence[Response], mixer: Mixer) -> Report:
    """What `take` would do. Raises KeyDestroyed when the survey is closed."""
    key = survey_key.key_of(session, survey.id, mixer.secret)
    new = [one for one in responses if not _is_known(session, key, one)]
    return Report(len(new), len(responses) - len(new))


def take(session: Session, survey: Survey, responses: Sequence[Response], mixer: Mixer) -> Report:
    """Take in what is new, in random order. Raises KeyDestroyed when the survey is closed.

    Known is what was exported from here, and what came with the same `_id` before. What has no
    `_id` is always new.
    """
    key = survey_key.key_of(session, survey.id, mixer.secret)
    versions = {version.form.version: version for version in _oldest_first(session, survey.id)}
    new = [one for one in responses if not _is_known(session, key, one)]
    for one in mixer.rng.sample(new, len(new)):
        content = _content(session, survey, one, versions[one.version])
        who = _sheet(one) if one.id else None
        submission.submit(session, key, mixer.rng, Submitting(survey.id, content, who))
    return Report(len(new), len(responses) - len(new))


def _oldest_first(session: Session, survey: int) -> list[Version]:
    """So that of two versions of one name the newer one counts."""
    return survey_version.of(session, survey)[::-1]


def _is_known(session: Session, key: bytes, one: Response) -> bool:
    if not one.id:
        return False
    stored = session.scalar(select(RESPONSE.c.id).where(RESPONSE.c.id == one.id))
    return stored is not None or answered(session, key, _sheet(one))


def _sheet(one: Response) -> Who:
    return Who(0, CHANNEL, one.id)


def _content(session: Session, survey: Survey, one: Response, version: Version) -> Content:
    kept = Sieve(version.form).kept(Answers(one.values, one.rows))
    return Content(
        version.number,
        one.language or version.form.default_language,
        MODE,
        one.district,
        _organization(session, survey, one),
        kept.values,
        kept.rows,
        {**kept.texts, **kept.files},  # names on paper, to be read like all that is written there
        one.consent[:64],
    )


def _organization(session: Session, survey: Survey, one: Response) -> int | None:
    if not (one.organization and survey.plan.attributed):
        return None
    return organizations.with_name(session, one.organization)
