"""How surely something is found: for answers, and for words that may be a question."""

from __future__ import annotations

from handlers.context import Context
from search.answer import Answer, Zone
from search.reading import Kind


def zone_of(answer: Answer, context: Context) -> Zone:
    """The zone of an answer. A question about what was shown names nothing that could be found."""
    if not answer.found:
        return Zone.LOW
    zone = context.town.thresholds.zone(answer.probability)
    vague = zone is Zone.HIGH and answer.reading.kind is Kind.FOLLOW_UP
    return Zone.MIDDLE if vague else zone


def finds(text: str, context: Context) -> bool:
    """Whether words are a question that some offer surely answers, whatever she filters by."""
    answer = context.catalogue.search.ask(text, context.language, None, 1)
    return zone_of(answer, context) is Zone.HIGH
