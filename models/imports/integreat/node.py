"""A JSON object as it came: what is missing, null or of another type than expected is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are no space (Cc)
    "\u00ad\u200b\u2060\ufeff\ufffe\uffff"  # soft hyphens and the like; no search finds them
    "\ud800-\udfff]"  # halves of characters
)


@dataclass(frozen=True, slots=True)
class Node:
    """An object of a JSON file."""

    raw: Mapping[str, Any]

    def __bool__(self) -> bool:
        return bool(self.raw)

    def text(self, name: str) -> str:
        """A text in one line."""
        return one_line(self.rich(name))

    def rich(self, name: str) -> str:
        """A text as it stands; a number counts as its digits."""
        value = self.raw.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """A number."""
        value = self.raw.get(name)
        known = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if known else None  # type: ignore[arg-type]  # known to be a number

    def flag(self, name: str) -> bool | None:
        """True, false, or None for neither."""
        value = self.raw.get(name)
        return value if isinstance(value, bool) else None

    def node(self, name: str) -> Node:
        """The object there."""
        value = self.raw.get(name)
        return Node(value if isinstance(value, dict) else {})

    def nodes(self, name: str) -> tuple[Node, ...]:
        """The objects of the list there."""
        value = self.raw.get(name)
        return (
            tuple(Node(x) for x in value if isinstance(x, dict)) if isinstance(value, list) else ()
        )


def one_line(text: str) -> str:
    """Readable characters only, and single spaces between words, whatever space it was."""
    return " ".join((text if text.isprintable() else _HIDDEN.sub("", text)).split())
