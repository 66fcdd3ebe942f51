"""Which offers are written, and what their terms are called."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import offers as stored
from models.exports.hsds.naming import Words
from models.exports.hsds.writing import Catalog
from models.hsds_profile import TOPICS
from models.lexicon import load_topics
from models.offer_reading import read
from models.service import ServiceRow
from models.translation import GERMAN


def sources(session: Session) -> dict[str, int]:
    """How many offers each source has, also those that are no longer shown."""
    query = select(ServiceRow.source, func.count()).group_by(ServiceRow.source)
    return dict(session.execute(query.order_by(ServiceRow.source)).tuples().all())


def catalog(session: Session, source: str) -> Catalog:
    """All offers of a source, also those that are no longer shown, and the fields of action."""
    offers = read(session, ServiceRow.source == source)
    names = {(TOPICS, x.code): x.names[GERMAN] for x in load_topics() if GERMAN in x.names}
    return Catalog(source, offers, stored.fields_of_action(session), Words(names))
