"""Learn which lines of a page answer a question: writes ``search/sentences/weights.json``.

``python -m benchmarks.train_sentences --omos PATH [--out FILE]`` learns on OMoS-QA's train split,
in all its languages, and prints how well that does on pages left out of the learning. Words that
are common on all pages are counted before, by `benchmarks/common_words.py`.

Both looks at lines learn from answered questions alone: whether a page answers at all is for the
look at the whole to say. The second one learns half from what the first says of a question in all
its languages (knowledge distillation, Hinton & al. 2015), which is righter than it is in one.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import numpy as np

from benchmarks.logistic import Floats, fit, matrix, names_of
from benchmarks.omos import Page, Question, read_pages, read_questions
from search.sentences.around import around
from search.sentences.asking import read_question
from search.sentences.coverage import cover
from search.sentences.described import Described
from search.sentences.features import Features, features
from search.sentences.model import WEIGHTS, Linear
from search.sentences.page import read_page
from search.sentences.whole import whole

FOLDS = 5
RIDGES = {"line": 1500.0, "around": 2000.0, "whole": 100.0}
SOFT = 0.6  # of what the second look learns from: how likely the first finds a line, not what it is
ABOUT = (
    "Learned by benchmarks/train_sentences.py from the train split of OMoS-QA by Kleinle, Prange"
    " and Friedrich (2024, arXiv 2407.15736), CC BY 4.0. Weights by feature, see features.py,"
    " around.py and whole.py."
)


@dataclass(slots=True)
class Example:
    """A question about a page in one language, with the lines that answer, as 0 and 1.

    ``question`` is its number, the same in all languages.
    """

    question: int
    fold: int
    language: str
    described: Described
    answers: Floats
    rows: list[Features] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn, write and say how it went."""
    options = _parser().parse_args(arguments)
    pages = read_pages(options.omos)
    examples = list(read_examples(pages, read_questions(options.omos, "train")))
    line = _learn_line(examples)
    near = _learn_around(examples)
    at_all = _learn_whole(examples)
    threshold, reached = best_threshold(examples)
    looks = {"line": line, "around": near, "whole": at_all}
    written = {name: _written(look) for name, look in looks.items()}
    parts = {"about": ABOUT, "threshold": round(threshold, 3), **written}
    options.out.write_text(json.dumps(parts, indent=1) + "\n", encoding="utf-8")
    print(f"micro-F1 on pages left out: {reached:.3f}; {len(line.weights)} weights of lines")


def read_examples(pages: Iterable[Page], questions: Iterable[Question]) -> Iterator[Example]:
    """Yield every question in every language; pages with one title fall into one fold."""
    by_id = {page.id: page for page in pages}
    for number, question in enumerate(questions):
        page = by_id[question.page]
        fold = sha256(page.text["de"].partition("\n")[0].encode()).digest()[0] % FOLDS
        for language, asked in question.text.items():
            described, filled = _described(asked, page.text[language], language)
            labels = np.array([float(place in question.answers) for place in filled])
            rows = list(features(described))
            yield Example(number, fold, language, described, labels, rows)


def _described(asked: str, text: str, language: str) -> tuple[Described, list[int]]:
    """A question and a page, and the places of its lines in the text, empty ones counted."""
    filled = [place for place, line in enumerate(text.split("\n")) if line.strip()]
    page, asking = read_page(text, language), read_question(asked, language)
    return Described(asking, page, cover(asking, page)), filled


def _learn_line(examples: Sequence[Example]) -> Linear:
    """Learn the first look, and give every example the scores that other folds teach."""
    rows = [row for x in examples for row in x.rows]
    labels = np.concatenate([x.answers for x in examples])
    learned, scores = _learn(examples, rows, labels, RIDGES["line"])
    for example, part in zip(examples, scores, strict=True):
        example.first = part
    return learned


def _learn_around(examples: Sequence[Example]) -> Linear:
    rows = [row for x in examples for row in around(x.first)]
    labels = np.concatenate(list(softened(examples)))
    learned, scores = _learn(examples, rows, labels, RIDGES["around"])
    for example, part in zip(examples, scores, strict=True):
        example.second = part
    return learned


def softened(examples: Sequence[Example]) -> Iterator[Floats]:
    """Yield lines that answer, mixed with how likely the first look finds them.

    That is by the mean of a question's languages, where their pages have as many lines.
    """
    by_question: dict[tuple[int, int], list[Sequence[float]]] = {}
    for x in examples:
        by_question.setdefault((x.question, len(x.first)), []).append(x.first)
    for x in examples:
        mean = np.mean(by_question[x.question, len(x.first)], axis=0)
        yield (1 - SOFT) * x.answers + SOFT / (1 + np.exp(-mean))


def _learn(
    examples: Sequence[Example], rows: Sequence[Features], labels: Floats, ridge: float
) -> tuple[Linear, list[list[float]]]:
    """Learn from answered questions, and return every example's scores that other folds teach."""
    names = names_of(rows)
    table = matrix(rows, names)
    many = [len(x.answers) for x in examples]
    folds = np.repeat([x.fold for x in examples], many)
    told = np.repeat([x.answers.any() for x in examples], many)
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        others = told & (folds != fold)
        learned = fit(table[others], labels[others], ridge, names)
        scores[folds == fold] = _scores(learned, table[folds == fold], names)
    parts = np.split(scores, np.cumsum(many)[:-1])
    return fit(table[told], labels[told], ridge, names), [part.tolist() for part in parts]


def _scores(learned: Linear, table: Floats, names: Sequence[str]) -> Floats:
    weights = np.array([learned.weights[name] for name in names])
    return np.asarray(table @ weights + learned.bias)


def _learn_whole(examples: Sequence[Example]) -> Linear:
    rows = [whole(x.described, x.first, x.second) for x in examples]
    names = names_of(rows)
    labels = np.array([float(x.answers.any()) for x in examples])
    return fit(matrix(rows, names), labels, RIDGES["whole"], names)


def best_threshold(examples: Iterable[Example]) -> tuple[float, float]:
    """Return the probability from which on lines count so that micro-F1 is best, and that F1.

    Over answerable questions, by the scores that other folds teach.
    """
    told = [x for x in examples if x.answers.any()]
    scores = np.concatenate([x.second for x in told])
    labels = np.concatenate([x.answers for x in told])
    order = np.argsort(-scores)
    right = np.cumsum(labels[order])
    reached = 2 * right / (np.arange(1, len(order) + 1) + labels.sum())
    best = int(reached.argmax())
    return float(1 / (1 + np.exp(-scores[order[best]]))), float(reached[best])


def _written(look: Linear) -> dict[str, object]:
    weights = {name: round(weight, 4) for name, weight in sorted(look.weights.items())}
    return {"bias": round(look.bias, 4), "weights": weights}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, required=True, help="folder of OMoS-QA's files")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    return parser


if __name__ == "__main__":
    main()
