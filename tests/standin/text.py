"""Text as Telegram keeps it: UTF-16 lengths and cleaning; and lists of words."""

import re
from typing import Any

Entity = dict[str, Any]

# Telegram's server turns control characters into blanks and drops carriage returns, line and
# paragraph separators and the old bidirectional marks; the isolates U+2066-2069 stay.
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile(r"[\r\u2028-\u202e]")


def words(listed: str) -> frozenset[str]:
    """The words of a long list of names."""
    return frozenset(listed.split())


def units(text: str) -> int:
    """Length in UTF-16 code units, in which Telegram counts offsets.

    The limits speak of characters; counting units is the stricter reading.
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cleaned(text: str) -> str:
    """The characters that Telegram would keep."""
    return _CONTROL.sub(" ", _DROPPED.sub("", text))


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text without blanks at both ends, and entities moved accordingly."""
    stripped = text.strip()
    if stripped == text:
        return text, entities
    lead = units(text[: len(text) - len(text.lstrip())])
    return stripped, _moved(entities, lead, units(stripped))


def _moved(entities: list[Entity], lead: int, length: int) -> list[Entity]:
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, length)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return kept
