"""Questions in a large town: seconds to build its index, memory, and time of the whole way.

``python -m benchmarks.search_scale [--offers 20000] [--languages 12] [--folder FOLDER]``

Made offers (``benchmarks.made_texts``) are written to a SQLite database and asked as ``lotse ask``
does, each step in a process of its own; the questions are ours, of the part for tuning. One touches
the index of its language, of German and of concepts, so that fewer languages make it no faster. A
folder that is given is kept, and used again. At the end offers are said to be still right, as
keepers do: that is how long the catalogue of a running Lotse needs to follow.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.made_texts import LANGUAGES, Writer
from benchmarks.offers_made import offers as made
from benchmarks.table import show
from bot.catalogue import answering_in
from models import offer_reviews
from models import offers as stored
from models.asked_town import AskedTown
from models.base import Session
from models.catalogue import build
from models.engine import engine_for
from models.imports.offer_writing import write_offers
from models.offer import Offer
from models.offer_revision import changed
from models.offer_rules import OfferRules
from models.roles import Deed
from models.store import Store
from models.upgrading import upgrade

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = AT.date()
ASKED = Path(__file__).parent / "questions"
CHUNK = 2000
CONFIRMED = 20
Figures = dict[str, str]


def main() -> None:
    """Measure in child processes and print."""
    options = _parser().parse_args()
    if options.step:
        print(json.dumps(STEPS[options.step](options.folder, options.offers, options.languages)))
        return
    with TemporaryDirectory() as folder:
        _measure(options.folder or Path(folder), options)


def _measure(folder: Path, options: argparse.Namespace) -> None:
    figures: Figures = {}
    folder.mkdir(parents=True, exist_ok=True)
    for step in STEPS:
        if step != "fill" or not (folder / "lotse.db").exists():
            figures |= _child(step, folder, options)
    title = f"{options.offers} offers in {options.languages} languages"
    show(title, ("what", "figure"), list(figures.items()))


def _child(step: str, folder: Path, options: argparse.Namespace) -> Figures:
    size = ("--offers", str(options.offers), "--languages", str(options.languages))
    command = (sys.executable, "-m", "benchmarks.search_scale", "--step", step, *size)
    done = subprocess.run(
        (*command, "--folder", folder), check=True, stdout=subprocess.PIPE, text=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def fill(folder: Path, count: int, languages: int) -> Figures:
    """Make the offers."""
    upgrade(_url(folder))
    writers = {x: Writer(x) for x in LANGUAGES[:languages]}
    store = Store(engine_for(_url(folder)))
    offers = made(count)
    for _ in range(0, count, CHUNK):
        some = [_written(x, writers) for _, x in zip(range(CHUNK), offers, strict=False)]
        with store.transaction() as session:
            changed(session, write_offers(session, "made", some))
    store.close()
    return {"database": _size(folder.glob("lotse.db*"))}


def index(folder: Path, _count: int, _languages: int) -> Figures:
    """Bring the index up to date."""
    started, spent = perf_counter(), process_time()
    with Session(engine_for(_url(folder))) as session:
        AskedTown.of(session, answering_in(folder / "index"), TODAY)
    return {
        "building the index": f"{perf_counter() - started:.0f} s",
        "CPU of that": f"{process_time() - spent:.0f} s",
        "memory of that": f"{getrusage(RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB",
        "index": _size((folder / "index").glob("*")),
    }


def ask(folder: Path, _count: int, languages: int) -> Figures:
    """Ask."""
    started = process_time()
    with Session(engine_for(_url(folder))) as session:
        town = AskedTown.of(session, answering_in(folder / "index"), TODAY)
        opened = process_time() - started
        first = _asked(town, "Wo kann ich Deutsch lernen?", "de")
        asked = list(_questions(languages))
        new, again = ([_asked(town, *x) for x in asked] for _ in range(2))
    return {
        "opening (CPU)": f"{opened:.2f} s",
        "first question": f"{first[0] * 1000:.0f} ms",
        **_spread("CPU of a question in a fresh process", [x for _, x in new]),
        **_spread("CPU of a question", [x for _, x in again]),
        **_spread("question", [x for x, _ in again]),
        "memory when asking": f"{getrusage(RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB",
    }


def confirm(folder: Path, _count: int, _languages: int) -> Figures:
    """Say of offers that they are still right."""
    store = Store(engine_for(_url(folder)))
    answering = answering_in(folder / "index")
    with Session(store.engine) as session:
        catalogue = build(session, answering, TODAY)
        ids = stored.standing(session, TODAY)
    spent: list[float] = []
    for id in ids[:: max(1, len(ids) // CONFIRMED)]:
        with store.transaction() as session:
            offer_reviews.confirm(session, Deed(AT), id, OfferRules())
        with Session(store.engine) as session:
            started = process_time()
            catalogue = build(session, answering, TODAY, catalogue)
            spent.append(process_time() - started)
    store.close()
    return _spread("CPU to follow one offer that is still right", spent)


STEPS: Mapping[str, Callable[[Path, int, int], Figures]] = {
    "fill": fill,
    "index": index,
    "ask": ask,
    "confirm": confirm,
}


def _written(offer: Offer, writers: Mapping[str, Writer]) -> Offer:
    texts = {}
    for language, writer in writers.items():
        parts = writer.offer()
        named = {"title": "title", "summary": "short_answer", "body": "description"}
        texts[language] = {named[part]: text for part, text in parts.items()}
    return replace(offer, texts=texts)


def _questions(languages: int) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES[:languages]:
        lines = (ASKED / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        asked = [x for x in map(json.loads, lines) if x["part"] == "tune"]
        yield from ((x["text"], language) for x in asked)


def _asked(town: AskedTown, text: str, language: str) -> tuple[float, float]:
    started, spent = perf_counter(), process_time()
    town.ask(text, language, 3)
    return perf_counter() - started, process_time() - spent


def _spread(name: str, seconds: list[float]) -> Figures:
    middle, most = median(seconds) * 1000, quantiles(seconds, n=20)[-1] * 1000
    return {f"{name}, p50 and p95": f"{middle:.1f} and {most:.1f} ms"}


def _size(paths: Iterable[Path]) -> str:
    return f"{sum(x.stat().st_size for x in paths) / 1e6:.0f} MB"


def _url(folder: Path) -> str:
    return f"sqlite:///{folder / 'lotse.db'}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=20_000)
    parser.add_argument("--languages", type=int, default=12)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
