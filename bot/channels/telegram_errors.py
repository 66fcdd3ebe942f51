"""What Telegram's refusals mean for a message and for a start."""

from __future__ import annotations

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.channels import DeliveryError, Gone


class NotReady(Exception):
    """The channel has not started yet, or stops: bring it later."""


# A token that was taken back, another poller, a server in trouble: not the message's fault.
PASSING = (
    TelegramNetworkError,
    TelegramServerError,
    TelegramUnauthorizedError,
    TelegramNotFound,
    TelegramConflictError,
)


def delivery_error(error: Exception) -> DeliveryError:
    """What an error of the Bot API means for the message that was being sent.

    The reason is one of a few words of ours: Telegram's own can quote the message.
    """
    match error:
        case TelegramRetryAfter():
            return DeliveryError("flood", retry_after=float(error.retry_after))
        case TelegramForbiddenError():
            return Gone("blocked")
        case TelegramBadRequest() if "chat not found" in error.message:
            return Gone("chat not found")
        case TelegramAPIError() if not isinstance(error, PASSING):
            return DeliveryError(f"refused: {_kind(error)}", permanent=True)
    return DeliveryError(_kind(error))


def is_unchanged(error: TelegramBadRequest) -> bool:
    """The message already says what it should: as good as a success."""
    return "message is not modified" in error.message


def _kind(error: Exception) -> str:
    return type(error).__name__
