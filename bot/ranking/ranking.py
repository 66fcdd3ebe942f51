"""Asks a model for its order before a question is answered, and never waits for it long."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.background import Stop
from bot.trouble import report
from models.catalogue import Catalogue
from models.offer import Offer
from models.ranker import Candidate, NotRanked, Ranker, Why
from models.translation import GERMAN
from search.reranking import FIRST

log = logging.getLogger(__name__)
LOOK_S = 5.0
LONGEST = 1000
FIELDS = ("title", "short_answer", "description")


@dataclass(slots=True)
class Ranking:
    """One a process. `patience` is the seconds that a question waits for the model, `offers` are
    those that the town has now.
    """

    ranker: Ranker
    patience: float
    offers: Callable[[], Mapping[int, Offer]]
    counters: Counter[str] = field(default_factory=Counter)
    stopping: Stop = field(default_factory=Stop)
    _learned: Mapping[int, Offer] | None = None

    async def order(self, question: str, language: str, catalogue: Catalogue) -> tuple[int, ...]:
        """The model's order of offers, best first; () when there is none in time."""
        found = await asyncio.to_thread(catalogue.search.ask, question, language, None, FIRST)
        if not found.hits:
            return ()
        offers = [catalogue.offers[hit.key] for hit in found.hits]
        try:
            async with asyncio.timeout(self.patience):
                order = await self.ranker.ranked(question, _candidates(offers))
        except TimeoutError:
            return self._without(Why.LATE)
        except NotRanked as none:
            return self._without(none.why)
        except Exception as error:  # noqa: BLE001  whatever it is, she gets her answer
            report(log, "a ranker failed", error)
            return self._without(Why.WRONG)
        self.counters["rankings_made_total"] += bool(order)
        return tuple(key for key in order if key in catalogue.offers)

    async def run(self) -> None:
        """Let the model know the offers, until asked to stop."""
        while not self.stopping.asked:
            await self.learn()
            await self.stopping.sleep(LOOK_S)
        await self.ranker.close()

    async def learn(self) -> None:
        """Let the model know the offers, if they changed."""
        offers = self.offers()
        if offers is self._learned:
            return
        try:
            await self.ranker.learn(_candidates(list(offers.values())))
        except NotRanked as none:
            self._without(none.why)
        else:
            self._learned = offers

    def stop(self) -> None:
        """Take up nothing new."""
        self.stopping.ask()

    def counted(self) -> Mapping[str, float]:
        """Figures for /metrics."""
        return dict(self.counters)

    def _without(self, why: Why) -> tuple[int, ...]:
        self.counters[f"rankings_{why}_total"] += 1
        return ()


def _candidates(offers: Sequence[Offer]) -> list[Candidate]:
    return [Candidate(offer.id, _text(offer)) for offer in offers]


def _text(offer: Offer) -> str:
    german = offer.texts.get(GERMAN, {})
    return "\n".join(german[name] for name in FIELDS if german.get(name))[:LONGEST]
