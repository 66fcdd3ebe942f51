"""The catalogue with the topics and emergencies of the locales."""

from __future__ import annotations

from datetime import date
from functools import cache

from models.base import Session
from models.catalogue import Catalogue, build
from models.lexicon import load_emergencies, load_topics
from search.document import Topic
from search.emergency import EmergencyDetector


def catalogue_on(session: Session, today: date, earlier: Catalogue | None = None) -> Catalogue:
    """The catalogue of the offers that stand on `today`; sooner made from an `earlier` one."""
    topics, emergencies = _vocabulary()
    return build(session, topics, emergencies, today, earlier)


@cache
def _vocabulary() -> tuple[dict[str, Topic], EmergencyDetector]:
    topics = {topic.code: topic for topic in load_topics()}
    return topics, EmergencyDetector(load_emergencies())
