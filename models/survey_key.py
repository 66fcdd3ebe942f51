"""The key of a survey: made of its own random salt and of the installation's secret.

The salt is in the database, the secret beside it: neither alone makes the key. When the survey
closes, the salt is destroyed, and nobody can make it again.
"""

from __future__ import annotations

import hmac
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import audit
from models.base import rows
from models.roles import Deed
from models.survey import ENTITY, SURVEY, SurveyState

DESTROYED = "survey.key_destroyed"
"""The action in `audit` that proves it."""


class KeyDestroyed(LookupError):
    """The survey is closed: who took part can be found out by nobody."""


def key_of(session: Session, survey: int, secret: str) -> bytes:
    """32 bytes. Raises KeyDestroyed."""
    salt = session.scalar(select(SURVEY.c.salt).where(SURVEY.c.id == survey))
    if salt is None:
        raise KeyDestroyed
    return hmac.digest(secret.encode(), b"survey\0" + salt, "sha256")


def hold(session: Session, survey: int) -> None:
    """Of several processes only this one writes to the survey until its transaction ends. Raises
    KeyDestroyed when another one closed it meanwhile.
    """
    locked = select(SURVEY.c.salt).where(SURVEY.c.id == survey).with_for_update()
    if session.scalar(locked) is None:
        raise KeyDestroyed


def destroy(session: Session, deed: Deed, survey: int, today: date) -> bool:
    """Overwrite the salt, and say so in `audit`. False: it was gone already."""
    there = (SURVEY.c.id == survey) & SURVEY.c.salt.is_not(None)
    gone = {"salt": None, "state": SurveyState.CLOSED, "closed_on": today}
    if not rows(session.execute(update(SURVEY).where(there).values(**gone))):
        return False
    audit.record(session, deed.at, deed.by, DESTROYED, (ENTITY, survey))
    return True
