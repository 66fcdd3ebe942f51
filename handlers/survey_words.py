"""Progress, answers and slips in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from handlers.survey_plain import plain
from handlers.survey_values import decimal
from handlers.survey_view import View
from models.text import T, Text, Verbatim
from surveys.anonymous import FILES
from surveys.form import QuestionType
from surveys.interview.vocabulary import Progress, Slip

Value = Text | Verbatim | date | time | Decimal
POINT = frozenset({"en", "ar", "fa"})
"""Languages in which Latin digits have a point before their decimals."""


def progress(made: Progress) -> Iterator[Text]:
    """Which section this is, or how much is done where there are none."""
    if made.sections > 1:
        yield T("survey.section", number=made.section, all=made.sections)
    elif made.share:
        yield T("survey.share", percent=round(made.share * 100))


def value(kind: QuestionType | None, stored: str, shown: str, view: View) -> Value:
    """An answer as she reads it; the form's own words where it has some."""
    write = WRITTEN.get(kind) if kind else None
    try:
        found = write(stored, view) if write and stored else None
    except (ValueError, InvalidOperation):
        found = None
    return view.say(plain(shown or stored)) if found is None else found


def slip(made: Slip, view: View) -> Text | Verbatim:
    """Why her answer was not taken: in the form's words, or in ours."""
    return view.say(plain(made.message)) if made.message else T(f"survey.slip.{made.kind}")


def _day(stored: str, _view: View) -> Value:
    return date.fromisoformat(stored)


def _time(stored: str, _view: View) -> Value:
    return time.fromisoformat(stored)


def _moment(stored: str, _view: View) -> Value:
    at = datetime.fromisoformat(stored)
    return T("survey.moment", day=at.date(), at=at.time())


def _number(stored: str, _view: View) -> Value:
    return decimal(stored)


def _agreed(_stored: str, _view: View) -> Value:
    return T("survey.agreed")


def _file(_stored: str, _view: View) -> Value:
    return T("survey.file_there")


WRITTEN: Mapping[QuestionType, Callable[[str, View], Value]] = {
    QuestionType.DATE: _day,
    QuestionType.TIME: _time,
    QuestionType.DATETIME: _moment,
    QuestionType.DECIMAL: _number,
    QuestionType.INTEGER: _number,
    QuestionType.RANGE: _number,
    QuestionType.ACKNOWLEDGE: _agreed,
    **dict.fromkeys(FILES, _file),
}
