"""What is translated: messages of conversations with counsellors, and news."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.conversation import Conversation, planned
from bot.translating import Made, Words
from handlers import relaying
from handlers.relaying import Counter
from models import delivery, news_translating, thread, thread_message
from models.base import Session
from models.news_text import GERMAN, NewsText
from models.translations import Subject, Wish
from models.vault import Vault


@dataclass(frozen=True, slots=True)
class ThreadWords:
    """A message that was handed on as it is; what a machine makes of it comes after it."""

    conversation: Conversation

    def found(self, session: Session, wish: Wish) -> tuple[str, ...] | None:
        """Its text."""
        message = thread_message.find(session, self._vault, wish.ref)
        return (message.text,) if message and message.text else None

    def keep(self, session: Session, wish: Wish, made: Made, now: datetime) -> None:
        """With the message, and to whoever got that."""
        thread_message.translate(session, self._vault, wish.ref, made.words[0], wish.target)
        message = thread_message.find(session, self._vault, wish.ref)
        one = thread.find(session, message.thread_id) if message else None
        if message is None or one is None or not one.is_open:
            return
        told = relaying.translated(one, message, Counter(session, self.conversation.town))
        delivery.queue(session, [planned(each, now) for each in told], now)

    @property
    def _vault(self) -> Vault:
        return Vault(self.conversation.secret, self.conversation.rng)


class NewsWords:
    """The German version, into one that somebody has to read over."""

    def found(self, session: Session, wish: Wish) -> tuple[str, ...] | None:
        """Title, text and what the picture shows."""
        german = news_translating.source(session, wish.ref)
        return None if german is None else (german.title, german.body, german.alt)

    def keep(self, session: Session, wish: Wish, made: Made, now: datetime) -> None:
        """Named as made by a machine, of the German that it was made of."""
        of = NewsText(GERMAN, *_three(made.parts))
        text = NewsText(wish.target, *_three(made.words), machine=True, source_hash=of.hash)
        news_translating.keep(session, wish.ref, text, now)


def words_of(conversation: Conversation) -> Mapping[Subject, Words]:
    """By what they are words of."""
    return {Subject.THREAD: ThreadWords(conversation), Subject.NEWS: NewsWords()}


def _three(parts: tuple[str, ...]) -> tuple[str, str, str]:
    title, body, alt = parts
    return title, body, alt
