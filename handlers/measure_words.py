"""Measures in words: names, lights with symbol and word, dates, notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from analysis.measures.light import Light
from analysis.measures.period import Period, point_around, written, written_period
from analysis.measures.point import Precision
from analysis.measures.status import Status
from handlers import who
from handlers.context import Context
from models.answers import CAUSES, NOTED
from models.measure_changes import NO_REASON
from models.measure_record import DateChange, Indicator, Measure, Note, Step
from models.text import Fixed, Listed, T, Text, Verbatim

SHORT = 40


def named(measure: Measure, step: Step | None = None) -> Text:
    """A measure or a step of it by its name."""
    number, title = Fixed(measure.number), german(measure.title)
    if step is None:
        return T("reminder.measure", number=number, title=title)
    return T("reminder.step", step=german(step.name), number=number, title=title)


def label(measure: Measure) -> Text:
    """A measure on a button."""
    symbol, number = Fixed(measure.light.symbol), Fixed(measure.number)
    return T("measures.button", symbol=symbol, number=number, title=short(measure.title))


def short(text: str) -> Verbatim:
    """As much of the town's words as a button shows."""
    return german(text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…")


def state(status: Status) -> Text:
    """A state."""
    return T(f"status.{status}")


def light(light: Light) -> Text:
    """A light with its symbol and its word."""
    return T("measures.light", symbol=Fixed(light.symbol), light=T(f"light.{light}"))


def verdict(measure: Measure) -> Text:
    """The light of a measure and why it is so."""
    found = measure.verdict
    why: Text | Verbatim = T(f"light.because_{found.reason}")
    if measure.light_override:
        why = german(measure.override_reason)
    return T("measures.verdict", light=light(found.light), why=why)


def period(measure: Measure) -> Text:
    """From when until when, as the town writes it."""
    span = Period(measure.begins, measure.ends, measure.running)
    return T("measures.period", period=german(written_period(span)))


def step(step: Step) -> Text:
    """A step with its date, or the day on which it was done."""
    name = german(step.name)
    if step.done_on:
        return T("measures.step_done", step=name, day=step.done_on)
    if step.due is None:
        return T("measures.step_open", step=name)
    day = point(step.due, step.due_precision)
    begun, due = (
        T("measures.step_begun", step=name, day=day),
        T("measures.step_due", step=name, day=day),
    )
    return begun if step.begun else due


def point(day: date | None, precision: Precision) -> date | Text | Verbatim:
    """A date as exact as it is meant: longer spans as the town writes them."""
    found = point_around(day, precision) if day else None
    if found is None:
        return T("measures.open")
    return found.last if precision is Precision.DAY else german(written(found))


def indicator(indicator: Indicator) -> Text:
    """What a figure stands at, and where it should get."""
    name, unit = german(indicator.name), german(indicator.unit)
    value = indicator.values[-1].value if indicator.values else indicator.baseline
    stands = _figure(value)
    if indicator.target is None:
        return T("measures.figure", name=name, value=stands, unit=unit)
    return T(
        "measures.target", name=name, value=stands, target=_figure(indicator.target), unit=unit
    )


def figure(value: float) -> Fixed:
    """A value with the places that it has, as Germans write it."""
    return Fixed(f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ","))


def note(note: Note, context: Context) -> Text:
    """Who said what when."""
    name = who.account_called(note.account_id, context)
    answer = note.answer if note.answer in NOTED else "note"
    said = [T(f"answer_was.{answer}"), *_status(note), *words(note.text)]
    return T("measures.note", day=day_of(note.at, context), name=name, said=Listed(tuple(said)))


def words(text: str) -> Iterator[Text | Verbatim]:
    """What was typed or tapped, a line each."""
    for line in text.splitlines():
        yield T(f"because.{line}") if line in CAUSES else german(line)


def moved(change: DateChange, context: Context) -> Text:
    """How a date moved."""
    named = change.reason not in ("", NO_REASON)
    why = Listed(tuple(words(change.reason))) if named else T("report.no_reason")
    day = day_of(change.at, context)
    old, new = point(change.old, change.old_precision), point(change.new, change.new_precision)
    if change.step:
        step = german(change.step)
        return T("measures.moved_step", day=day, step=step, old=old, new=new, why=why)
    return T("measures.moved", day=day, old=old, new=new, why=why)


def day_of(moment: datetime, context: Context) -> date:
    """The day in the town."""
    return moment.astimezone(context.now.tzinfo).date()


def german(text: str) -> Verbatim:
    """The town's own words."""
    return Verbatim(text, "de")


def _figure(value: float | None) -> Text | Fixed:
    return T("measures.unknown") if value is None else figure(value)


def _status(note: Note) -> Iterator[Text]:
    if note.status:
        yield state(Status(note.status))
