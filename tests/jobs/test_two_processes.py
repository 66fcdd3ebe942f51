"""Two processes on one database: nobody is reminded twice, and nothing is lost between them."""

import subprocess
import sys
from collections import Counter

from models.role import Role
from models.store import Store
from tests.house.project import ROOT
from tests.jobs.reminding import HALF_YEAR, Town

PROCESSES = 3
PEOPLE = 8
MOMENT = "2026-07-07 09:00"


def test_several_processes_at_once_send_once(store: Store, url: str) -> None:
    town = Town(store)
    town.somebody("Leitung", Role.MANAGER)
    for number in range(PEOPLE):
        owner = town.somebody(f"Amt {number}")
        for name in ("A", "B"):
            town.measure(f"{name}{number}", responsible_id=owner, **HALF_YEAR)
    tickers = [started(url) for _ in range(PROCESSES)]
    for ticker in tickers:
        assert ticker.stdout is not None
        assert ticker.stdout.readline() == "ready\n"
    ended = [ticker.communicate("go\n", timeout=120) for ticker in tickers]
    assert [(ticker.returncode, err) for ticker, (_, err) in zip(tickers, ended, strict=True)] == [
        (0, "")
    ] * PROCESSES
    told = Counter(row.address for row in town.queue())
    assert told == Counter(["Leitung", *(f"Amt {number}" for number in range(PEOPLE))])
    assert len(town.sent()) == 2 * PEOPLE * 2


def started(url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.jobs.ticking", url, MOMENT, "5"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
