"""How long a large directory takes to come in: HSDS services by the command line.

``python -m benchmarks.offers_hsds [--services 20000] [--databases SQLite PostgreSQL]``

The services are made and written as HSDS first. Each import is `lotse import offers` in a process
of its own, into an empty database; then the same file once more, when nothing changes.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.offers_made import offers
from benchmarks.table import show
from models.exports.hsds.writing import Catalog, write_json, write_zip
from models.upgrading import upgrade
from tests.postgres import databases_on, private_server

SERVICES, GOAL = 20000, "60 s, 500 MB"
MEGABYTE = 1 << 20
WRITERS: dict[str, Callable[[Catalog, Path], None]] = {
    "services.json": write_json,
    "services.zip": write_zip,
}
CODE = (
    "import re, sys; sys.argv = ['lotse', 'import', 'offers', *sys.argv[1:]]\n"
    "from bot.__main__ import app; app(standalone_mode=False)\n"
    "print(re.search(r'VmHWM:\\s*(\\d+) kB', open('/proc/self/status').read())[1])"
)
"""What getrusage(2) says counts the parent too, before it became the child; proc(5) does not."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of CPU, the most memory in MB, and what the command said last."""

    seconds: float
    cpu: float
    memory: float
    said: str


def imported(file: Path, database: str) -> Cost:
    """What it costs to import a file."""
    began, used = time.perf_counter(), _cpu()
    done = subprocess.run(
        (sys.executable, "-c", CODE, str(file), "--format", "hsds"),
        env=os.environ | {"LOTSE_DATABASE_URL": database},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    took = time.perf_counter() - began
    *said, memory = done.stdout.splitlines()
    counts = next(line for line in said if re.match(r"\d+ new", line))
    return Cost(took, _cpu() - used, int(memory) / 1024, counts)


def _cpu() -> float:
    """Of all processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def databases(kind: str, folder: Path) -> Iterator[Callable[[], str]]:
    """What makes empty databases that are up to date already."""
    if kind == "SQLite":
        numbers = iter(range(100))
        yield lambda: _upgraded(f"sqlite:///{folder}/{next(numbers)}.db")
        return
    with private_server() as server, databases_on(server) as made:
        yield lambda: _upgraded(made.empty())


def _upgraded(url: str) -> str:
    upgrade(url)
    return url


def measured(kind: str, files: Sequence[Path], folder: Path) -> Iterator[tuple[str, ...]]:
    """A row for each file, and one for the first one again."""
    with databases(kind, folder) as empty:
        for number, file in enumerate(files):
            database = empty()
            yield _row(f"{kind}, {file.name}", imported(file, database))
            if number == 0:
                yield _row(f"{kind}, {file.name} again", imported(file, database))


def _row(name: str, cost: Cost) -> tuple[str, ...]:
    figures = (f"{cost.seconds:.1f}", f"{cost.cpu:.1f}", f"{cost.memory:.0f}")
    return (name, *figures, GOAL, cost.said)


def written(folder: Path, services: int) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The files, each with what it cost to write it: seconds and megabytes."""
    catalog = Catalog("hsds", tuple(offers(services)))
    for name, write in WRITERS.items():
        began = time.perf_counter()
        write(catalog, folder / name)
        seconds = time.perf_counter() - began
        size = (folder / name).stat().st_size / MEGABYTE
        yield folder / name, (name, f"{seconds:.1f}", f"{size:.0f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, default=SERVICES)
    parser.add_argument("--databases", nargs="+", default=["SQLite", "PostgreSQL"])
    wanted = parser.parse_args()
    with TemporaryDirectory(prefix="lotse-benchmark-") as made:
        folder = Path(made)
        files = dict(written(folder, wanted.services))
        show(f"{wanted.services} services written", ("", "s", "MB"), files.values())
        rows = [x for kind in wanted.databases for x in measured(kind, [*files], folder)]
    headings = ("imported", "s", "s of CPU", "MB at most", "goal", "")
    show(f"{wanted.services} services imported", headings, rows)


if __name__ == "__main__":
    main()
