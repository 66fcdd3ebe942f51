"""Words that say something, and how much alike two of them are."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from search.analysis import content, stem
from search.grams import grams
from search.normalising import words

_KEPT = 1 << 13
_ALIKE = 0.4  # share of common 4-grams from which two words count as related
_COMPOUND = 0.75  # how much a word says that is a part of another one
_PART = 5  # 4-grams that a part must have to be more than chance

Meanings = Mapping[str, float]


class Token(NamedTuple):
    """A normalised word and its stem."""

    word: str
    stem: str


class Translation(NamedTuple):
    """What is known of a question's language: stems' meanings as stems of the text's language."""

    language: str
    meanings: Callable[[str], Meanings]


class Asked(NamedTuple):
    """A word of a question with what it may mean in the text's language, likeliest 1."""

    token: Token
    meanings: Meanings


def tokens(text: str, language: str) -> tuple[Token, ...]:
    """Return the words of a text that say something."""
    return tuple([Token(word, stem(word, language)) for word in content(words(text), language)])


def likeness(asked: Asked, token: Token) -> float:
    """Return how surely a word of the text stands for a word of the question (0 to 1)."""
    if token.stem == asked.token.stem:
        return 1.0
    meant = asked.meanings.get(token.stem, 0.0)
    return max(meant, shared(asked.token.word, token.word))


@lru_cache(maxsize=_KEPT)
def pieces(word: str) -> frozenset[str]:
    """Return a word's 4-grams as a set."""
    return frozenset(grams(word))


def shared(first: str, second: str) -> float:
    """Return how much of two words is common: Dice's coefficient of their 4-grams.

    A compound and its part (Kurs, Deutschkurs) share less by that than they mean in common.
    """
    of_first, of_second = pieces(first), pieces(second)
    common = len(of_first & of_second)
    if not common:
        return 0.0
    shorter = min(len(of_first), len(of_second))
    dice = 2 * common / (len(of_first) + len(of_second))
    if shorter >= _PART and common >= shorter - 2:
        return max(dice, _COMPOUND)
    return dice if dice >= _ALIKE else 0.0
