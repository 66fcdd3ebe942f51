"""What is otherwise in a text that somebody wrote anew: only the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

SHORT = 240
"""Texts of at most so many characters are shown whole."""
ELLIPSIS = "…"
PIECE = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+$")


def differing(before: str, after: str) -> tuple[str, str]:
    """Both texts without the sentences at both ends in which they agree, marked by an ellipsis."""
    if len(before) <= SHORT and len(after) <= SHORT:
        return before, after
    old, new = PIECE.findall(before), PIECE.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    was, now = _marked(old, head, tail), _marked(new, head, tail)
    return (was, now) if was != now else (before, after)  # only spaces between them


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """With how many equal pieces both begin."""
    same = takewhile(
        lambda pair: pair[0].strip() == pair[1].strip(), zip(first, second, strict=False)
    )
    return sum(1 for _ in same)


def _marked(pieces: Sequence[str], head: int, tail: int) -> str:
    middle = "".join(pieces[head : len(pieces) - tail]).strip()
    before, after = (ELLIPSIS if cut else "" for cut in (head, tail))
    return " ".join(part for part in (before, middle, after) if part)
