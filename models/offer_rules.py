"""How the town keeps its offers true: what of its settings jobs and handlers need for that."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OfferRules:
    """With `approval` a manager says yes to what keepers change. Every `months` an offer is looked
    at again.
    """

    approval: bool = True
    months: int = 6

    def next_review(self, checked: date) -> date:
        """When to look at it again what was looked at on that day."""
        return _moved(checked, self.months)

    def last_overdue(self, today: date) -> date:
        """What was looked at on that day or before is to be looked at again."""
        day = _moved(today, -self.months)
        ends_month = today == _last_of(today.year, today.month)
        return _last_of(day.year, day.month) if ends_month else day


def _moved(day: date, months: int) -> date:
    """The same day of another month, or the last one that it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = _last_of(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
