"""What happens to a survey as a whole: it opens, it closes, and its key is destroyed."""

from __future__ import annotations

import logging
from datetime import date

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from models import (
    audit,
    draft,
    free_text,
    mixing,
    participation,
    response,
    response_file,
    submission,
    survey_invitation,
    survey_key,
)
from models.base import rows
from models.mixing import Mixer
from models.roles import Deed
from models.sealing import tag
from models.secrets import LETTERS
from models.survey import ENTITY, SURVEY, SurveyState
from models.survey_key import KeyDestroyed

log = logging.getLogger(__name__)


def open_now(session: Session, deed: Deed, survey: int) -> bool:
    """People may begin. False: it is open, or closed for good."""
    planned = (SURVEY.c.id == survey) & (SURVEY.c.state == SurveyState.PLANNED)
    values = {"state": SurveyState.OPEN}
    if not rows(session.execute(update(SURVEY).where(planned).values(**values))):
        return False
    audit.record(session, deed.at, deed.by, "survey.opened", (ENTITY, survey))
    return True


def reminded(session: Session, survey: int, days: int) -> None:
    """All who were invited have been reminded so many days before the last one."""
    session.execute(update(SURVEY).where(SURVEY.c.id == survey).values(reminded=days))


def close(session: Session, deed: Deed, survey: int, mixer: Mixer) -> bool:
    """Nobody can answer, resume or erase any more, and nobody can find out who took part.

    What waits is mixed, unfinished interviews and the hashes of codes go, then the key. False: it
    was closed already.
    """
    try:
        key = survey_key.key_of(session, survey, mixer.secret)
    except KeyDestroyed:
        return False
    mixing.mix(session, survey, key, mixer, last=True)
    participation.shuffle(session, survey, mixer.rng, most=10**9)
    if lost := submission.number(session, survey):
        log.error("sealed under another secret", extra={"submissions": lost})
    submission.forget(session, survey)
    draft.forget_of(session, survey)
    survey_invitation.forget_of(session, survey)
    response.forget_codes(session, survey)
    return survey_key.destroy(session, deed, survey, mixer.today)


def forget_old(session: Session, closed_before: date) -> int:
    """Enforce the period, with all that belongs to them. How many went."""
    return rows(session.execute(delete(SURVEY).where(SURVEY.c.closed_on < closed_before)))


def erase(session: Session, survey: int, key: bytes, typed: str) -> bool:
    """The response behind a code goes, with its free words and files. False: there is none. Raises
    KeyDestroyed when the survey closed meanwhile.
    """
    survey_key.hold(session, survey)  # else it might just be written anew, and be missed
    code = "".join(letter for letter in typed.upper() if letter in LETTERS)
    return submission.erase(session, survey, key, code) or _erase_mixed(session, survey, key, code)


def _erase_mixed(session: Session, survey: int, key: bytes, code: str) -> bool:
    gone = response.erase(session, survey, tag(key, submission.MIXED, code))
    if gone is not None:
        free_text.erase(session, gone)
        response_file.erase(session, gone)
    return gone is not None
