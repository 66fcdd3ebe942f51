"""How long learning word translations takes, how much memory, and what is learned.

``python -m benchmarks.word_translations --omos PATH [--pages 400]``
"""

import argparse
import resource
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.omos import read_pages
from benchmarks.table import show
from search.document import Document
from search.translating.learning import learn_translations

MEGABYTE = 1 << 10  # ru_maxrss counts kilobytes


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    pages = read_pages(options.omos)[: options.pages]
    documents = [
        Document(x.number, {language: {"body": text} for language, text in x.text.items()})
        for x in pages
    ]
    before = _memory()
    started = perf_counter()
    learned = learn_translations(documents)
    seconds = perf_counter() - started
    rows = [(language, str(len(of))) for language, of in learned.languages.items()]
    show(f"{len(documents)} pages, words that have translations", ("language", "words"), rows)
    print(f"{seconds:.1f} s, {_memory()} MB at the most ({before} MB before), ", end="")
    print(f"{len(learned.to_json().encode()) / 1e6:.1f} MB as text")


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, required=True, help="folder of OMoS-QA's files")
    parser.add_argument("--pages", type=int, default=400)
    return parser


if __name__ == "__main__":
    main()
