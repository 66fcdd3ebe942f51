"""Count on how many pages common words stand: writes ``search/sentences/common.json``.

``python -m benchmarks.common_words --omos PATH [--out FILE]`` counts the pages that OMoS-QA's train
split asks about, in all its languages. `benchmarks/train_sentences.py` comes after it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.omos import Page, read_pages, read_questions
from search.sentences.page import read_page
from search.sentences.rarity import COMMON, LEAST

ABOUT = (
    "Counted by benchmarks/common_words.py on the pages of the train split of OMoS-QA by Kleinle,"
    " Prange and Friedrich (2024, arXiv 2407.15736), CC BY 4.0: in each language, stems by the"
    " number of pages that have them."
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Count and write."""
    options = _parser().parse_args(arguments)
    asked = {question.page for question in read_questions(options.omos, "train")}
    pages = [page for page in read_pages(options.omos) if page.id in asked]
    stems = {x: written(_counted(pages, x)) for x in sorted(pages[0].text)}
    parts = {"about": ABOUT, "pages": len(pages), "stems": stems}
    text = json.dumps(parts, indent=1, ensure_ascii=False)
    options.out.write_text(text + "\n", encoding="utf-8")


def _counted(pages: Iterable[Page], language: str) -> Counter[str]:
    return Counter(stem for page in pages for stem in _stems(page.text[language], language))


def _stems(text: str, language: str) -> set[str]:
    return {token.stem for line in read_page(text, language).lines for token in line.tokens}


def written(counts: Mapping[str, int]) -> dict[str, str]:
    """Return the common stems by the number of pages that have them, the most first."""
    by_pages: dict[str, list[str]] = {}
    for stem, many in sorted(counts.items(), key=lambda x: (-x[1], x[0])):
        if many >= LEAST:
            by_pages.setdefault(str(many), []).append(stem)
    return {many: " ".join(stems) for many, stems in by_pages.items()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--omos", type=Path, required=True, help="folder of OMoS-QA's files")
    parser.add_argument("--out", type=Path, default=COMMON)
    return parser


if __name__ == "__main__":
    main()
