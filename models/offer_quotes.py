"""What an offer says in running text, and the lines of it that answer a question."""

from __future__ import annotations

from models.language import chain
from models.offer import Offer
from search.sentences.answering import answering_lines
from search.sentences.tokens import Translation
from search.splitting import split_sentences

QUOTED = ("short_answer", "description", "eligibility", "application", "documents", "cost")
MOST = 6


def said_in(offer: Offer, language: str) -> str:
    """Its title and its texts in one language, a sentence a line; "" where there are none."""
    texts = offer.texts.get(language, {})
    said = [x for name in QUOTED if texts.get(name) for x in split_sentences(texts[name])]
    return "\n".join((texts.get("title", ""), *said)) if said else ""


def quotes(
    offer: Offer, question: str, asked_in: str, translation: Translation | None = None
) -> tuple[str, ...]:
    """At most `MOST` of an offer's sentences that answer, in her language where it is translated.

    When none does, the short answer is quoted instead. `translation` tells what the question's
    words mean in German, and counts only where the offer is not in her language.
    """
    language = next((x for x in chain(asked_in) if said_in(offer, x)), "")
    texts = offer.texts.get(language, {})
    foreign = translation if language != asked_in else None
    found = answering_lines(question, said_in(offer, language), language, foreign, MOST)
    telling = tuple(line for line in found.lines if line != texts.get("title"))
    return telling or tuple(split_sentences(texts.get("short_answer", "")))
