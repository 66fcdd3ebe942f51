"""From single terms to how surely each concept is meant."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from search.concept_index import Told, share
from search.scripts import TOWN_LANGUAGE, script_of_language

_SURE = 0.7  # how much of the doubt the best possible single term takes away
_CONTESTED = 0.5  # how far a word counts less for a concept that another one has a better term for
_COVERED = 0.75  # of a term within a longer one: «Krankenschwester Diplom» says more than «Diplom»
_OWN, _TOWN, _ENGLISH, _ALIKE, _OTHER = 1.0, 0.9, 0.75, 0.65, 0.55

Shares = Mapping[str, Mapping[int, float]]  # concept's code -> word's place -> what it says


def believed(told: Told, languages: Sequence[str]) -> float:
    """Return how far a term counts in a text that is in one of ``languages``, likeliest first.

    The town's language and English are mixed into all others.
    """
    language = told.language
    if language in languages[:2]:
        return _TOWN if language == TOWN_LANGUAGE and language != languages[0] else _OWN
    if language in (TOWN_LANGUAGE, "en"):
        return _TOWN if language == TOWN_LANGUAGE else _ENGLISH
    alike = script_of_language(language) is script_of_language(languages[0])
    return _ALIKE if alike else _OTHER


def shares(terms: Iterable[Told], languages: Sequence[str], plain: Collection[int]) -> Shares:
    """Return what each word says of each concept.

    Terms of languages that hardly anybody here mixes in count only for words that say nothing in
    the likelier ones; ``plain`` are places of words that these know besides.
    """
    weighed = [(each, believed(each, languages)) for each in terms]
    known = {x for each, far in weighed if far >= _ENGLISH for x in each.places}.union(plain)
    longer = {frozenset(each.places) for each, _ in weighed if len(each.places) > 1}
    found: defaultdict[str, dict[int, float]] = defaultdict(dict)
    counting = (x for x in weighed if x[1] >= _ENGLISH or not known.intersection(x[0].places))
    for each, far in counting:
        said = far * share(each) * _alone(each.places, longer)
        for code in each.codes:
            _keep_best(found[code], each.places, said)
    return found


def contested(found: Shares, answering: Collection[str]) -> dict[str, float]:
    """Return the strength of each concept; those that answer compete for the words they share."""
    best: defaultdict[int, float] = defaultdict(float)
    for code in answering & found.keys():
        for place, said in found[code].items():
            best[place] = max(best[place], said)
    strengths = {}
    for code, places in found.items():
        rivals = best if code in answering else {}
        strengths[code] = together(_less(x, rivals.get(place, x)) for place, x in places.items())
    return strengths


def together(said: Iterable[float]) -> float:
    """Return how sure several hints make, each of which takes away part of the doubt."""
    doubt = 1.0
    for each in said:
        doubt *= 1 - _SURE * min(each, 1.0)
    return 1 - doubt


def _alone(places: Sequence[int], longer: Iterable[frozenset[int]]) -> float:
    own = frozenset(places)
    return _COVERED if any(own < other for other in longer) else 1.0


def _less(said: float, best: float) -> float:
    return said * (1 - _CONTESTED * (1 - said / best)) if best else said


def _keep_best(best: dict[int, float], places: Sequence[int], said: float) -> None:
    for place in places:
        best[place] = max(best.get(place, 0.0), said)
