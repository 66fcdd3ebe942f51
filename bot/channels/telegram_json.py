"""Values as JSON, quickly."""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import to_json


def encoded(value: Any) -> bytes:
    """In UTF-8: escaped, Cyrillic and Arabic are three times as long. Half of a surrogate pair,
    which is no text, becomes a question mark.
    """
    try:
        return to_json(value)
    except ValueError:  # such a half, or lists in lists without end
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return written.encode(errors="replace")
