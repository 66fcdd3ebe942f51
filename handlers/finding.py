"""How surely something is found: for answers, and for words that may be a question."""

from __future__ import annotations

from handlers.context import Context
from search.answer import Answer, Zone
from search.reading import Kind

TOLD = 0.5
"""How strongly a question has to tell of a topic or a need, where it may be something else."""


def zone_of(answer: Answer, context: Context) -> Zone:
    """The zone of an answer. A question about what was shown names nothing that could be found."""
    if not answer.found:
        return Zone.LOW
    zone = context.town.thresholds.zone(answer.probability)
    vague = zone is Zone.HIGH and answer.reading.kind is Kind.FOLLOW_UP
    return Zone.MIDDLE if vague else zone


def finds(text: str, context: Context) -> bool:
    """Whether words are a question that some offer surely answers, whatever she filters by.

    One that names what she needs: words that are awaited elsewhere share one with many a text.
    """
    answer = context.catalogue.search.ask(text, context.language, None, 1)
    told = max(answer.reading.concepts.values(), default=0.0)
    return told >= TOLD and zone_of(answer, context) is Zone.HIGH
