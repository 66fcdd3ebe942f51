"""Who delivers what is sent unasked, as the settings describe it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.background import Stop
from bot.channels.flood import Flood
from bot.channels.journey import Carrier
from bot.channels.web import WebChannel
from bot.channels.web_delivery import WebDelivery
from bot.clock import clock
from bot.conversation import Conversation
from bot.delivery import Deliverer
from bot.delivery_outcome import Options
from bot.settings import Settings
from models import mailbox
from models.store import Store
from models.turn import Left, Sender, Turn

OFFICIAL = "https://api.telegram.org"


def deliverer_of(conversation: Conversation, web: WebChannel) -> Deliverer:
    """Delivers to browsers; other channels are added."""
    channels = {web.name: WebDelivery(web.send)}
    options = Options(gone=partial(mark_gone, conversation))
    return Deliverer(conversation.store, channels, clock, Stop(), options)


async def mark_gone(conversation: Conversation, channel: str, address: str) -> None:
    """Who cannot be reached any more is treated as having left, also in a mailbox from which no
    link was ever followed.
    """
    now = clock()
    if channel == mailbox.CHANNEL:
        today = now.astimezone(conversation.timezone).date()
        await conversation.store.write(partial(mailbox.close, address=address, today=today))
    else:
        await conversation.converse(Turn(Sender(channel, address), Left(), now))


def bulk_of(
    settings: Settings, store: Store, stop: Stop, answered: Callable[[], float], flood: Flood
) -> Carrier:
    """Telegram's, which gives way to the answers that the other library sends (`answered`), and
    halts with them.
    """
    from bot.channels.pace import Pace
    from bot.channels.telegram_bulk import TelegramBulk  # python-telegram-bot takes 37 MB
    from bot.channels.telegram_bulk_pictures import StoredPictures

    token = settings.telegram_token.get_secret_value()
    pace = Pace(settings.telegram_rate, stop, answered, flood)
    pictures = StoredPictures(store, token.partition(":")[0])
    return TelegramBulk(token, settings.telegram_api_url or OFFICIAL, pace, pictures=pictures)
