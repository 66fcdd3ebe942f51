"""Character n-grams: what finds a word inside a compound, an inflected or a misspelt word."""

from functools import lru_cache

SIZE = 4
_WORDS_KEPT = 1 << 12


@lru_cache(maxsize=_WORDS_KEPT)
def grams(word: str) -> tuple[str, ...]:
    """Return the 4-grams of a normalised word, its two ends marked; a shorter word has none."""
    if len(word) < SIZE - 1:
        return ()
    padded = f"^{word}$"
    return tuple(padded[start : start + SIZE] for start in range(len(padded) - SIZE + 1))
