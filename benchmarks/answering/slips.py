"""Slips of the thumb: letters beside the right one, swapped, dropped or doubled.

One slip in a share of the words of five letters or more, the same ones for the same seed.
"""

import re
from collections.abc import Callable, Mapping
from random import Random

_WORD = re.compile(r"[^\W\d_]{5,}")
# Rows of telephones' keyboards; a letter's neighbours are those left and right of it.
_ROWS = (
    *("qwertzuiopü", "asdfghjklöä", "yxcvbnm", "qwertyuiop", "zxcvbnm"),
    *("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю", "фівапролджє"),
    *("ضصثقفغعهخحج", "شسيبلاتنمك", "ئءؤرىةوزظ", "ضصثقفغعهخحجچ", "شسیبلاتنمکگ"),
)


def _neighbours() -> Mapping[str, str]:
    beside: dict[str, str] = {}
    for row in _ROWS:
        for before, letter, after in zip(f" {row}", row, f"{row[1:]} ", strict=False):
            beside[letter] = beside.get(letter, "") + (before + after).strip()
    return beside


_BESIDE = _neighbours()


def slipped(text: str, share: float, seed: int) -> str:
    """The text with a slip in this share of its longer words."""
    random = Random(f"{seed} {text}")
    return _WORD.sub(lambda x: _slip(x[0], random) if random.random() < share else x[0], text)


def _slip(word: str, random: Random) -> str:
    place = random.randrange(1, len(word) - 1)
    return random.choice(_SLIPS)(word, place, random)


def _beside(word: str, place: int, random: Random) -> str:
    near = _BESIDE.get(word[place].lower())
    return (
        word[:place] + random.choice(near) + word[place + 1 :]
        if near
        else _swap(word, place, random)
    )


def _swap(word: str, place: int, _: Random) -> str:
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _drop(word: str, place: int, _: Random) -> str:
    return word[:place] + word[place + 1 :]


def _double(word: str, place: int, _: Random) -> str:
    return word[: place + 1] + word[place:]


_SLIPS: tuple[Callable[[str, int, Random], str], ...] = (_beside, _swap, _drop, _double)
