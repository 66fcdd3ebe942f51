"""Two processes on one database: nobody is reminded twice, and nothing is lost between them."""

from collections import Counter

from models.role import Role
from models.store import Store
from tests.jobs import ticking
from tests.jobs.reminding import HALF_YEAR, Town
from tests.twins import together

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
    assert together(ticking.main, 5, *[(url, MOMENT)] * PROCESSES) == [5] * PROCESSES
    told = Counter(row.address for row in town.queue())
    assert told == Counter(["Leitung", *(f"Amt {number}" for number in range(PEOPLE))])
    assert len(town.sent()) == 2 * PEOPLE * 2
