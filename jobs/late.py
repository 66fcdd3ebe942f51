"""What could not leave in its reader's hours waits for the next ones.

Reminders themselves are decided anew instead (`jobs.reminder_queue`).
"""

from __future__ import annotations

from datetime import datetime

from jobs.surroundings import Surroundings
from models import late_messages
from models.base import Session


def put_off(session: Session, now: datetime, around: Surroundings) -> None:
    """Each to its reader's next hours; what has no reader any more is given up."""
    for message in late_messages.waiting(session, now):
        reader = late_messages.reader_of(session, message)
        if reader is None:
            late_messages.give_up(session, message, now)
        else:
            slot = around.slot(reader, now)
            late_messages.put_off(session, message, slot.begin, slot.end)
