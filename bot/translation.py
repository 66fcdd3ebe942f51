"""Who translates, as the settings say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from bot.chat_translator import ChatTranslator
from bot.libre_translate import LibreTranslate
from bot.outside_asking import PATIENCE_S
from bot.settings import Settings
from models.translator import Translator

if TYPE_CHECKING:
    from bot.conversation import Conversation
    from bot.translating import Translating


def translator_of(settings: Settings, patience: float = PATIENCE_S) -> Translator:
    """A machine at the town's address; `patience` is for one text, in seconds."""
    url, key = settings.translator_url, settings.translator_key.get_secret_value()
    if settings.translator_kind == "openai":
        return ChatTranslator(url, settings.translator_model, key, patience)
    return LibreTranslate(url, key, patience)


def translating_of(
    settings: Settings, conversation: Conversation, clock: Callable[[], datetime]
) -> Translating:
    """It at work beside the conversation."""
    from bot.translated_words import words_of  # all that is said, which an import does not need
    from bot.translating import Translating

    subjects = words_of(conversation)
    return Translating(conversation.store, translator_of(settings), subjects, clock)
