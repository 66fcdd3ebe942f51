"""Regular expressions that may try ever more ways to match: `(a+)+$` doubles its work with each
further letter (R. Cox, Regular Expression Matching Can Be Simple And Fast, 2007).
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import lru_cache

import regex

from surveys.xpath.patterns import compiled

_TOKEN = regex.compile(
    r"(?P<open>\((?:\?(?:[:=!>|]|<[=!]|P?<\w+>|[a-zA-Z-]+:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<atom>\[\^?\]?(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\.|[^\\])",
    regex.DOTALL,
)
_COUNT = regex.compile(r"([*+?]|\{\d*,?\d*\})[?+]?")
_ENDLESS = regex.compile(r"[*+]|\{\d*,\}")


@dataclass(slots=True)
class _Piece:
    """An atom ("" for a group) with what follows it: a group has `ways`, sequences of pieces."""

    atom: str
    ways: list[list[_Piece]]
    endless: bool = False
    counted: bool = False


def is_risky(pattern: str) -> bool:
    """Whether what is repeated without end is repeated without end once more, and nothing between
    two rounds tells them apart: `(a+)+` and `(\\w+ ?)*`, but not `(\\w+\\.)+`.
    """
    return any(_is_risky(piece) for way in _read(pattern) for piece in way)


def _read(pattern: str) -> list[list[_Piece]]:
    whole = _Piece("", [[]])
    around = [whole]
    at = 0
    while token := _TOKEN.match(pattern, at):
        at = token.end()
        if token["bar"]:
            around[-1].ways.append([])
        elif token["close"] and len(around) > 1:
            at = _count(around.pop(), pattern, at)
        else:
            at = _begin(token, around, pattern, at)
    return whole.ways


def _begin(token: regex.Match[str], around: list[_Piece], pattern: str, at: int) -> int:
    piece = _Piece(token["atom"] or "", [])
    around[-1].ways[-1].append(piece)
    if not token["open"]:
        return _count(piece, pattern, at)
    piece.ways.append([])
    around.append(piece)
    return at


def _count(piece: _Piece, pattern: str, at: int) -> int:
    found = _COUNT.match(pattern, at)
    if found is None:
        return at
    piece.counted = True
    piece.endless = bool(_ENDLESS.match(found[0]))
    return int(found.end())


def _is_risky(piece: _Piece) -> bool:
    inside = [one for way in piece.ways for one in way]
    if any(_is_risky(one) for one in inside):
        return True
    return piece.endless and any(_runs_on(way) for way in piece.ways)


def _runs_on(way: list[_Piece]) -> bool:
    """Whether a round has something endless, and neither begins nor ends with what is not in it."""
    endless = [letter for piece in way for letter in _endless(piece)]
    if not endless:
        return False
    edges = (piece for piece in (way[0], way[-1]) if piece.atom and not piece.counted)
    return not any(_letters(edge.atom).isdisjoint("".join(endless)) for edge in edges)


def _endless(piece: _Piece) -> frozenset[str]:
    """The letters that a piece may repeat without end."""
    inside = frozenset(x for way in piece.ways for one in way for x in _endless(one))
    if not piece.endless:
        return inside
    return inside | _all(piece)


def _all(piece: _Piece) -> frozenset[str]:
    if piece.atom:
        return _letters(piece.atom)
    return frozenset(x for way in piece.ways for one in way for x in _all(one))


@lru_cache(maxsize=256)
def _letters(atom: str) -> frozenset[str]:
    """Which of ASCII's letters, digits and signs an atom matches."""
    found = compiled(atom)
    return frozenset(x for x in string.printable if found and found.fullmatch(x))
