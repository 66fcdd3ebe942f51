"""In which languages something is written, by the words that it has of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from search.concept_index import Told
from search.scripts import script_of, script_of_language, searched_languages
from search.stopwords import STOP_WORDS

_SET = 1.6  # how far the language that somebody chose is likelier than another one
_PLAIN, _TELLING = 0.6, 1.0  # a word that every sentence has; a word of a concept


def languages_of(said: Sequence[str], terms: Iterable[Told], chosen: str) -> tuple[str, ...]:
    """Return the languages that words may be in, likeliest first, of someone who chose one.

    What was chosen and the town's language are always among them.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    for place_votes in _votes(said, terms):
        for language, vote in place_votes.items():
            votes[language] += vote
    votes[chosen] *= _SET
    likeliest = max(votes, key=lambda language: (votes[language], language == chosen))
    return tuple(dict.fromkeys((likeliest, *searched_languages(chosen, said))))


def languages_with(word: str) -> Sequence[str]:
    """Return the languages in every sentence of which a normalised word may stand."""
    return _PLAIN_IN.get(word, ())


def _votes(said: Sequence[str], terms: Iterable[Told]) -> list[dict[str, float]]:
    votes: list[dict[str, float]] = [{} for _ in said]
    for each in terms:
        for place in each.places:
            known = votes[place].get(each.language, 0.0)
            votes[place][each.language] = max(known, _TELLING * each.strength)
    for place, word in enumerate(said):
        for language in languages_with(word):
            votes[place][language] = max(_PLAIN, votes[place].get(language, 0.0))
    return votes


def _plain_in() -> Mapping[str, Sequence[str]]:
    """The languages in every sentence of which a word may stand."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    pairs = [(word, language) for language, plain in STOP_WORDS.items() for word in plain]
    for word, language in pairs:
        if script_of(word) is script_of_language(language):
            found[word].append(language)
    return dict(found)


_PLAIN_IN = _plain_in()
