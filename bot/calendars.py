"""The calendar feeds of this Lotse, put together for the web."""

from __future__ import annotations

from bot.clock import clock
from bot.conversation import Conversation
from bot.settings import Settings
from bot.words import words
from models.text import T
from web.calendar import Calendars


def calendars_of(settings: Settings, conversation: Conversation) -> Calendars:
    """The feeds of what the conversation's store knows."""
    town = conversation.town
    return Calendars(
        conversation.store,
        lambda id, language: words(T(id, town=town.name), language),
        town,
        settings.zone,
        clock,
    )
