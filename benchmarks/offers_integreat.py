"""How long a region of Integreat takes to come in by the command line.

``python -m benchmarks.offers_integreat [--pages 362] [--folder SAVED]``

The export is made first, in two languages, with pages as long as real ones and as many that are
only headings; or it is one that was saved (`--folder`). Each import is `lotse import offers` in a
process of its own: into an empty database, and once more, when nothing changes.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.offers_made import WORDS
from benchmarks.table import show
from models.upgrading import upgrade

PAGES, GOAL = 362, "5 s"
HEADINGS_EACH = 5  # one of so many pages is only a heading
LANGUAGES = ("de", "en")
OTHERS = ("ar", "it", "pl", "ro", "tr", "uk")  # which pages name though nobody saved them
BASE = "https://cms.example.org"
CODE = "from bot.__main__ import app; app(standalone_mode=False)"


def export(folder: Path, pages: int) -> None:
    """A saved region: the same each time."""
    for language in LANGUAGES:
        random = Random(pages)
        made = [_page(random, number, language) for number in range(pages)]
        (folder / language).mkdir()
        (folder / language / "pages.json").write_text(json.dumps(made))
        for kind in ("locations", "events"):
            (folder / language / f"{kind}.json").write_text("[]")


def _page(random: Random, number: int, language: str) -> dict[str, Any]:
    heading = number - number % HEADINGS_EACH
    path = _path(number, language)
    content = "" if number == heading else _content(random)
    others = [x for x in (*LANGUAGES, *OTHERS) if x != language]
    return {
        "id": number * 100 + len(path),
        "url": f"{BASE}{path}",
        "path": path,
        "title": f"{random.choice(WORDS)} {number}",
        "last_updated": "2026-03-02T10:00:00+01:00",
        "excerpt": re.sub(r"<[^>]*>", "", content),
        "content": content,
        "parent": {"id": heading, "path": _path(heading, language) if content else None},
        "available_languages": {x: {"id": number, "path": _path(number, x)} for x in others},
    }


def _path(number: int, language: str) -> str:
    return f"/mittelstadt/{language}/{'seite' if language == 'de' else 'page'}-{number}/"


def _content(random: Random) -> str:
    """As long as a page of a real region on average, some 6,000 characters of HTML."""
    parts = (
        f"<h3>{_sentence(random, 4)}</h3><p>{_sentence(random, 40)}<br>{_sentence(random, 30)}</p>"
        f"<ul><li>{_sentence(random, 8)}</li><li>{_sentence(random, 8)}</li></ul><p>&#160;</p>"
        f'<p><a href="https://www.example.org/{number}">Hier</a> {_sentence(random, 12)}</p>'
        for number in range(6)
    )
    return "<div>\r\n" + "\r\n".join(parts) + "</div>"


def _sentence(random: Random, words: int) -> str:
    return f"{' '.join(random.choices(WORDS, k=words))}&#252;."


def measured(folder: Path, database: str) -> Iterator[tuple[str, ...]]:
    """A row for the first import, and one for the next."""
    for name in ("first", "again"):
        began, cpu = time.perf_counter(), _cpu()
        said = _imported(folder, database)
        yield name, f"{time.perf_counter() - began:.1f}", GOAL, f"{_cpu() - cpu:.1f}", said


def _cpu() -> float:
    """Seconds that all children had so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _imported(folder: Path, database: str) -> str:
    """What the command says in the end."""
    command = (sys.executable, "-c", CODE, "import", "offers", str(folder), "--format", "integreat")
    environment = os.environ | {"LOTSE_DATABASE_URL": database}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return next(x for x in done.stdout.splitlines() if re.match(r"\d+ new", x))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--folder", type=Path)
    wanted = parser.parse_args()
    with TemporaryDirectory(prefix="lotse-benchmark-") as made:
        saved = wanted.folder or Path(made) / "saved"
        if not wanted.folder:
            saved.mkdir()
            export(saved, wanted.pages)
        database = f"sqlite:///{made}/lotse.db"
        upgrade(database)
        size = sum(x.stat().st_size for x in saved.rglob("*.json")) / 1e6
        rows = list(measured(saved, database))
        show(f"A region, {size:.1f} MB", ("import", "seconds", "goal", "CPU", "said"), rows)


if __name__ == "__main__":
    main()
