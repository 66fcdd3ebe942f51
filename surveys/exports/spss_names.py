"""Names that SPSS takes for variables, made from the columns' own (IBM, Variable names)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 64
"""Bytes in UTF-8."""
RESERVED = frozenset(
    {"ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"}
)
FORBIDDEN = re.compile(r"[^\w.@#$]+")


def mangled(names: Iterable[str]) -> dict[str, str]:
    """Each column's name → its variable's, all different whatever their case.

    >>> mangled(["_id", "needs/a", "needs_a", "1st", "by"])
    {'_id': 'id', 'needs/a': 'needs_a', 'needs_a': 'needs_a_2', '1st': 'v1st', 'by': 'vby'}
    """
    taken: set[str] = set()
    found = {}
    for name in names:
        found[name] = _free(_plain(name), taken)
        taken.add(found[name].casefold())
    return found


def _plain(name: str) -> str:
    plain = FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip("_.")
    if not plain[:1].isalpha() or plain.upper() in RESERVED:
        plain = f"v{plain}"
    return _short(plain, LONGEST)


def _free(plain: str, taken: set[str]) -> str:
    number, free = 1, plain
    while free.casefold() in taken:
        number += 1
        ending = f"_{number}"
        free = _short(plain, LONGEST - len(ending)) + ending
    return free


def _short(name: str, most: int) -> str:
    """No half letters, and no point or underscore at the end."""
    return name.encode()[:most].decode("utf-8", "ignore").rstrip("._")
