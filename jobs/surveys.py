"""Opens and closes surveys, mixes what was submitted, and writes to those who were invited.

Nobody is reminded by name: whoever was invited hears the same, whether she answered or not.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from jobs import survey_messages
from jobs.surroundings import Surroundings
from models import (
    contribution,
    draft,
    mixing,
    survey_course,
    survey_invitation,
    survey_names,
    survey_version,
)
from models.base import Session
from models.mixing import Mixer
from models.roles import Deed
from models.survey import Survey, SurveyState, in_state
from models.survey_counts import is_full
from models.survey_key import key_of

TO_FINISH = timedelta(days=1)
"""So long somebody who is in the middle of a survey may go on when enough have answered."""


def run(session: Session, now: datetime, around: Surroundings) -> int:
    """What has come by `now`, wall time of the town. How many rows it touched."""
    mixer = Mixer(around.secret, around.rng, now.date(), survey_names.known(session))
    done = contribution.mix(session, around.rng)
    for survey in in_state(session, SurveyState.PLANNED):
        done += _open(session, now, survey, around)
    for survey in in_state(session, SurveyState.OPEN):
        if _is_over(session, survey, now.date()):
            done += survey_course.close(session, Deed(now), survey.id, mixer)
        else:
            key = key_of(session, survey.id, around.secret)
            done += mixing.mix(session, survey.id, key, mixer)
            done += survey_messages.send(session, survey, now, around)
    return done


def _open(session: Session, now: datetime, survey: Survey, around: Surroundings) -> bool:
    """On its first day, if there is a form to ask; all are invited where somebody wanted that."""
    first = survey.plan.opens
    has_come = first is not None and first <= now.date()
    if not has_come or not survey_version.is_asked(session, survey.id):
        return False
    begun = survey_course.open_now(session, Deed(now), survey.id)
    if begun and survey.plan.invites:
        survey_invitation.invite(session, survey, around.channels)
    return begun


def _is_over(session: Session, survey: Survey, today: date) -> bool:
    """After its last day, or when enough have answered and nobody is in the middle of it."""
    last = survey.plan.closes
    if last is not None and last < today:
        return True
    since = today - TO_FINISH
    return is_full(session, survey) and not draft.is_answered_now(session, survey.id, since)
