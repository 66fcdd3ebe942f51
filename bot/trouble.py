"""What a log may say about an error: its kind and where it happened, never its words.

The text of an error often quotes what it failed on: pydantic the typed value, SQLAlchemy the
parameters, aiohttp the address with the bot's token in it.
"""

from __future__ import annotations

import logging
import traceback


def where(error: BaseException) -> dict[str, object]:
    """For `extra=` of a log call: the classes of the error and its causes, and the frames."""
    return {"error": " < ".join(_kinds(error)), "frames": _frames(error)}


def report(log: logging.Logger, what: str, error: BaseException, **extra: object) -> None:
    """Log an error by where it happened."""
    log.error(what, extra={**where(error), **extra})


def _kinds(error: BaseException | None) -> list[str]:
    kinds = []
    while error is not None:
        kinds.append(type(error).__qualname__)
        error = error.__cause__ or error.__context__
    return kinds


def _frames(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
