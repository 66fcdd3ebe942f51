"""How well the lines that answer a question about a page are found, and that none does.

``python -m benchmarks.sentences --omos PATH [--split dev]``. Over German pages, what the words of
other languages mean is learned from the pages of the train split and their translations.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from benchmarks.omos import Page, Question, in_all_languages, read_pages, read_questions
from benchmarks.table import show
from search.sentences.answering import judge
from search.sentences.model import shipped
from search.sentences.tokens import Translation
from search.translating.learning import learn_translations
from search.translating.word_translations import WordTranslations

GERMAN = "de"
REFUSED = 0.1  # of the questions that a page answers, at most
HEADINGS = ("pages", "asked", "micro-F1", "precision", "recall", "none recognised", "ms")
_DRAWS = 1000
Floats = NDArray[np.float64]


@dataclass(slots=True)
class Outcome:
    """What came of a setting, question by question: lines right, quoted, wanted; likelihoods."""

    counts: list[tuple[int, int, int]] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    unanswered: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    pages = {page.id: page for page in read_pages(options.omos)}
    questions = read_questions(options.omos, options.split)
    learned = _learned(pages, read_questions(options.omos, "train"))
    outcomes = {
        setting: measure(setting, questions, pages, learned) for setting in _settings(questions)
    }
    rows = [(*setting, *_row(outcome)) for setting, outcome in outcomes.items()]
    show(f"OMoS-QA, {options.split}: lines given the page", HEADINGS, rows)
    own = [outcome for (of_page, asked), outcome in outcomes.items() if of_page == asked]
    print(f"mean micro-F1 in the page's language: {np.mean([_f1(x.counts) for x in own]):.3f}")


def measure(
    setting: tuple[str, str],
    questions: Sequence[Question],
    pages: Mapping[str, Page],
    learned: WordTranslations,
) -> Outcome:
    """Ask the questions in one language about the pages in another or the same."""
    of_page, asked = setting
    known = Translation(asked, lambda stem: learned.german(stem, asked))
    outcome = Outcome()
    for question in questions:
        text = pages[question.page].text[of_page]
        started = perf_counter()
        judged = judge(question.text[asked], text, of_page, known if asked != of_page else None)
        outcome.seconds.append(perf_counter() - started)
        if question.answers:
            outcome.counts.append(_counted(judged.lines, text, question.answers))
            outcome.answered.append(judged.probability)
        else:
            outcome.unanswered.append(judged.probability)
    return outcome


def _counted(likely: Sequence[float], text: str, answers: Sequence[int]) -> tuple[int, int, int]:
    filled = [number for number, line in enumerate(text.split("\n")) if line.strip()]
    least = shipped().threshold
    quoted = {filled[place] for place, each in enumerate(likely) if each >= least}
    return len(quoted.intersection(answers)), len(quoted), len(answers)


def _settings(questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    languages = list(questions[0].text)
    yield from ((language, language) for language in languages)
    yield from ((GERMAN, language) for language in languages if language != GERMAN)


def _learned(pages: Mapping[str, Page], questions: Sequence[Question]) -> WordTranslations:
    seen = {question.page for question in questions}
    return learn_translations(
        in_all_languages([page for page in pages.values() if page.id in seen])
    )


def _row(outcome: Outcome) -> tuple[str, ...]:
    right, quoted, wanted = np.array(outcome.counts).sum(0)
    draws = np.random.default_rng(1)
    f1 = [_f1(_drawn(outcome.counts, draws)) for _ in range(_DRAWS)]
    seen = [
        _recognised(_drawn(outcome.answered, draws), _drawn(outcome.unanswered, draws))
        for _ in range(_DRAWS)
    ]
    return (
        _interval(_f1(outcome.counts), f1),
        f"{right / max(1, quoted):.3f}",
        f"{right / wanted:.3f}",
        _interval(_recognised(outcome.answered, outcome.unanswered), seen),
        f"{np.median(outcome.seconds) * 1000:.1f}",
    )


def _drawn(values: Sequence[object], draws: np.random.Generator) -> Floats:
    """As many as there are, with repetition: the bootstrap (Efron 1979), by question."""
    given = np.array(values)
    return given[draws.integers(0, len(given), len(given))]


def _f1(counts: Sequence[tuple[int, int, int]] | Floats) -> float:
    right, quoted, wanted = np.array(counts).sum(0)
    return float(2 * right / (quoted + wanted))


def _recognised(answered: Sequence[float] | Floats, unanswered: Sequence[float] | Floats) -> float:
    least = np.quantile(np.array(answered), REFUSED)
    return float((np.array(unanswered) < least).mean())


def _interval(value: float, drawn: Sequence[float]) -> str:
    low, high = np.quantile(drawn, (0.025, 0.975))
    return f"{value:.3f} ({low:.2f}-{high:.2f})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, required=True, help="folder of OMoS-QA's files")
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    return parser


if __name__ == "__main__":
    main()
