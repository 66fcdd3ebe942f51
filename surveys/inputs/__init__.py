"""Typed words to answers in their XForms spelling, by type and language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from surveys.form import SELECTS, Question, QuestionType
from surveys.inputs.choices import read_one, read_several, together
from surveys.inputs.dates import read_date
from surveys.inputs.hearing import Hearing
from surveys.inputs.numbers import read_decimal, read_integer
from surveys.inputs.places import read_line, read_point
from surveys.inputs.ranges import read_range
from surveys.inputs.texts import read_barcode, read_text
from surveys.inputs.times import read_moment, read_time
from surveys.slip import SlipKind

__all__ = ["READERS", "Hearing", "read", "read_exact", "read_names"]

Reader = Callable[[Question, str, Hearing], str | SlipKind]

READERS: Mapping[QuestionType, Reader] = {
    QuestionType.TEXT: read_text,
    QuestionType.INTEGER: read_integer,
    QuestionType.DECIMAL: read_decimal,
    QuestionType.RANGE: read_range,
    QuestionType.DATE: read_date,
    QuestionType.TIME: read_time,
    QuestionType.DATETIME: read_moment,
    QuestionType.SELECT_ONE: read_one,
    QuestionType.SELECT_MULTIPLE: read_several,
    QuestionType.RANK: read_several,
    QuestionType.BARCODE: read_barcode,
    QuestionType.GEOPOINT: read_point,
    QuestionType.GEOTRACE: read_line,
    QuestionType.GEOSHAPE: read_line,
}
"""How typed words are understood, by the question's type."""


def read(question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """The answer in its XForms spelling, or why it is none; NOT_HERE where nothing is typed."""
    reader = READERS.get(question.type)
    return reader(question, text, hearing) if reader else SlipKind.NOT_HERE


def read_exact(question: Question, text: str, hearing: Hearing) -> str | SlipKind:
    """The same for a value that already has its XForms spelling, as form controls send it."""
    if question.type in SELECTS:
        return read_names(question, tuple(text.split()), hearing)
    return read(question, text, replace(hearing, language="en"))


def read_names(question: Question, names: tuple[str, ...], hearing: Hearing) -> str | SlipKind:
    """Choices by their names."""
    if question.type not in SELECTS:
        return SlipKind.NOT_HERE
    if question.type is QuestionType.SELECT_ONE and len(names) != 1:
        return SlipKind.NO_SUCH_CHOICE
    return together(question, names, hearing.options)
