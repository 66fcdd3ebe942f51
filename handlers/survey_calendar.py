"""A day picked in a calendar of buttons."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator
from datetime import date

from handlers import menu
from handlers.survey_buttons import PickDay, TurnMonth
from handlers.survey_view import View, token
from models.text import Fixed, MonthName, T
from models.turn import Button
from surveys.interview.vocabulary import Ask

FIRST, LAST = 1900, 2100
MONTHS_IN_A_ROW = 3
NOTHING = "·"
WEEKS = Calendar()
"""Weeks begin on Monday, as they do here."""


def rows(ask: Ask, view: View) -> menu.Rows:
    """The month around a day: hers, or the answer that is there, or today."""
    shown = _shown(ask, view)
    if {"month-year", "year"}.isdisjoint(ask.appearance):
        return (*_days(shown, ask, view), tuple(_turns(shown, ask, view)))
    return (*_months(shown, ask, view), tuple(_years(shown, ask, view)))


def _shown(ask: Ask, view: View) -> date:
    days = (view.day, _there(ask.value), view.today)
    return next(day for day in days if day is not None and FIRST <= day.year <= LAST)


def _there(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _days(shown: date, ask: Ask, view: View) -> Iterator[tuple[Button, ...]]:
    for week in WEEKS.monthdatescalendar(shown.year, shown.month):
        yield tuple(_day(day, shown, ask, view) for day in week)


def _day(day: date, shown: date, ask: Ask, view: View) -> Button:
    if day.month != shown.month:
        return Button(view.say(NOTHING), _turn(shown, ask, view))
    pick = PickDay(survey=view.survey, ask=token(ask), day=day)
    return Button(view.say(str(day.day)), pick, chosen=day.isoformat() == ask.value)


def _months(shown: date, ask: Ask, view: View) -> menu.Rows:
    name = token(ask)
    buttons = [
        Button(
            T("survey.month", month=MonthName(at)),
            PickDay(survey=view.survey, ask=name, day=date(shown.year, at, 1)),
        )
        for at in range(1, 13)
    ]
    return menu.grid(buttons, MONTHS_IN_A_ROW)


def _turns(shown: date, ask: Ask, view: View) -> Iterator[Button]:
    """Back and on by a month, and between them which month this is."""
    first = shown.replace(day=1)
    title = T("survey.month_of", month=MonthName(shown.month), number=Fixed(str(shown.year)))
    yield Button(T("survey.earlier"), _turn(_by_months(first, -1), ask, view))
    yield Button(title, _turn(first, ask, view))
    yield Button(T("survey.later"), _turn(_by_months(first, 1), ask, view))


def _years(shown: date, ask: Ask, view: View) -> Iterator[Button]:
    first = shown.replace(day=1)
    yield Button(T("survey.earlier"), _turn(_by_months(first, -12), ask, view))
    yield Button(view.say(str(shown.year)), _turn(first, ask, view))
    yield Button(T("survey.later"), _turn(_by_months(first, 12), ask, view))


def _by_months(first: date, by: int) -> date:
    months = first.year * 12 + first.month - 1 + by
    year, month = divmod(months, 12)
    return date(year, month + 1, 1) if FIRST <= year <= LAST else first


def _turn(day: date, ask: Ask, view: View) -> TurnMonth:
    return TurnMonth(survey=view.survey, ask=token(ask), day=day)
