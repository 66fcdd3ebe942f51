"""What tells a document that answers from one that does not: numbers to be weighed by a model.

Each is a share of the question's weight (its words' rarities), so that long and short questions,
small and large towns can be told by the same weights. Over whole documents: BM25F (Robertson &
Zaragoza 2009) of stems and of 4-grams, coverage. Over parts: title, beginning, the best line, line
with title, and window of three lines (passage retrieval, Callan 1994), words side by side.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.ranking.asked import Asked
from search.ranking.batch import Batch, Floats

K1, B = 2.5, 0.75
_WINDOW = 3
_BEGINNING = 4  # lines
_SHORT = 0.35  # of the average length: such a document is a stub
NAMES = (
    *("stems", "grams", "covered", "softly", "title", "title_softly", "of_title", "of_title_grams"),
    *("line", "dense_line", "window", "line_title", "side_by_side", "length", "short"),
    *("beginning", "often", "density", "rarest", "forms"),
)

Ints: TypeAlias = NDArray[np.int64]


class Averages(NamedTuple):
    """Average lengths of an index' documents, weighted as their parts are."""

    stems: float
    grams: float


def features(question: Asked, batch: Batch, averages: Averages) -> Floats:
    """Return a row for each document of the batch, a column for each of ``NAMES``."""
    total = question.rarity.sum() or 1.0
    importance = question.rarity / total
    by_words = _by_words(question, batch, averages, importance)
    by_grams = _by_grams(question, batch, averages, importance)
    by_lines = _by_lines(question, batch, importance)
    columns = {**by_words, **by_grams, **by_lines, **_by_length(batch, averages)}
    columns["softly"] = np.maximum(columns["softly"], columns["covered"])
    columns["title_softly"] = np.maximum(columns["title_softly"], columns["title"])
    return np.stack([columns[name] for name in NAMES], 1)


def _summed(
    rows: Ints, columns: Ints, shape: tuple[int, int], weights: Floats | Ints | None
) -> Floats:
    flat = np.bincount(rows * shape[1] + columns, weights, shape[0] * shape[1])
    return flat.reshape(shape).astype(np.float64)


def _saturated(often: Floats, length: Floats, average: float) -> Floats:
    norm = K1 * (1 - B + B * length / (average or 1.0))
    return often / (often + norm[:, None])


def _by_words(
    question: Asked, batch: Batch, averages: Averages, importance: Floats
) -> dict[str, Floats]:
    hits, shape = batch.stems, (batch.size, len(question.stems))
    titled = hits.in_title
    often = _summed(hits.documents, hits.rows, shape, hits.weights)
    in_title = _summed(hits.documents[titled], hits.rows[titled], shape, None)
    means = question.means
    meant = np.minimum(often @ means, often.max(initial=0.0))
    found = np.sqrt(np.minimum((often > 0) @ means, 1.0))
    in_titles = np.sqrt(np.minimum((in_title > 0) @ means, 1.0))
    best = question.rarity.max(initial=0.0) or 1.0
    return {
        "stems": _saturated(meant, batch.length, averages.stems) @ importance,
        "covered": found @ importance,
        "title": in_titles @ importance,
        "of_title": (in_title @ np.sqrt(means.max(1, initial=0.0)))
        / np.maximum(batch.title_length, 1),
        "often": np.log1p(meant) @ importance,
        "density": np.minimum(20 * (meant @ importance) / np.maximum(batch.length, 10.0), 3.0),
        "rarest": (found * question.rarity).max(1, initial=0.0) / best,
        "forms": _forms(question, batch) @ importance,
        "side_by_side": _side_by_side(question, batch),
    }


def _forms(question: Asked, batch: Batch) -> Floats:
    shape = (batch.size, len(question.forms))
    found = _summed(*batch.words, shape, None) > 0
    return np.minimum(found @ question.form_means, 1.0)


def _side_by_side(question: Asked, batch: Batch) -> Floats:
    """How many of the question's neighbouring words stand as neighbours."""
    found = np.zeros(batch.size)
    hits = batch.stems
    near = (np.diff(hits.places) == 1) & (np.diff(hits.lines) == 0)
    if not question.pairs or not near.any():
        return found
    firsts, seconds = question.stems[hits.rows[:-1][near]], question.stems[hits.rows[1:][near]]
    there = (hits.documents[:-1][near].tolist(), firsts.tolist(), seconds.tolist())
    for number, *_ in {x for x in zip(*there, strict=True) if x[1:] in question.pairs}:
        found[number] += 1
    return np.minimum(found / max(len(question.rarity) - 1, 1), 1.0)


def _by_grams(
    question: Asked, batch: Batch, averages: Averages, importance: Floats
) -> dict[str, Floats]:
    hits, shape = batch.grams, (batch.size, len(question.grams))
    often = _summed(hits.documents, hits.rows, shape, hits.counts)
    titled = _summed(hits.documents, hits.rows, shape, hits.in_title) > 0
    weights = question.gram_rarity / (question.gram_rarity.sum() or 1.0)
    return {
        "grams": _saturated(often, batch.gram_length, averages.grams) @ weights,
        "softly": ((often > 0) @ question.gram_means) @ importance,
        "title_softly": (titled @ question.gram_means) @ importance,
        "of_title_grams": titled.sum(1) / np.maximum(batch.title_grams, 1),
    }


def _by_lines(question: Asked, batch: Batch, importance: Floats) -> dict[str, Floats]:
    shape = (len(batch.line_length), len(question.stems))
    held = _summed(batch.stems.lines, batch.stems.rows, shape, None) > 0
    words = np.sqrt(np.minimum(held @ question.means, 1.0))
    share = words @ importance
    usual = batch.line_length.mean() or 1.0
    dense = share * 1.5 / (1 + 0.5 * batch.line_length / usual)
    titles = words[batch.first_line][batch.line_document]
    from_first = np.arange(len(share)) - batch.first_line[batch.line_document]
    opening = np.where((from_first < _BEGINNING)[:, None], words, 0.0)
    return {
        "line": _best(share, batch),
        "dense_line": _best(dense, batch),
        "window": _best(_windows(words, batch) @ importance, batch),
        "line_title": _best(np.maximum(words, titles) @ importance, batch),
        "beginning": _best(opening, batch) @ importance,
    }


def _windows(words: Floats, batch: Batch) -> Floats:
    window = words.copy()
    for step in range(1, _WINDOW):
        same = (batch.line_document[step:] == batch.line_document[:-step])[:, None]
        window[:-step] = np.maximum(window[:-step], np.where(same, words[step:], 0.0))
    return window


def _best(values: Floats, batch: Batch) -> Floats:
    """The highest value among each document's lines."""
    found: Floats = np.maximum.reduceat(values, batch.first_line)
    return found


def _by_length(batch: Batch, averages: Averages) -> dict[str, Floats]:
    relative = np.maximum(batch.length, 1.0) / (averages.stems or 1.0)
    return {"length": np.log(relative), "short": (relative < _SHORT).astype(np.float64)}
