"""How good the answers are, with 95 % intervals, beside what towns use today.

``python -m benchmarks.answers [--omos PATH [--split dev]] [--part tune|kept]
[--minisearch FOLDER] [--lotse-ask] [--markdown] [--failures FILE]``
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import quantiles

from benchmarks.answering import command_line
from benchmarks.answering.asked import Asked, by_language, hit
from benchmarks.answering.demo_questions import GERMAN, WHOLE, OwnQuestions, Put, worst
from benchmarks.answering.figures import share
from benchmarks.answering.lotse import Lotse, Unlearned, vocabulary
from benchmarks.answering.minisearch import minisearch
from benchmarks.answering.quoting import Quotations
from benchmarks.answering.tables import Table, print_table
from benchmarks.answering.towns import Made, Outcomes, Setting, Towns
from benchmarks.answering.word_engines import Bm25, Fts5

RANKS = (1, 3)
LOTSE = "Lotse"
GOALS = (".75", ".92")
GERMAN_GOALS = {"en": ".80", "fr": ".80", "ar": ".72", "uk": ".72"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.failures and options.part != "tune":
        parser.error("--failures is for --part tune: nobody looks at what is kept apart")
    systems = _systems(options)
    towns = Towns(options.omos, options.split) if options.omos else None
    if towns:
        print_table(_pages(towns, systems, options.split), markdown=options.markdown)
        known = towns.translations.beside(vocabulary())
        quotations = Quotations(options.omos, options.split, known)
        print_table(quotations.table(), markdown=options.markdown)
    if options.part:
        for table in _own(options, systems, towns.texts() if towns else ()):
            print_table(table, markdown=options.markdown)


def _systems(options: argparse.Namespace) -> Mapping[str, Made]:
    systems: dict[str, Made] = {LOTSE: Lotse}
    if options.alone:
        return systems
    systems["Lotse, word lists alone"] = Unlearned
    systems |= {"FTS5": Fts5, "BM25 words": Bm25}
    if options.minisearch:
        systems["MiniSearch"] = minisearch(options.minisearch)
        systems["MiniSearch, any word"] = minisearch(options.minisearch, "OR")
    return systems


def _pages(towns: Towns, systems: Mapping[str, Made], split: str) -> Table:
    outcomes = {name: towns.ask(made) for name, made in systems.items()}
    heads = ("asked", "pages", "n", "hit@1", "goal", *[f"hit@3, {x}" for x in systems], "goal")
    rows = list(_town_rows(outcomes))
    return Table(f"OMoS-QA, {split}: pages found", (*heads, "p95 ms"), rows)


def _town_rows(outcomes: Mapping[str, Outcomes]) -> Iterator[Sequence[str]]:
    for setting in sorted(outcomes[LOTSE], key=_order):
        asked = [x[setting] for x in outcomes.values()]
        first = hit(asked[0], 1)
        goals = GOALS if setting.pages == setting.asked else ("–", GERMAN_GOALS[setting.asked])
        yield (
            *(setting.asked, setting.pages, str(first.cases), str(first), goals[0]),
            *(*[str(hit(x, 3)) for x in asked], goals[1], _p95(asked[0])),
        )


def _own(
    options: argparse.Namespace, systems: Mapping[str, Made], others: Sequence[str]
) -> Iterator[Table]:
    questions = OwnQuestions(options.part)
    hits = questions.hits(systems)
    ours = hits[WHOLE][LOTSE]
    rows = [
        *_hit_rows(hits),
        *_alone(questions.trust_rows(ours), systems),
        *_alone([questions.slips_row(Lotse)], systems),
        *_alone(questions.danger_rows(others), systems),
        *_alone([("p95, ms of processor time", "20", _p95(ours.inside))], systems),
    ]
    yield Table(f"Our questions, {options.part}", ("measure", "goal", *systems), rows)
    yield questions.reliability(ours)
    for texts in hits:
        yield questions.languages(hits, texts)
    if options.lotse_ask:
        yield command_line.table(questions.inside)
    if options.failures:
        lines = questions.failures(hits, options.many)
        options.failures.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _hit_rows(hits: Mapping[str, Mapping[str, Put]]) -> Iterator[Sequence[str]]:
    for texts, goals in ((WHOLE, (".85", ".95", ".88")), (GERMAN, (".85", ".95", ".88"))):
        asked = [put_.inside for put_ in hits[texts].values()]
        for rank, goal in zip(RANKS, goals, strict=False):
            yield (f"hit@{rank}, {texts}", goal, *[str(hit(x, rank)) for x in asked])
        empty = [share(not each.found.keys for each in x) for x in asked]
        yield (f"nothing found, {texts}", "–", *map(str, empty))
        least = [worst(x) for x in asked]
        told = [f"{language} {figure}" for language, figure in least]
        yield (f"worst language's hit@3, {texts}", goals[2], *told)


def _alone(
    rows: Iterable[tuple[str, str, str]], systems: Mapping[str, Made]
) -> Iterator[Sequence[str]]:
    """Rows of Lotse's alone."""
    return ((*row, *["–"] * (len(systems) - 1)) for row in rows)


def _p95(asked: Sequence[Asked]) -> str:
    """Without the first question in each language, which makes its examples ready: where Lotse
    runs they are kept.
    """
    seconds = [x.seconds for of in by_language(asked).values() for x in of[1:]]
    return f"{quantiles(seconds, n=20)[-1] * 1000:.1f}"


def _order(setting: Setting) -> tuple[bool, str]:
    return (setting.pages != setting.asked, setting.asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, help="folder of OMoS-QA's files")
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--part", choices=("tune", "kept"), help="of our own questions")
    parser.add_argument("--minisearch", type=Path, help="folder where npm installed minisearch")
    parser.add_argument("--lotse-ask", action="store_true", help="the same by the command line")
    parser.add_argument("--alone", action="store_true", help="nothing to compare with")
    parser.add_argument("--markdown", action="store_true", help="tables for docs/answers.md")
    parser.add_argument("--failures", type=Path, help="a file for questions that were not answered")
    parser.add_argument("--many", type=int, default=60, help="of each list of failures")
    return parser


if __name__ == "__main__":
    main()
