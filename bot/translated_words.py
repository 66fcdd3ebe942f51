"""What is translated: messages of conversations with counsellors, and news."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.conversation import Conversation, planned
from bot.translating import Made, Words
from handlers import relaying
from handlers.relaying import Counter
from models import delivery, news, news_changes, news_text, thread, thread_message
from models.base import Session
from models.news_changes import NewsChanged
from models.news_text import GERMAN, NewsText
from models.roles import Deed
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
        german = news_text.of(session, wish.ref).get(GERMAN)
        return None if german is None else (german.title, german.body, german.alt)

    def keep(self, session: Session, wish: Wish, made: Made, now: datetime) -> None:
        """Named as made by a machine; never in place of what a person wrote meanwhile."""
        one, texts = news.find(session, wish.ref), news_text.of(session, wish.ref)
        before = texts.get(wish.target)
        if one is None or GERMAN not in texts or (before is not None and not before.machine):
            return
        title, body, alt = made.words
        source = _german(made).hash
        text = NewsText(wish.target, title, body, alt, machine=True, source_hash=source)
        with contextlib.suppress(NewsChanged, ValueError):  # sent by now, or too long for a message
            news_changes.write(session, Deed(now), one, text)


def _german(made: Made) -> NewsText:
    title, body, alt = made.parts
    return NewsText(GERMAN, title, body, alt)


def words_of(conversation: Conversation) -> Mapping[Subject, Words]:
    """By what they are words of."""
    return {Subject.THREAD: ThreadWords(conversation), Subject.NEWS: NewsWords()}
