"""How often the right page is among the first, and how long a question takes.

``python -m benchmarks.answers --omos PATH [--split dev] [--city CITY] [--topics DIR]``
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from benchmarks.omos import Page, Question, documents, read_pages, read_questions
from benchmarks.table import show
from benchmarks.topics import LOCALES, read_topics
from search.catalogue import Catalogue
from search.document import Topic

GERMAN = "de"
RANKS = (1, 3, 10)
HEADINGS = (
    *("pages", "asked", "n", "hit@1", "hit@3", "hit@10"),
    *("no answer", "kept silent", "ms", "p95 ms"),
)


class Setting(NamedTuple):
    """A language's questions, asked over the pages in one language."""

    pages: str
    asked: str


@dataclass(slots=True)
class Outcome:
    """What came of a setting: the right page's ranks, abstentions, seconds a question."""

    ranks: list[int | None] = field(default_factory=list)
    abstained: list[bool] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    pages = [x for x in read_pages(options.omos) if options.city in (None, x.city)]
    questions = read_questions(options.omos, options.split)
    topics = read_topics(options.topics)
    measured, built = measure(pages, questions, topics)
    title = f"OMoS-QA, {options.split} questions, {len(topics)} topics"
    show(title, HEADINGS, [_row(*each) for each in sorted(measured.items(), key=_order)])
    print(
        f"building a town's index: {median(built) * 1000:.0f} ms median of {len(built)}, ", end=""
    )
    print(f"{max(built) * 1000:.0f} ms at most")


def measure(
    pages: Iterable[Page], questions: Sequence[Question], topics: Sequence[Topic]
) -> tuple[dict[Setting, Outcome], list[float]]:
    """Return the outcome of each setting, and the seconds that each index took to build."""
    outcomes: defaultdict[Setting, Outcome] = defaultdict(Outcome)
    built: list[float] = []
    for city, of_city in _by_city(pages):
        asked = [x for x in questions if x.city == city]
        for language in of_city[0].text:
            started = perf_counter()
            catalogue = Catalogue(documents(of_city, language), topics)
            built.append(perf_counter() - started)
            for other in of_city[0].text if language == GERMAN else (language,):
                _ask(catalogue, of_city, asked, other, outcomes[Setting(language, other)])
    return outcomes, built


def _by_city(pages: Iterable[Page]) -> Iterator[tuple[str, list[Page]]]:
    cities: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        cities[page.city].append(page)
    yield from cities.items()


def _ask(
    catalogue: Catalogue,
    pages: Iterable[Page],
    questions: Iterable[Question],
    language: str,
    outcome: Outcome,
) -> None:
    keys = {x.id: x.number for x in pages}
    for question in questions:
        started = perf_counter()
        answer = catalogue.ask(question.text[language], language, limit=max(RANKS))
        outcome.seconds.append(perf_counter() - started)
        if question.answerable:
            found = [x.key for x in answer.hits]
            right = keys[question.page]
            outcome.ranks.append(found.index(right) + 1 if right in found else None)
        else:
            outcome.abstained.append(not answer.found)


def _row(setting: Setting, outcome: Outcome) -> tuple[str, ...]:
    hits = (_share(r is not None and r <= rank for r in outcome.ranks) for rank in RANKS)
    times = (median(outcome.seconds), quantiles(outcome.seconds, n=20)[-1])
    return (
        *setting,
        str(len(outcome.ranks)),
        *hits,
        str(len(outcome.abstained)),
        _share(outcome.abstained),
        *[f"{x * 1000:.3f}" for x in times],
    )


def _order(measured: tuple[Setting, Outcome]) -> tuple[bool, str]:
    setting, _ = measured
    return (setting.pages != setting.asked, setting.asked)


def _share(held: Iterable[bool]) -> str:
    all_held = list(held)
    return f"{sum(all_held) / len(all_held):.3f}" if all_held else "-"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, required=True, help="folder of OMoS-QA's files")
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--city", help="only this town's pages")
    parser.add_argument("--topics", type=Path, default=LOCALES, help="folder of topics.toml files")
    return parser


if __name__ == "__main__":
    main()
