"""How fast and small exports of responses are.

``python -m benchmarks.exports [--responses 100000] [--endings .xlsx .csv .json]``

The responses are read from a SQLite database by a child process, as Lotse does it. Where
rustpy-xlsxwriter is installed (it is no part of Lotse), it writes the same answers in the same run,
in a column a question, so that figures of a busy or a slow machine can be judged too.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.table import show
from bot.children import in_child
from bot.exporting import write_responses
from models import response, survey, survey_version
from models.base import Session
from models.engine import engine_for
from models.exports.responses import dataset
from models.response import Content, columns, random_id
from models.roles import Deed
from models.survey import Plan
from models.upgrading import upgrade
from surveys.exports.options import Options
from surveys.form import Choice, Form, Group, Question, QuestionType

QUESTIONS, PART, CODE = 40, 5000, "benchmark"
GOALS = {".xlsx": "5 s, 100 MB", ".csv": "3 s"}
PEAK = re.compile(r"VmHWM:\s*(\d+) kB")
"""Of proc(5); what getrusage(2) says counts the parent too, before it became the child."""
PEER = "rustpy-xlsxwriter"
TYPES = (
    *(QuestionType.SELECT_ONE,) * 6,
    QuestionType.SELECT_MULTIPLE,
    QuestionType.INTEGER,
    QuestionType.DATE,
    QuestionType.TEXT,
)
"""Of every ten questions."""
CHOICES = tuple(Choice(f"choice_{x}", {"de": f"Die Antwort {x}"}) for x in range(8))


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of CPU, with the child's start, its most memory in MB, and MB on the
    disk.
    """

    seconds: float
    cpu: float
    memory: float
    size: float


def form() -> Form:
    """Forty questions; four of them have eight choices of which several may be chosen."""
    questions = [_question(number) for number in range(QUESTIONS)]
    lists = {"some": CHOICES[:5], "many": CHOICES}
    root = Group("", "", tuple(questions))
    return Form("benchmark", "1", {"de": "Fragebogen"}, ("de",), "de", root, lists=lists)


def fill(database: Path, count: int) -> int:
    """A survey with so many responses; each question is answered by nine of ten."""
    engine, rng = engine_for(f"sqlite:///{database}"), Random(1)
    with Session(engine) as session, session.begin():
        deed = Deed(datetime(2026, 11, 21, tzinfo=UTC))
        made = survey.make(session, rng, deed, Plan({"de": "Fragebogen"}), CODE)
        version = survey_version.add(session, made, form(), date(2026, 11, 21))
        for part in _parts(rng, (made, version), count):
            response.write(session, part)
    engine.dispose()
    return made


def export(began: float, url: str, number: int, path: Path) -> Cost:
    """One export by this process, for which somebody has waited since `began`."""
    write_responses(url, number, path, Options())
    return _cost(began, path)


def peer(began: float, url: str, number: int, path: Path) -> Cost:
    """The same answers as texts by the other writer."""
    from rustpy_xlsxwriter import write_worksheet  # noqa: PLC0415

    paths = [f"/q{question}" for question in range(QUESTIONS)]
    with Session(engine_for(url)) as session:
        found = dataset(session, number)
        assert found is not None
        rows = ({"_id": x.id, **{p: x.values.get(p) for p in paths}} for x in found.responses)
        write_worksheet(rows, str(path))
    return _cost(began, path)


async def alone(folder: Path, options: argparse.Namespace) -> list[tuple[str, Cost]]:
    """Each ending once, in a child of its own."""
    database = folder / "alone.db"
    url = f"sqlite:///{database}"
    upgrade(url)
    number = fill(database, options.responses)
    works = [(ending, export, f"out{ending}") for ending in options.endings]
    works += [(PEER, peer, "peer.xlsx")] if find_spec("rustpy_xlsxwriter") else []
    return [
        (name, await in_child(work, time.time(), url, number, folder / file))
        for name, work, file in works
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    with TemporaryDirectory() as folder:
        costs = asyncio.run(alone(Path(folder), options))
        title = f"{options.responses} responses × {QUESTIONS} questions"
        show(title, ("", "seconds", "CPU s", "peak MB", "file MB", "goal"), map(_row, costs))


def _cost(began: float, path: Path) -> Cost:
    memory = int(PEAK.findall(Path("/proc/self/status").read_text())[0]) / 1024
    size = path.stat().st_size / 1e6
    return Cost(time.time() - began, time.process_time(), memory, size)


def _row(cost: tuple[str, Cost]) -> tuple[str, ...]:
    ending, x = cost
    figures = (f"{x.seconds:.2f}", f"{x.cpu:.2f}", f"{x.memory:.0f}", f"{x.size:.1f}")
    return (ending, *figures, GOALS.get(ending, ""))


def _question(number: int) -> Question:
    kind = TYPES[number % len(TYPES)]
    named = {QuestionType.SELECT_ONE: "some", QuestionType.SELECT_MULTIPLE: "many"}
    label = {"de": f"Wie lautet die Frage {number}?"}
    return Question(f"q{number}", f"/q{number}", kind, label, list=named.get(kind, ""))


def _parts(rng: Random, of: tuple[int, int], count: int) -> Iterator[list[dict[str, Any]]]:
    made, version = of
    for first in range(0, count, PART):
        contents = (_content(rng, version) for _ in range(min(PART, count - first)))
        rows = [columns(one, made, f"2026-W{rng.randint(10, 40)}") for one in contents]
        yield [row | {"id": random_id(rng), "erasure": None} for row in rows]


def _content(rng: Random, version: int) -> Content:
    kinds = enumerate(TYPES[number % len(TYPES)] for number in range(QUESTIONS))
    values = {f"/q{number}": _value(rng, kind) for number, kind in kinds if rng.random() < 0.9}
    return Content(version, rng.choice(["de", "ar", "uk"]), "chat", "Nord", values=values)


def _value(rng: Random, kind: QuestionType) -> str:
    match kind:
        case QuestionType.SELECT_ONE:
            return rng.choice(CHOICES[:5]).name
        case QuestionType.SELECT_MULTIPLE:
            return " ".join(choice.name for choice in rng.sample(CHOICES, 3))
        case QuestionType.INTEGER:
            return str(rng.randint(1, 99))
        case QuestionType.DATE:
            return str(date.fromordinal(rng.randint(710_000, 735_000)))
    return f"Was sonst noch wichtig ist, Nummer {rng.randint(1, 10**6)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--responses", type=int, default=100_000)
    parser.add_argument("--endings", nargs="+", default=[".xlsx", ".csv", ".json"])
    return parser


if __name__ == "__main__":
    main()
