"""Which words of a question are looked for in the documents of a language, and as what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from search.analysis import content, stem
from search.compounds import Compounds
from search.ranking.asked import Word
from search.scripts import TOWN_LANGUAGE, Script, script_of
from search.translating.sounding import Sounding
from search.translating.word_translations import NONE, WordTranslations

_OF_PART = 0.5  # of a compound's part beside the whole
_AS_IT_STANDS = 0.5  # of a word that German texts have too: a name, a German word

Known = Callable[[str], bool]  # whether German documents have a stem


class Foreign(NamedTuple):
    """What words of other languages mean, and by which languages they are to be understood.

    ``heard`` are languages of other scripts whose words may be typed as they sound.
    """

    translations: WordTranslations
    sounding: Sounding
    written: Sequence[str]
    heard: Sequence[str]

    def meaning(self, word: str) -> Mapping[str, float]:
        """Return the German stems that a normalised word may stand for."""
        read = (self.translations.german(stem(word, x), x) for x in self.written)
        heard = (self.sounding.german(word, x) for x in self.heard)
        return next(filter(None, chain(read, heard)), NONE)


def own_words(words: Iterable[str], language: str, compounds: Compounds) -> list[Word]:
    """Return the telling words of a question as they stand in the texts of its language."""
    telling = dict.fromkeys(content(list(words), language))
    return [_own_word(word, language, compounds) for word in telling]


def german_words(words: Iterable[str], foreign: Foreign, known: Known) -> list[Word]:
    """Return the telling words of a question in other languages as they may stand in German."""
    telling = list(words)
    for language in foreign.written:
        telling = content(telling, language)
    return [_german_word(word, foreign.meaning(word), known) for word in dict.fromkeys(telling)]


def _own_word(word: str, language: str, compounds: Compounds) -> Word:
    parts = [part for part in compounds.split(word) if content([part], language)]
    stems = {**{stem(part, language): _OF_PART for part in parts}, stem(word, language): 1.0}
    return Word(stems, {**dict.fromkeys(parts, _OF_PART), word: 1.0})


def _german_word(word: str, meant: Mapping[str, float], known: Known) -> Word:
    as_it_stands = stem(word, TOWN_LANGUAGE)
    if script_of(word) is not Script.LATIN or not (known(as_it_stands) or not meant):
        return Word(meant, meant, is_cut=True)
    left = 1 - _AS_IT_STANDS if meant else 0.0
    stems = {x: share * left for x, share in meant.items()}
    stems[as_it_stands] = stems.get(as_it_stands, 0.0) + 1 - left
    return Word(stems, stems, is_cut=True)
