"""What a reminder says of one thing: what it is, and how it stands with its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from analysis.measures.ladder import Reminding, due_day
from analysis.measures.rhythm import answer_by
from jobs.reminder_items import Item, Matter
from models.text import Fixed, Listed, N, T, Text, Verbatim

A_DAY = timedelta(days=1)


def what(item: Item) -> Text:
    """The measure or the step by its name."""
    measure = item.measure
    number, title = Fixed(measure.number), Verbatim(measure.title, "de")
    if item.step is None:
        return T("reminder.measure", number=number, title=title)
    step = Verbatim(item.step.name, "de")
    return T("reminder.step", step=step, number=number, title=title)


@dataclass(frozen=True, slots=True)
class Lines:
    """The words of a moment, the town's wall time."""

    now: datetime
    reminding: Reminding

    def line(self, item: Item) -> Text:
        """One thing that is due, or was not told."""
        ladder, holidays = self.reminding.ladder, self.reminding.holidays
        match item.matter:
            case Matter.SILENCE:
                return T("reminder.silent", what=what(item), day=item.day)
            case Matter.UPDATE:
                by = answer_by(item.day, ladder.update, holidays)
                return T("reminder.update", what=what(item), end=item.day, day=by)
            case Matter.VALUE:
                names = Listed(tuple(Verbatim(one.name, "de") for one in item.indicators))
                return T("reminder.value", what=what(item), names=names, day=item.day)
        return self._free(item, self._dated(item))

    def _dated(self, item: Item) -> Text:
        day, hour = due_day(item.due, self.reminding.holidays), item.hour
        days = (day - self.now.date()).days
        if days == 0:
            return self._today(item)
        shown = T("reminder.day_at", day=day, hour=hour) if hour and day == item.day else day
        if days > 0:
            return N("reminder.ahead", days, what=what(item), day=shown)
        return N("reminder.overdue", -days, what=what(item), day=shown)

    def _today(self, item: Item) -> Text:
        hour = item.closes(self.now.date())
        if hour is None:
            return T("reminder.today", what=what(item))
        if hour <= self.now.time():
            return T("reminder.closed", what=what(item), hour=hour)
        return T("reminder.today_at", what=what(item), hour=hour)

    def _free(self, item: Item, line: Text) -> Text:
        """What a free day means for the date is said, never assumed (§ 193 BGB, § 31 VwVfG)."""
        holidays = self.reminding.holidays
        if holidays.is_workday(item.day) or item.day < self.now.date():
            return line
        if not item.due.statutory:
            return T("reminder.free_internal", line=line, day=item.day)
        following: date = holidays.workdays_after(item.day, 1)
        return T("reminder.free_statutory", line=line, day=item.day, next=following)
