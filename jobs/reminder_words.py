"""What a reminder says, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analysis.measures.ladder import due_day
from analysis.measures.rungs import Recipient
from analysis.measures.workdays import Holidays
from jobs.reminder_items import Item
from models.answers import Answer, MyMeasures, ShowItem, ShowMeasure, Tap
from models.text import Fixed, N, T, Text, Verbatim
from models.turn import Button, Reply

IN_FULL = 5
"""So many things come with buttons of their own; more are a list."""
LISTED = 30
TO_ANSWER = (Recipient.OWNER, Recipient.DEPUTY)

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """An item that somebody hears of, and in which part."""

    item: Item
    part: Recipient


def reminder(told: Sequence[Telling], today: date, holidays: Holidays) -> Reply:
    """One message for all that somebody is reminded of that day, the longest due first."""
    lines = [_line(one, today, holidays) for one in told]
    if len(told) == 1:
        return Reply(text=(lines[0], *_more(told[0].item)), buttons=_all_answers(told[0]))
    numbered = [T("reminder.numbered", at=at, line=line) for at, line in enumerate(lines, 1)]
    text = (N("reminder.several", len(told)), *numbered[:LISTED])
    if len(told) > IN_FULL:
        return Reply(text=(*text, *_rest(len(told) - LISTED)), buttons=_open())
    return Reply(text=text, buttons=tuple(_row(at, one) for at, one in enumerate(told, 1)))


def what(item: Item) -> Text:
    """The measure or the step by its name."""
    measure = item.measure
    number, title = Fixed(measure.number), Verbatim(measure.title, "de")
    if item.step is None:
        return T("reminder.measure", number=number, title=title)
    step = Verbatim(item.step.name, "de")
    return T("reminder.step", step=step, number=number, title=title)


def _line(told: Telling, today: date, holidays: Holidays) -> Text:
    line = _when(told.item, today, holidays)
    if told.part in TO_ANSWER:
        return line
    name = told.item.measure.responsible
    if not name:
        return T("reminder.nobodys", line=line)
    return T("reminder.theirs", line=line, name=Verbatim(name, "de"))


def _when(item: Item, today: date, holidays: Holidays) -> Text:
    if item.silent:
        return T("reminder.silent", what=what(item), day=item.day)
    day = due_day(item.due, holidays)
    days = (day - today).days
    if days == 0:
        return T("reminder.today", what=what(item))
    if days > 0:
        return N("reminder.ahead", days, what=what(item), day=day)
    return N("reminder.overdue", -days, what=what(item), day=day)


def _more(item: Item) -> tuple[Text, ...]:
    """What binds the date, and the hour at which a call closes."""
    if item.silent or item.step:
        return ()
    hour = item.measure.due_time
    closes = (T("reminder.hour", day=item.day, hour=hour),) if hour else ()
    return (*closes, T("reminder.statutory")) if item.due.statutory else closes


def _all_answers(told: Telling) -> Rows:
    if told.part not in TO_ANSWER:
        return ((Button(T("reminder.show"), ShowMeasure(measure=told.item.measure.id)),),)
    buttons = [Button(T(f"tap.{answer}"), _tap(told.item, answer)) for answer in Answer]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _row(at: int, told: Telling) -> tuple[Button, ...]:
    item = told.item
    measure, step = item.key
    if told.part not in TO_ANSWER:
        return (Button(T("reminder.show_one", at=at), ShowMeasure(measure=measure)),)
    return (
        Button(T("reminder.done_one", at=at), _tap(item, Answer.DONE)),
        Button(T("reminder.on_track_one", at=at), _tap(item, Answer.ON_TRACK)),
        Button(T("reminder.more_one", at=at), ShowItem(measure=measure, step=step)),
    )


def _tap(item: Item, answer: Answer) -> Tap:
    measure, step = item.key
    return Tap(measure=measure, step=step, version=item.measure.version, answer=answer)


def _open() -> Rows:
    return ((Button(T("reminder.open"), MyMeasures(at=0)),),)


def _rest(left: int) -> tuple[Text, ...]:
    return (N("reminder.rest", left),) if left > 0 else ()
