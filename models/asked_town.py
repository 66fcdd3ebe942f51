"""The town's offers asked from its search index, with none of them in memory but what is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from models import offers as stored
from models.answering import Answering
from models.offer import Offer
from search.answer import Answer
from search.catalogue import Catalogue

_KEPT = 1000  # offers, so that many questions read the common ones once


@dataclass(slots=True)
class AskedTown:
    """What stands on a day, by an index that holds it."""

    session: Session
    search: Catalogue
    day: date
    _known: dict[int, Offer] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, answering: Answering, today: date) -> AskedTown:
        """The offers that stand on `today`; the index is brought there first."""
        answering.follow(session, today)
        return cls(session, answering.catalogue(session), today)

    def ask(self, text: str, language: str, limit: int) -> Answer:
        """The best offers for a question, among all."""
        return self.search.ask(text, language, None, limit)

    def offers(self, ids: Iterable[int]) -> Mapping[int, Offer]:
        """Those of the offers that still stand."""
        wanted = list(ids)
        missing = [id for id in wanted if id not in self._known]
        if len(self._known) > _KEPT:
            self._known.clear()
            missing = wanted
        self._known.update((x.id, x) for x in stored.some(self.session, missing, self.day))
        return {id: self._known[id] for id in wanted if id in self._known}
