"""Takes away what in a person's row would tell that she took part in something.

A job of its own, because its commits say of people when they were active: they are not to be those
in which responses are written.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from models import forgetting
from models.base import Session

PRESSED = timedelta(minutes=1)
CLOSED = timedelta(days=2)


def run(session: Session, now: datetime) -> int:
    """What is over at `now`, wall time of the town. How many rows it touched."""
    done = forgetting.forget_presses(session, now - PRESSED)
    return done + forgetting.forget_closed(session, now.date() - CLOSED)
