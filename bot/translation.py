"""Who translates, as the settings say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.conversation import Conversation
from bot.libre_translate import LibreTranslate
from bot.settings import Settings
from bot.translated_words import words_of
from bot.translating import Translating


def translating_of(
    settings: Settings, conversation: Conversation, clock: Callable[[], datetime]
) -> Translating:
    """A LibreTranslate server at the town's address."""
    key = settings.translator_key.get_secret_value()
    translator = LibreTranslate(settings.translator_url, key)
    return Translating(conversation.store, translator, words_of(conversation), clock)
