"""What words may mean that Lotse does not know: from how people go on. A person decides on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from handlers import remembering
from handlers.context import Context
from models import candidate_terms, held_words
from models.candidate_terms import Meant, Sign, Someone
from models.dialogue_shown import Shown
from search.reading import Reading
from search.unfamiliar import unfamiliar

AGAIN = timedelta(minutes=10)
"""Within which another question is likely the same one in other words."""
SURE = 0.3
"""From which strength on a concept is told of."""
MOST = 2


class Unknown(NamedTuple):
    """Words that Lotse did not know, and the language they are likely in."""

    language: str
    words: tuple[str, ...]


def unknown(text: str, reading: Reading, context: Context) -> str:
    """What Lotse did not know of a question, sealed; "" where it knew all, or is not to learn."""
    words = unfamiliar(text, reading) if context.town.learns_terms else ()
    if not words:
        return ""
    return held_words.hide(context.vault, "\n".join((reading.languages[0], *words)))


def chose(topic: str, context: Context) -> None:
    """She chose a topic after a question that Lotse did not understand."""
    shown = remembering.recalled(context)
    if shown and not shown.sure:
        _note(_unknown(shown, context), (topic,), Sign.CLICKED, context)


def unhelpful(offer: int, context: Context) -> None:
    """She said that the answer that began with this offer did not help."""
    shown = remembering.recalled(context)
    if shown and shown.sure and offer in shown.offers and offer in context.catalogue.offers:
        topics = context.catalogue.topics_of(offer)[:1]
        _note(_unknown(shown, context), topics, Sign.UNHELPFUL, context)


def rephrased(reading: Reading, context: Context) -> None:
    """This question was answered; was it the one before, in words that Lotse knows?"""
    shown = remembering.recalled(context)
    if shown is None or shown.sure or not _is_just_now(shown, context):
        return
    before = _unknown(shown, context)
    left = tuple(x for x in before.words if not set(x.split()).intersection(reading.words))
    told = sorted(reading.concepts, key=lambda code: -reading.concepts[code])[:MOST]
    meant = [code for code in told if reading.concepts[code] >= SURE]
    _note(before._replace(words=left), meant, Sign.REPHRASED, context)


def _unknown(shown: Shown, context: Context) -> Unknown:
    language, *words = held_words.find(context.vault, shown.unknown).split("\n")
    return Unknown(language, tuple(words))


def _is_just_now(shown: Shown, context: Context) -> bool:
    return context.now.timestamp() - shown.at < AGAIN.total_seconds()


def _note(said: Unknown, concepts: Iterable[str], sign: Sign, context: Context) -> None:
    if not context.town.learns_terms:
        return
    someone = Someone(context.person.id, context.today, context.secret)
    for concept in concepts:
        for word in said.words:
            meant = Meant(word, said.language, concept, sign)
            candidate_terms.note(context.session, meant, someone)
