"""What a counsellor's browser has not fetched yet of a thread that its asker deleted."""

from __future__ import annotations

import re

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.inbox import OWED
from models.person import TABLE as PERSON
from models.thread import OFFER


def forget(session: Session, thread: int) -> None:
    """Messages with a button of that thread go, at everybody's who had it."""
    hers = (PERSON.c.channel == OWED.c.channel) & (PERSON.c.address == OWED.c.address)
    had = select(OFFER.c.account_id).where(OFFER.c.thread_id == thread)
    query = select(OWED.c.id, OWED.c.message).join_from(OWED, PERSON, hers)
    button = re.compile(rb'"th[a-z]*:%d[":]' % thread)
    found = session.execute(query.where(PERSON.c.account_id.in_(had)))
    ids = [row.id for row in found if button.search(row.message)]
    session.execute(delete(OWED).where(OWED.c.id.in_(ids)))
