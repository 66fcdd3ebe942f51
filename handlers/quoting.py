"""What the town wrote that answers a question: lines of an offer, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import Context
from models.offer import Offer
from models.offer_quotes import said_in
from models.text import LanguageName, T, Text, Verbatim
from models.translation import GERMAN
from search.answer import Hit
from search.sentences.answering import answering_lines

NEAR = 0.9
"""Of the first hit's score: from so much on the second one is quoted, too."""
MOST = 3
SURE = 0.5
"""How likely it has to be that an offer's text answers at all."""

Said = tuple[Text | Verbatim, ...]


def quoted(question: str, hits: Sequence[Hit], context: Context) -> Said:
    """Of the first offer that was found, and of the second where it is nearly as good."""
    near = [hit for hit in hits[:2] if hit.score >= NEAR * hits[0].score]
    offers = (context.catalogue.offers[hit.key] for hit in near)
    return tuple(line for offer in offers for line in of_offer(question, offer, context))


def of_offer(question: str, offer: Offer, context: Context) -> Said:
    """What it is, and its lines: in her language where it says so there, else in German. Empty:
    none of them answers, or her card says it all.
    """
    for language in dict.fromkeys((context.language, GERMAN)):
        if lines := _lines(question, offer, language, context):
            said: Said = (_whose(offer, language, context), *lines)
            return () if _on_card(lines, offer, context) else said
    return ()


def _lines(question: str, offer: Offer, language: str, context: Context) -> list[Verbatim]:
    own = context.language
    known = context.catalogue.search.meanings(own) if language != own else None
    found = answering_lines(question, said_in(offer, language), language, known, MOST)
    if found.probability < SURE:
        return []
    title = offer.texts.get(language, {}).get("title", "")
    return [Verbatim(line, language) for line in found.lines if line != title]


def _on_card(lines: Sequence[Verbatim], offer: Offer, context: Context) -> bool:
    shown = [offer.words(name, context.chain) for name in ("title", "short_answer")]
    return all(any(x and line.text in x.text for x in shown) for line in lines)


def _whose(offer: Offer, language: str, context: Context) -> Text:
    title = offer.words("title", context.chain) or Verbatim(offer.source_id, GERMAN)
    if language == context.language:
        return T("quote.from", title=title)
    return T("quote.from_in", title=title, language=LanguageName(language))
