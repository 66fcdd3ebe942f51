"""Learn which need is told of by what goes together: writes ``search/needs.json``.

``python -m benchmarks.train_needs [--out FILE] [--apart]`` learns from the locales' sentences that
tell of a need (``situations.txt``), in all languages at once. ``--apart`` prints before how many
of them are told rightly by what the other four fifths teach, in each language.
"""

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags

from benchmarks.apart import taught
from benchmarks.piece_table import table_of
from benchmarks.ranking.gathering import FOLDS, fold_of
from benchmarks.table import show
from models.needs import load_needs
from models.understanding import load_understanding
from search import needs
from search.needs import NeedsModel
from search.understanding import spoken_in

Floats = NDArray[np.float64]
RIDGE = 3.0
STEPS = 40
OFTEN = 8  # sentences that a piece must stand in, for its weights to be more than chance
USUAL = 4.0  # rarity of a piece
SMALLEST = 0.2  # of a weight, to be worth writing down
FIRST = 3
ABOUT = (
    "Learned by benchmarks/train_needs.py from situations.txt of the locales. By piece (a concept,"
    " or one of locales/daily_pieces.csv): what it says of each need."
)


class Told(NamedTuple):
    """A sentence by its pieces, and the need that it tells of."""

    language: str
    need: str
    fold: int
    pieces: frozenset[str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, learn, print and write."""
    options = _parser().parse_args(arguments)
    told = list(read())
    if options.apart:
        show("Of folds left out", ("language", "first", "among three", "n"), _rows(told))
    options.out.write_text(_json(fit(told)), encoding="utf-8")


def read() -> Iterator[Told]:
    """Yield the sentences of all languages, by what is found in them when they are asked."""
    understanding, reader = load_understanding(), load_needs()
    for language, by_code in understanding.thesaurus.situations.items():
        for code, text in taught(by_code, understanding.thesaurus.concepts):
            reading = understanding.read(text, language)
            spoken = spoken_in(reading.languages)
            pieces = reader.pieces(reading.words, reading.meant, spoken)
            yield Told(language, code, fold_of(f"{language} {text}"), pieces)


def fit(told: Sequence[Told]) -> NeedsModel:
    """Return the softmax regression under which the needs that are told of are likeliest."""
    often = Counter(piece for x in told for piece in x.pieces)
    pieces = sorted(piece for piece, many in often.items() if many >= OFTEN)
    codes = sorted({x.need for x in told})
    numbers = {code: number for number, code in enumerate(codes)}
    wanted = np.array([numbers[x.need] for x in told])
    rarity = np.log(len(told) / np.array([often[piece] for piece in pieces])) / USUAL
    scale = np.concatenate(([1.0], rarity))  # what is rare says more: its weights cost less
    table = table_of([x.pieces for x in told], pieces) @ diags(scale)
    weights = _fitted(table, wanted, len(codes)) * scale[:, None]
    weights[1:][np.abs(weights[1:]) < SMALLEST] = 0.0
    places = {piece: row for row, piece in enumerate(pieces, 1)}
    return NeedsModel(tuple(codes), places, weights.astype(np.float32))


def _fitted(table: csr_matrix, wanted: NDArray[np.int64], many: int) -> Floats:
    shape = (table.shape[1], many)
    rows = np.arange(len(wanted))

    def loss(flat: Floats) -> tuple[float, Floats]:
        at = flat.reshape(shape)
        scores = table @ at
        scores -= scores.max(1, keepdims=True)
        shares = np.exp(scores)
        total = shares.sum(1)
        right = scores[rows, wanted] - np.log(total)
        shares /= total[:, None]
        shares[rows, wanted] -= 1
        slope = np.asarray(table.T @ shares) + RIDGE * at
        return float(-right.sum() + RIDGE / 2 * (at**2).sum()), slope.ravel()

    start = np.zeros(shape).ravel()
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x).reshape(shape)


def _rows(told: Sequence[Told]) -> list[tuple[str, ...]]:
    """How often the need is first, and among the first three, by what other folds teach."""
    places: dict[str, list[int]] = {}
    for fold in range(FOLDS):
        model = fit([x for x in told if x.fold != fold])
        for each in told:
            if each.fold == fold:
                place = _place(model, each)
                places.setdefault(each.language, []).append(place)
                places.setdefault("all", []).append(place)
    return [(language, *_shares(those)) for language, those in sorted(places.items())]


def _place(model: NeedsModel, told: Told) -> int:
    likely = model.likely(told.pieces)
    return sum(x > likely[told.need] for x in likely.values()) if told.need in likely else FIRST


def _shares(places: Collection[int]) -> Iterable[str]:
    first, among = (sum(x < limit for x in places) / len(places) for limit in (1, FIRST))
    return f"{first:.3f}", f"{among:.3f}", str(len(places))


def _json(model: NeedsModel) -> str:
    by_piece = {
        piece: {
            code: round(float(weight), 2)
            for code, weight in zip(model.codes, model.weights[row], strict=True)
            if weight
        }
        for piece, row in model.places.items()
    }
    anyway = [round(float(x), 2) for x in model.weights[0]]
    head = {"about": ABOUT, "needs": model.codes, "anyway": anyway}
    lines = [f"{json.dumps(x)}: {json.dumps(of, ensure_ascii=False)}" for x, of in by_piece.items()]
    parts = [f"{json.dumps(name)}: {json.dumps(of)}" for name, of in head.items()]
    return "{\n" + ",\n".join(parts) + ',\n"pieces": {\n' + ",\n".join(lines) + "\n}\n}\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=needs.SHIPPED)
    parser.add_argument("--apart", action="store_true", help="print what other folds teach")
    return parser


if __name__ == "__main__":
    main()
