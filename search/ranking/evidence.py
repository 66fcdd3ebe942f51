"""What tells how likely the first documents are right: numbers for a logistic regression."""

from math import exp, log1p

import numpy as np

from search.nearest import Strengths
from search.ranking import features, tagged
from search.ranking.batch import Floats
from search.ranking.question import Ranked
from search.reading import Reading

_FIRST = 3  # documents that an answer shows
_BEST = ("stems", "grams", "covered", "softly", "title", "of_title", "line", "window", "forms")
_AMONG_FIRST = ("covered", "line", "softly")
NAMES = (
    *("score", "margin", "margin_to_fourth", "share_of_first", "share_of_three"),
    *(f"best_{name}" for name in _BEST),
    *(f"three_{name}" for name in _AMONG_FIRST),
    *("concept", *(f"best_{name}" for name in tagged.NAMES), "named", "outside"),
    *("near", *(f"near_{name}" for name in tagged.NAMES)),
    *("said", "said_second", *(f"said_{name}" for name in tagged.NAMES)),
    *("together", "together_second", *(f"together_{name}" for name in tagged.NAMES)),
    *("outside_said", "outside_rather", "outside_together"),
    *("unheard", "unknown", "unwritten"),
    *("words", "few_words", "german"),
)
_PLACES = {name: place for place, name in enumerate(features.NAMES)}
_FEW = 2
_EVEN = 0.1  # likeness that says nothing
_NOTHING = np.zeros(len(tagged.NAMES))


def evidence(reading: Reading, ranked: Ranked) -> Floats:
    """Return a number for each of ``NAMES``; there must be a candidate at least."""
    keys = [key for key, _ in ranked.order[:_FIRST]]
    texts = [_text(ranked, key) for key in keys]
    telling = max((len(look.question.rarity) for look in ranked.looks), default=0)
    return np.array(
        [
            *_standing([score for _, score in ranked.order]),
            *[float(texts[0][_PLACES[name]]) for name in _BEST],
            *[max(float(row[_PLACES[name]]) for row in texts) for name in _AMONG_FIRST],
            *_meant(reading, ranked, keys[0]),
            *_strange(reading, ranked),
            *(log1p(telling), float(telling <= _FEW), float(not ranked.seen.own)),
        ]
    )


def _meant(reading: Reading, ranked: Ranked, first: int) -> tuple[float, ...]:
    """How strongly concepts are told of in each way, and how far that is what is first."""
    near, seen = ranked.near, ranked.seen
    strongest = max(reading.concepts.values(), default=0.0)
    named = max(ranked.tagged.weights.values(), default=0.0)
    about = [rows.get(first, _NOTHING).tolist() for rows in seen.about]
    return (
        *(strongest, *about[0], named, reading.outside),
        *(max(near.terms.values(), default=0.0), *about[1]),
        *(*_two_best(near.said), *about[2]),
        *(*_two_best(near.together), *about[3]),
    )


def _two_best(strengths: Strengths) -> tuple[float, float]:
    """The strongest, and the share of it that the second has."""
    best, second, *_ = sorted((*strengths.values(), 0.0, 0.0), reverse=True)
    return best, second / (best or 1.0)


def _strange(reading: Reading, ranked: Ranked) -> tuple[float, ...]:
    """How like it is to what no town answers, and how many words nobody says, means or writes."""
    near = ranked.near
    best = max(near.said.values(), default=0.0)
    written = [x.question.unwritten for x in ranked.looks if len(x.question.unwritten)]
    return (
        near.outside,
        near.outside / (near.outside + best + _EVEN),
        near.apart,
        1 - near.heard,
        len(reading.unknown) / max(len(reading.words), 1),
        min((float(words.mean()) for words in written), default=1.0),
    )


def _standing(scores: list[float]) -> tuple[float, ...]:
    """The best score, how far it is ahead, and the candidates' shares by their exponentials."""
    best = scores[0]
    weights = [exp(score - best) for score in scores]
    second = scores[1] if len(scores) > 1 else 0.0
    fourth = scores[_FIRST] if len(scores) > _FIRST else 0.0
    total = sum(weights)
    return best, best - second, best - fourth, 1 / total, sum(weights[:_FIRST]) / total


def _text(ranked: Ranked, key: int) -> Floats:
    """How the look that finds most in a document sees it."""
    looks = [*ranked.seen.own, ranked.seen.german]
    rows = [rows[key] for rows in looks if key in rows]
    covered = _PLACES["covered"]
    return max(rows, key=lambda row: row[covered], default=np.zeros(len(features.NAMES)))
