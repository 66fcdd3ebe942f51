"""The command line as a person types it: each command a process of its own.

They are forked from one that has imported what commands need and read the words of the locales,
because starting Python, importing and reading take longer than most of them.
`python -m tests.commands` reads orders as JSON lines, one after the other, and answers each with
its exit code. That a command imports nothing slow is a test of its own
(tests/house/test_imports.py).
"""

import atexit
import contextlib
import gc
import json
import os
import pkgutil
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, CompletedProcess

from models.words import Words
from tests.house.project import ROOT
from tests.shipped import words

Told = CompletedProcess[str]
LIBRARIES = (
    "alembic.command",
    "bot.__main__",
    "bot.channels.mail_url",
    "holidays.countries.germany",
    "models.tables",
    "openpyxl",
    "psycopg",
    "rich.table",
    "sqlalchemy.dialects.sqlite",
)
ALWAYS = {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Order:
    """What is typed where; the folder `files` has stdin, stdout and stderr."""

    words: tuple[str, ...]
    folder: str
    settings: Mapping[str, str]
    files: str


class Commands:
    """Runs them."""

    def __init__(self, mother: subprocess.Popen[str], files: Path) -> None:
        self._mother = mother
        self._files = files

    def run(self, *words: str, folder: Path, typed: str = "", settings: Mapping[str, str]) -> Told:
        """`lotse WORDS` in a folder, with `typed` on its input; LOTSE_… are `settings` alone."""
        assert self._mother.stdin is not None
        assert self._mother.stdout is not None
        (self._files / "stdin").write_text(typed, "utf-8")
        order = Order(words, str(folder), settings, str(self._files))
        self._mother.stdin.write(f"{json.dumps(asdict(order))}\n")
        self._mother.stdin.flush()
        code = int(self._mother.stdout.readline())
        said, complained = ((self._files / name).read_text("utf-8") for name in OUTPUTS)
        return Told(words, code, said, complained)


OUTPUTS = ("stdout", "stderr")


@contextlib.contextmanager
def commands(files: Path) -> Iterator[Commands]:
    """One for many tests, which keeps its files there."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("LOTSE_")}
    command = (sys.executable, "-m", "tests.commands")
    with subprocess.Popen(
        command, cwd=ROOT, env=known | ALWAYS, text=True, stdin=PIPE, stdout=PIPE
    ) as mother:
        yield Commands(mother, files)  # it ends when nobody can order any more


def ready(words: Words) -> None:
    """As after the first question, but for what stands in files that stay open."""
    assert all((words.topics, words.emergencies, words.understanding, words.lists))


def serve() -> None:
    """One child for each line."""
    for module in pkgutil.iter_modules([str(ROOT / "bot" / "cli")], "bot.cli."):
        import_module(module.name)
    for library in LIBRARIES:
        import_module(library)
    ready(words())
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            obey(Order(**json.loads(line)))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def obey(order: Order) -> None:
    """Never returns: what follows is the mother's."""
    code = 1
    try:
        _move_to(order)
        code = _main(order.words)
        atexit._run_exitfuncs()
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001  as Python itself does in the end
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _move_to(order: Order) -> None:
    files = Path(order.files)
    os.dup2(os.open(files / "stdin", os.O_RDONLY), 0)
    for number, name in enumerate(OUTPUTS, 1):
        os.dup2(os.open(files / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    os.environ.update(order.settings)
    os.chdir(order.folder)


def _main(words: tuple[str, ...]) -> int:
    sys.argv = ["lotse", *words]
    try:
        import_module("bot.__main__").main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


if __name__ == "__main__":
    serve()
