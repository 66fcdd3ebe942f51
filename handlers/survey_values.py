"""Answers inside a form's own sentences, as people write them in the language of the interview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from babel import UnknownLocaleError

from models import customs
from surveys.anonymous import FILES
from surveys.form import QuestionType


def told(kind: QuestionType, value: str, language: str) -> str:
    """A value in its XForms spelling as a sentence in `language` has it. A language that nobody
    knows the customs of gets the spelling itself.
    """
    if kind in FILES:
        return ""
    try:
        written = WRITTEN.get(kind, _same)(value, language)
        return customs.isolated(written, language)
    except (UnknownLocaleError, ValueError, InvalidOperation):
        return value


def decimal(value: str) -> Decimal:
    """A number as exact as it is. Raises ValueError."""
    found = Decimal(value)
    if not found.is_finite():
        raise ValueError(value)
    return found


def _same(value: str, _language: str) -> str:
    return value


def _day(value: str, language: str) -> str:
    if "T" in value:
        return customs.moment(datetime.fromisoformat(value), language)
    return customs.day(date.fromisoformat(value), language)


def _clock(value: str, _language: str) -> str:
    return customs.clock(time.fromisoformat(value))


def _number(value: str, language: str) -> str:
    return customs.number(decimal(value), language)


WRITTEN: Mapping[QuestionType, Callable[[str, str], str]] = {
    QuestionType.DATE: _day,
    QuestionType.DATETIME: _day,
    QuestionType.TIME: _clock,
    QuestionType.DECIMAL: _number,
    QuestionType.INTEGER: _number,
    QuestionType.RANGE: _number,
}
