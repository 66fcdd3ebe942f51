"""Translations of words that are typed as they sound: «shahada» for شهادة."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from search.romanised import skeleton
from search.translating.word_translations import NONE, WordTranslations

_LANGUAGES_KEPT = 8
_CLOSE = 3  # words of one sound at most, for a sound to say which is meant


class Sounding:
    """Translations by the sound of their words, made for a language when it is first asked for."""

    def __init__(self, translations: WordTranslations) -> None:
        self._translations = translations
        self._of = lru_cache(maxsize=_LANGUAGES_KEPT)(self._by_sound)

    def german(self, word: str, language: str) -> Mapping[str, float]:
        """Return German stems that a normalised word may mean in a language, as it sounds."""
        stems = self._of(language).get(skeleton(word), ())
        if not 0 < len(stems) <= _CLOSE:
            return NONE
        found: defaultdict[str, float] = defaultdict(float)
        for stem in stems:
            for german, share in self._translations.german(stem, language).items():
                found[german] += share / len(stems)
        return found

    def _by_sound(self, language: str) -> Mapping[str, Sequence[str]]:
        sounds: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self._translations.languages.get(language, {}):
            if sound := skeleton(stem):
                sounds[sound].append(stem)
        return sounds
