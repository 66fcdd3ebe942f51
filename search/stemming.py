"""Light stemming: the common beginning of a word's forms."""

from functools import lru_cache

from search.suffixes import ARABIC_PREFIXES, SUFFIXES

_STEMS_KEPT = 1 << 13
_SHORTEST = 3
_ARABIC_WITH_PARTICLE = 5

_ENDINGS = {language: frozenset(endings.split()) for language, endings in SUFFIXES.items()}
_LONGEST = max(len(ending) for endings in _ENDINGS.values() for ending in endings)


@lru_cache(maxsize=_STEMS_KEPT)
def stem(word: str, language: str) -> str:
    """Return a normalised word without its endings; the word itself in an unknown language."""
    if language == "ar":
        word = _without_article(word)
    endings = _ENDINGS.get(language, frozenset())
    for length in range(min(_LONGEST, len(word) - _SHORTEST), 0, -1):
        if word[-length:] in endings:
            return word[:-length]
    return word


def _without_article(word: str) -> str:
    # Again and again, so that a word that begins like an article (ألمانية) meets its own form
    # with one (الألمانية).
    for prefix in ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            return _without_article(word[len(prefix) :])
    if word[0] in "وفبلك" and len(word) >= _ARABIC_WITH_PARTICLE:
        return word[1:]
    return word
