"""The Bot API's figures (https://core.telegram.org/bots/api, version 10.1) and text as it counts.

Where the page is silent, the figure is what the official server
(https://github.com/tdlib/telegram-bot-api) or the makers of clients observed.
"""

from __future__ import annotations

import re

TEXT = 4096  # characters after parsing; we count UTF-16 units, which is the stricter reading
RAW = 32_768  # bytes of text before parsing
ENTITIES = 100  # a message
CAPTION = 1024
BUTTONS, BUTTONS_A_ROW = 100, 8
CALLBACK_DATA = 64  # bytes
MARKUP = 10_000  # bytes of JSON, observed
NOTICE = 200  # answerCallbackQuery.text
COMMANDS, COMMAND, DESCRIPTION = 100, 32, 256
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
BATCH = 100  # updates in one answer
LONGEST_POLL = 50  # seconds

# The server turns control characters into blanks and drops carriage returns, line and paragraph
# separators and the old bidirectional marks; the isolates U+2066-2069 and U+200E/F stay.
CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
DROPPED = re.compile(r"[\r\u2028-\u202e]")
UNCLEAN = re.compile(r"[\x00-\x09\x0b-\x1f\u2028-\u202e\ud800-\udfff]")


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """The characters that the server keeps, and no half of a surrogate pair, which is no text."""
    if UNCLEAN.search(text) is None:
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return CONTROL.sub(" ", DROPPED.sub("", whole))


def clip(text: str, room: int) -> str:
    """At most `room` UTF-16 units: a longer text ends at a word, with "…"."""
    if units(text) <= room:
        return text
    counted = text.encode("utf-16-le", "surrogatepass")[: 2 * (room - 1)]
    start = counted.decode("utf-16-le", "ignore")
    words = start.rsplit(maxsplit=1)
    at_word = words[0] if len(words) == 2 and 2 * len(words[0]) > len(start) else start
    return f"{at_word.rstrip()}…"
