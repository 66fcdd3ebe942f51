"""An automatic respondent walks forms to their end, in every one of their languages.

``python -m benchmarks.walk_form FORM... [--languages de ar] [--people 5] [--seed 1]``
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from benchmarks.table import show
from benchmarks.walking import Stuck, Walk, walks
from surveys.form import Form
from surveys.xlsform.problems import Problem, Severity
from surveys.xlsform.reading import read

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)
HEADINGS = ("form", "language", "questions", "steps", "ms", "p95 ms", "slips", "outcome")

Row = tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Walk and print."""
    options = _parser().parse_args(arguments)
    seeds = range(options.seed, options.seed + options.people)
    rows = [row for path in options.forms for row in measured(path, options.languages, seeds)]
    show("Forms walked to their end", HEADINGS, rows)


def measured(path: Path, languages: Sequence[str], seeds: Sequence[int]) -> Iterator[Row]:
    """A row for each language of a form, or one that says why it was refused."""
    reading = read(path, path.name)
    if reading.form is None:
        yield _row(path.name, outcome=f"refused: {_reasons(reading.problems)}")
        return
    for language in _spoken(reading.form, languages):
        yield _walked(path.name, reading.form, language, seeds)


def _spoken(form: Form, wanted: Sequence[str]) -> list[str]:
    return [language for language in form.languages if not wanted or language in wanted]


def _walked(name: str, form: Form, language: str, seeds: Sequence[int]) -> Row:
    shown = language or "–"
    try:
        done = walks(form, language, seeds, NOW)
    except (Stuck, AssertionError) as stuck:
        return _row(name, shown, outcome=f"stuck: {stuck}")
    return _row(name, shown, *_figures(done), outcome="handed in")


def _figures(done: Sequence[Walk]) -> Row:
    seconds = [second for walk in done for second in walk.seconds]
    slowest = quantiles(seconds, n=20)[-1]
    return (
        _middle(len(walk.asked) for walk in done),
        _middle(len(walk.seconds) for walk in done),
        f"{median(seconds) * 1000:.2f}",
        f"{slowest * 1000:.2f}",
        str(sum(walk.slips for walk in done)),
    )


def _middle(figures: Iterable[int]) -> str:
    return f"{median(figures):g}"


def _row(*cells: str, outcome: str) -> Row:
    return (*cells, *[""] * (len(HEADINGS) - 1 - len(cells)), outcome)


def _reasons(problems: Iterable[Problem]) -> str:
    errors = [each for each in problems if each.severity is Severity.ERROR]
    return ", ".join(dict.fromkeys(f"{x.code} in {x.sheet} {x.row}" for x in errors))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", type=Path, nargs="+", metavar="FORM")
    parser.add_argument("--languages", nargs="*", default=(), help="only these; all without")
    parser.add_argument("--people", type=int, default=5, help="how many go through each language")
    parser.add_argument("--seed", type=int, default=1, help="the first person's")
    return parser


if __name__ == "__main__":
    main()
