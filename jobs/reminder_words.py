"""What a reminder says, and its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from analysis.measures.ladder import Reminding
from analysis.measures.rungs import Recipient
from jobs.reminder_items import Item, Matter
from jobs.reminder_lines import Lines
from models.answers import Answer, ChooseFigure, MyMeasures, ShowItem, ShowMeasure, Tap
from models.text import N, T, Text, Verbatim
from models.turn import Button, Reply

IN_FULL = 5
"""So many things come with buttons of their own; more are a list."""
LISTED = 30
TO_ANSWER = (Recipient.OWNER, Recipient.DEPUTY)

_ANSWERS = {
    Matter.DATE: tuple(Answer),
    Matter.SILENCE: tuple(Answer),
    Matter.UPDATE: tuple(Answer),
    Matter.VALUE: (Answer.HELP, Answer.NOT_MINE, Answer.LATER),
}
"""A figure is neither done nor delayed: it is entered."""

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """An item that somebody hears of, and in which part."""

    item: Item
    part: Recipient


def reminder(told: Sequence[Telling], now: datetime, reminding: Reminding) -> Reply:
    """One message for all that somebody is reminded of that day, the longest due first."""
    moment = Lines(now, reminding)
    lines = [_line(one, moment) for one in told]
    if len(told) == 1:
        return Reply(text=(lines[0], *_more(told[0].item)), buttons=_all_answers(told[0]))
    numbered = [T("reminder.numbered", at=at, line=line) for at, line in enumerate(lines, 1)]
    text = (N("reminder.several", len(told)), *numbered[:LISTED])
    if len(told) > IN_FULL:
        return Reply(text=(*text, *_rest(len(told) - LISTED)), buttons=_open())
    return Reply(text=text, buttons=tuple(_row(at, one) for at, one in enumerate(told, 1)))


def _line(told: Telling, moment: Lines) -> Text:
    line = moment.line(told.item)
    if told.part in TO_ANSWER:
        return line
    name = told.item.measure.responsible
    if not name:
        return T("reminder.nobodys", line=line)
    return T("reminder.theirs", line=line, name=Verbatim(name, "de"))


def _more(item: Item) -> tuple[Text, ...]:
    """What binds the date."""
    return (T("reminder.statutory"),) if item.due.statutory and item.matter is Matter.DATE else ()


def _all_answers(told: Telling) -> Rows:
    if told.part not in TO_ANSWER:
        return ((Button(T("reminder.show"), ShowMeasure(measure=told.item.measure.id)),),)
    answers = _ANSWERS[told.item.matter]
    buttons = [Button(T(f"tap.{answer}"), _tap(told.item, answer)) for answer in answers]
    if told.item.matter is Matter.VALUE:
        buttons.insert(0, Button(T("reminder.enter"), _figures(told.item)))
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _row(at: int, told: Telling) -> tuple[Button, ...]:
    item = told.item
    measure, step = item.key
    if told.part not in TO_ANSWER:
        return (Button(T("reminder.show_one", at=at), ShowMeasure(measure=measure)),)
    if item.matter is Matter.VALUE:
        return (Button(T("reminder.enter_one", at=at), _figures(item)),)
    done = Button(T("reminder.done_one", at=at), _tap(item, Answer.DONE))
    return (
        *(() if item.matter is Matter.UPDATE else (done,)),  # it would seem to say "reported"
        Button(T("reminder.on_track_one", at=at), _tap(item, Answer.ON_TRACK)),
        Button(T("reminder.more_one", at=at), ShowItem(measure=measure, step=step)),
    )


def _tap(item: Item, answer: Answer) -> Tap:
    measure, step = item.key
    return Tap(measure=measure, step=step, version=item.measure.version, answer=answer)


def _figures(item: Item) -> ChooseFigure:
    return ChooseFigure(measure=item.measure.id, day=item.day)


def _open() -> Rows:
    return ((Button(T("reminder.open"), MyMeasures(at=0)),),)


def _rest(left: int) -> tuple[Text, ...]:
    return (N("reminder.rest", left),) if left > 0 else ()
