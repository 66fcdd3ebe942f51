"""Free words and codes."""

from __future__ import annotations

import re
import unicodedata

from surveys.form import Question
from surveys.inputs.hearing import Hearing
from surveys.slip import SlipKind

LONGEST = 4000
"""Characters that a text may have where the form says nothing (a chat message has 4,096)."""

_CODE = 200
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read_text(question: Question, text: str, _hearing: Hearing) -> str | SlipKind:
    """Any words, up to the parameter `max_length`."""
    return _within(text, _limit(question))


def read_barcode(_question: Question, text: str, _hearing: Hearing) -> str | SlipKind:
    """What stands under a barcode, typed."""
    return _within(" ".join(text.split()), _CODE)


def _within(text: str, limit: int) -> str | SlipKind:
    clean = _CONTROL.sub("", unicodedata.normalize("NFC", text)).strip()
    if not clean:
        return SlipKind.REQUIRED
    return clean if len(clean) <= limit else SlipKind.TOO_LONG


def _limit(question: Question) -> int:
    given = question.parameters.get("max_length", "")
    return int(given) if given.isdecimal() else LONGEST
