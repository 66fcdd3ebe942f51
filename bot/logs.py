"""Logs as lines of JSON on standard error: what happened, never who wrote what."""

from __future__ import annotations

import json
import logging
import sys

STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
QUIET = ("httpx", "httpcore", "aiogram", "aiohttp", "apscheduler", "alembic", "telegram", "uvicorn")


class JsonLines(logging.Formatter):
    """One object a line; `extra=` fields stand beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON. A traceback is kept as its error's kind: its words may quote."""
        extra = {k: v for k, v in record.__dict__.items() if k not in STANDARD}
        line = {
            "at": self.formatTime(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **extra,
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__qualname__
        return json.dumps(line, ensure_ascii=False, default=str)


def configure() -> None:
    """Once, by the commands that run for long."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in QUIET:  # their INFO lines name addresses, one of them with the bot's token
        logging.getLogger(name).setLevel(logging.WARNING)
