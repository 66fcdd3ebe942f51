"""How good the answers are, with 95 % intervals, beside what towns use today.

``python -m benchmarks.answers [--omos PATH [--split dev]] [--part tune|kept]``
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import quantiles

from benchmarks.answering import demo_town
from benchmarks.answering.asked import Asked, by_language, hit, put
from benchmarks.answering.lotse import lotse
from benchmarks.answering.own_questions import read_own
from benchmarks.answering.towns import Made, Outcomes, Setting, Towns
from benchmarks.table import show
from search.document import Document
from search.translating.learning import learn_translations

RANKS = (1, 3)
HITS = ("n", *[f"hit@{x}" for x in RANKS], "p95 ms")
SYSTEMS: Mapping[str, Made] = {"Lotse": lotse}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    if options.omos:
        towns = Towns(options.omos, options.split)
        for name, made in SYSTEMS.items():
            show(
                f"OMoS-QA {options.split}: {name}",
                ("pages", "asked", *HITS),
                _rows(towns.ask(made)),
            )
    if options.part:
        for title, documents in _demo().items():
            for name, made in SYSTEMS.items():
                asked = _own(made, documents, options.part)
                show(f"{title}: {name}", ("asked", *HITS), _own_rows(asked))


def _demo() -> Mapping[str, list[Document]]:
    return {"demo": demo_town.whole(), "demo, mostly German": demo_town.mostly_german()}


def _own(made: Made, documents: Sequence[Document], part: str) -> list[Asked]:
    system = made(documents, learn_translations(documents))
    asked = [x.question for x in read_own(part, demo_town.keys())]
    return put(system, [x for x in asked if x.right])


def _rows(outcomes: Outcomes) -> Iterator[Sequence[str]]:
    for setting in sorted(outcomes, key=_order):
        yield (*setting, *_hits(outcomes[setting]))


def _own_rows(asked: Sequence[Asked]) -> Iterator[Sequence[str]]:
    for language, those in by_language(asked).items():
        yield (language, *_hits(those))
    yield ("all", *_hits(asked))


def _hits(asked: Sequence[Asked]) -> Sequence[str]:
    p95 = quantiles([x.seconds for x in asked], n=20)[-1]
    many = sum(bool(x.question.right) for x in asked)
    return (str(many), *[str(hit(asked, rank)) for rank in RANKS], f"{p95 * 1000:.1f}")


def _order(setting: Setting) -> tuple[bool, str]:
    return (setting.pages != setting.asked, setting.asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, help="folder of OMoS-QA's files")
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--part", choices=("tune", "kept"), help="of our own questions")
    return parser


if __name__ == "__main__":
    main()
