"""Learn how tales of danger are made: writes ``search/tales.json``.

``python -m benchmarks.train_tales [--out FILE]`` learns from the locales' sentences: what people
say in danger (``dangers.txt``), what they say in none with the same words (``@harmless`` there),
and what they say in other situations (``situations.txt``, and the terms of the thesaurus). It
prints how many of those are told rightly by what was learned from the other four fifths, in each
language.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.piece_table import table_of
from benchmarks.ranking.gathering import FOLDS, fold_of
from benchmarks.table import show
from models.language import LOCALES
from models.pieces import DANGER, load_pieces
from models.situations import load_situations
from models.tales import HARMLESS, load_dangers
from models.terms_file import all_terms
from models.thesaurus import load_concepts
from search import tales
from search.normalising import words
from search.tales import TalesModel, features
from search.thesaurus import Concept, ConceptKind

Floats = NDArray[np.float64]
RIDGE = 0.6
LEAST = 0.8
OFTEN = 6  # sentences that a feature must stand in, for its weight to be more than chance
IN_DANGER = 2.0  # how much a tale of danger counts beside others, of which there are more
SMALLEST = 0.05  # of a weight, to be worth writing down
# Who says that needs help that is near danger: such sentences teach nothing.
NEITHER = {
    *("violence", "domestic_violence", "womens_shelter", "sexual_violence", "stalking"),
    *("victim_support", "crisis_line", "child_protection", "forced_marriage", "mental"),
    *("depression", "hospital", "on_call_doctor", "drugs", "alcohol", "police_report"),
    *("trafficking", "racism", "doctor", "trauma", "pregnancy_conflict", "queer_refugees"),
}
ABOUT = (
    "Learned by benchmarks/train_tales.py from dangers.txt, situations.txt and thesaurus.txt of the"
    " locales."
    " By kind of danger: weights of pieces (locales/danger_pieces.csv) and of pairs of them."
)


class Tale(NamedTuple):
    """A sentence by its features; ``kind`` is "" where nobody is in danger."""

    language: str
    kind: str
    fold: int
    features: frozenset[str]
    is_near: bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, learn, print and write."""
    options = _parser().parse_args(arguments)
    learn(read_tales(), options.out)


def learn(told: Sequence[Tale], out: Path) -> None:
    """Print how well tales are told by what others teach, and write what all of them teach."""
    found: list[tuple[Tale, bool]] = []
    for fold in range(FOLDS):
        model = fit([x for x in told if x.fold != fold])
        found += [(x, _is_told(model, x)) for x in told if x.fold == fold]
    show("Of folds left out", ("language", "in danger", "harmless", "others"), _rows(found))
    model = fit(told)
    out.write_text(_json(model), encoding="utf-8")


def read_tales() -> list[Tale]:
    """Return the sentences of all languages that have words for the pieces."""
    reader = tales.Tales(load_pieces(DANGER), TalesModel({}, 1.0))
    concepts = load_concepts(LOCALES)
    dangers, others, terms = load_dangers(), load_situations(concepts), all_terms(LOCALES)
    near = {x.code for x in concepts.values() if NEITHER & {x.code, *x.broader} or _is_piece(x)}
    found = []
    for language, by_kind in dangers.items():
        said = [(kind, text) for kind, those in by_kind.items() for text in those]
        ordinary = others.get(language, {})
        named = {code: tuple(terms[language][code]) for code in terms[language].keys() - near}
        said += [("", x) for code in ordinary.keys() - near for x in ordinary[code]]
        said += [("", x.replace("*", "")) for those in named.values() for x in those]
        found += [_tale(reader, language, kind, text) for kind, text in sorted(said)]
    return found


def fit(told: Sequence[Tale]) -> TalesModel:
    """Return the softmax regression under which the kinds of tales are likeliest."""
    kinds = sorted({x.kind for x in told} - {""})
    alike = Counter((x.kind, x.features) for x in told)
    counts = Counter[str]()
    for (_, those), many in alike.items():
        counts.update(dict.fromkeys(those, many))
    names = ["", *sorted(name for name, many in counts.items() if many >= OFTEN)]
    table = table_of([those for _, those in alike], names[1:])
    wanted = np.array([[float(x == kind) for kind in kinds] for x, _ in alike])
    counted = np.array([(IN_DANGER if x else 1.0) * many for (x, _), many in alike.items()])
    weights = _fitted(table, wanted, counted)
    return TalesModel(
        {
            kind: {
                x: float(w)
                for x, w in zip(names, column, strict=True)
                if abs(w) >= SMALLEST or not x
            }
            for kind, column in zip(kinds, weights.T, strict=True)
        },
        LEAST,
    )


def _fitted(table: csr_matrix, wanted: Floats, counted: Floats) -> Floats:
    shape = (table.shape[1], wanted.shape[1])
    penalty = np.full(shape, RIDGE)
    penalty[0] = 0.0

    def loss(flat: Floats) -> tuple[float, Floats]:
        at = flat.reshape(shape)
        scores = np.column_stack((table @ at, np.zeros(table.shape[0])))
        top = scores.max(1, keepdims=True)
        logs = scores - top - np.log(np.exp(scores - top).sum(1, keepdims=True))
        right = (logs[:, :-1] * wanted).sum(1) + logs[:, -1] * (1 - wanted.sum(1))
        slope = table.T @ ((np.exp(logs[:, :-1]) - wanted) * counted[:, None])
        return (
            float(-counted @ right + (penalty * at**2).sum()),
            np.asarray(slope + 2 * penalty * at).ravel(),
        )

    start = np.zeros(shape).ravel()
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x).reshape(shape)


def _tale(reader: tales.Tales, language: str, kind: str, text: str) -> Tale:
    told = reader.read(words(text)).get(language, ())
    near = kind == HARMLESS
    fold = fold_of(f"{language} {text}")
    return Tale(language, "" if near else kind, fold, frozenset(features(told)), near)


def _is_piece(concept: Concept) -> bool:
    return concept.kind is ConceptKind.PRIMITIVE


def _is_told(model: TalesModel, tale: Tale) -> bool:
    return bool(model.kinds([x for x in tale.features if "+" not in x]))


def _rows(found: Iterable[tuple[Tale, bool]]) -> list[tuple[str, ...]]:
    shares: dict[str, dict[str, list[bool]]] = {}
    for tale, told in found:
        group = "in danger" if tale.kind else "harmless" if tale.is_near else "others"
        for language in (tale.language, "all"):
            shares.setdefault(language, {}).setdefault(group, []).append(told)
    return [(language, *_shown(groups)) for language, groups in sorted(shares.items())]


def _shown(groups: Mapping[str, list[bool]]) -> list[str]:
    those = [groups.get(x, []) for x in ("in danger", "harmless", "others")]
    return [f"{sum(x)}/{len(x)} {sum(x) / max(len(x), 1):.4f}" for x in those]


def _json(model: TalesModel) -> str:
    kinds = {
        kind: {name: round(weight, 2) for name, weight in sorted(of.items())}
        for kind, of in model.weights.items()
    }
    content = {"about": ABOUT, "least": model.least, "kinds": kinds}
    return json.dumps(content, indent=0, ensure_ascii=False) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=tales.SHIPPED)
    return parser


if __name__ == "__main__":
    main()
