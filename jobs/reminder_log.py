"""What was decided before, ready to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from jobs.reminder_items import Item
from models.reminders import Reminder, State

Ladder = tuple[int, int, str, date]


class Log:
    """Decisions by the rung and the date to which its ladder leads."""

    def __init__(self, decided: Iterable[Reminder]) -> None:
        self._rows: dict[Ladder, list[Reminder]] = defaultdict(list)
        self._planned: dict[tuple[int, int], list[Reminder]] = defaultdict(list)
        self._unreachable: set[int | None] = set()
        for row in decided:
            self._rows[row.measure_id, row.step_id, row.rung, row.due].append(row)
            if row.state is State.PLANNED:
                self._planned[row.measure_id, row.step_id].append(row)
            if row.state is State.UNREACHABLE:
                self._unreachable.add(row.account_id)

    def of(self, item: Item, rung: str) -> list[Reminder]:
        """What was decided of a rung."""
        return self._rows.get((*item.key, rung, item.day), [])

    def planned(self, item: Item, today: date) -> Iterator[Reminder]:
        """What somebody asked to be reminded of again, by now."""
        return (row for row in self._planned.get(item.key, ()) if row.due <= today)

    def waits(self, item: Item, account: int, today: date) -> bool:
        """Whether she asked to be left alone with it for a few days more."""
        rows = self._planned.get(item.key, ())
        return any(row.account_id == account and row.due > today for row in rows)

    def was_unreachable(self, account: int) -> bool:
        """Whether that was found out before."""
        return account in self._unreachable
