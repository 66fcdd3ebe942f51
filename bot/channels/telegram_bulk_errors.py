"""What python-telegram-bot's errors mean for a row."""

from __future__ import annotations

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels import DeliveryError, Gone, Moved, Unsure
from bot.channels.telegram_bulk_limiter import seconds
from bot.channels.telegram_bulk_request import NoAnswer

NOT_OURS_S = 60.0
PREFIXES = ("forbidden: ", "bad request: ")

# The words are the official server's (https://github.com/tdlib/telegram-bot-api, Client.cpp).
# The library takes "Bad Request: " away and writes what follows with a capital.
WORDS = {
    "bot was blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "chat not found": "chat not found",
    "user not found": "chat not found",
    "peer_id_invalid": "chat not found",
    "bot was kicked from the group chat": "kicked",
    "bot was kicked from the supergroup chat": "kicked",
    "bot was kicked from the channel chat": "kicked",
    "bot is not a member of the group chat": "kicked",
    "bot is not a member of the supergroup chat": "kicked",
    "bot is not a member of the channel chat": "kicked",
    "the group chat was deleted": "deleted",
    "group chat was deactivated": "deleted",
    "bot can't initiate conversation with a user": "never started",
    "bot can't send messages to bots": "a bot",
}
"""Nobody will ever read it there. By what is left of the description, in small letters."""


DONE = (
    "message is not modified",
    "message to edit not found",
    "message to delete not found",
    "message_id_invalid",
)
"""It says so already, or she deleted it: there is nothing to do."""
TOO_LATE = "message can't be deleted"
UNKNOWN_FILE = ("wrong file identifier", "wrong remote file")


def is_done(error: BadRequest) -> bool:
    """Whether what should be changed or taken away is as it should be."""
    return error.message.lower().removeprefix("bad request: ").startswith(DONE)


def is_too_late(error: BadRequest) -> bool:
    """Whether a message is too old (48 hours) to be taken away."""
    return TOO_LATE in error.message.lower()


def is_unknown_file(error: BadRequest) -> bool:
    """Whether Telegram does not know what it called a file."""
    return any(said in error.message.lower() for said in UNKNOWN_FILE)


def delivery_error(error: TelegramError) -> DeliveryError:
    """What it means for the row. The reason is one of ours: Telegram's can quote the message."""
    if error.__cause__ is not None:  # not Telegram spoke but something between: no JSON
        return DeliveryError("unreadable")
    match error:
        case RetryAfter():
            return DeliveryError("flood", retry_after=seconds(error))
        case ChatMigrated():
            return Moved(str(error.new_chat_id))
        case Forbidden() | BadRequest():
            return _refused(error)
    return _trouble(error)


def _trouble(error: TelegramError) -> DeliveryError:
    """No row's fault."""
    if isinstance(error, (InvalidToken, Conflict)):  # everybody waits for an operator
        return DeliveryError(type(error).__name__, retry_after=NOT_OURS_S)
    if isinstance(error, NetworkError) and not isinstance(error, NoAnswer):
        return DeliveryError("server")
    return Unsure("no answer")  # none, or one that nobody can read


def _refused(error: Forbidden | BadRequest) -> DeliveryError:
    said = error.message.lower()
    for prefix in PREFIXES:
        said = said.removeprefix(prefix)
    if said in WORDS:
        return Gone(WORDS[said])
    if isinstance(error, Forbidden):
        return Gone("forbidden")
    return DeliveryError("refused", permanent=True)
