"""One question as a form control."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from handlers.paging import PAGE
from handlers.survey_choices import LABEL, SEARCHED, called
from handlers.survey_plain import plain
from handlers.survey_view import View
from models.field import AnyControl, Choosing, Entry, Slider, Words, Written
from models.field import Option as Offered
from models.text import T
from surveys.form import Question, QuestionType
from surveys.inputs.numbers import POINT_LANGUAGES, spelled
from surveys.inputs.ranges import bounds
from surveys.interview.vocabulary import Ask, Option

SOUGHT = 15
"""One of more choices than these is sought by typing."""
TO_THE_MINUTE = 16
NUMBERS = frozenset({QuestionType.INTEGER, QuestionType.DECIMAL, QuestionType.RANGE})
KINDS: Mapping[QuestionType, Written] = {
    QuestionType.DATE: "date",
    QuestionType.TIME: "time",
    QuestionType.DATETIME: "moment",
    QuestionType.INTEGER: "integer",
    QuestionType.DECIMAL: "decimal",
    QuestionType.RANGE: "decimal",
    QuestionType.TEXT: "line",
    QuestionType.BARCODE: "line",
}


def control(ask: Ask, view: View, *, is_alone: bool) -> AnyControl | None:
    """None where there is no control, or where alone a row of buttons is quicker."""
    if ask.options:
        return None if is_alone and _are_buttons(ask) else _choosing(ask, view)
    if ask.type is QuestionType.RANGE and _slides(ask):
        return _slider(ask, view)
    return _entry(ask, view) if ask.type in KINDS else None


def asked_as(ask: Ask, view: View) -> tuple[Words, Words | None]:
    """Its label and its hint."""
    label = T("survey.specify") if ask.other and not ask.label else view.say(plain(ask.label))
    return label, view.say(plain(ask.hint)) if ask.hint else None


def offered(option: Option, view: View) -> Offered:
    """A choice of a control."""
    return Offered(option.name, called(option, view), option.exclusive)


def chosen(ask: Ask, view: View) -> tuple[str, ...]:
    """What is chosen by now, or was tried just now; a rank in its order."""
    if ask.path in view.tried:
        return view.tried[ask.path]
    if ask.type is QuestionType.RANK:
        return tuple(ask.value.split()) if view.state.picked is None else view.state.picked
    return tuple(option.name for option in ask.options if option.chosen)


def _are_buttons(ask: Ask) -> bool:
    """One press is less than choosing and sending."""
    if ask.type not in {QuestionType.SELECT_ONE, QuestionType.GEOPOINT}:
        return False
    return len(ask.options) <= PAGE and all(len(option.label) <= LABEL for option in ask.options)


def _choosing(ask: Ask, view: View) -> Choosing:
    label, hint = asked_as(ask, view)
    return Choosing(
        name=ask.path,
        label=label,
        hint=hint,
        kind=_kind(ask),
        options=tuple(offered(option, view) for option in ask.options),
        value=chosen(ask, view),
    )


def _kind(ask: Ask) -> Literal["one", "sought", "several", "rank"]:
    match ask.type:
        case QuestionType.SELECT_MULTIPLE:
            return "several"
        case QuestionType.RANK:
            return "rank"
    many = len(ask.options) > SOUGHT
    wanted = len(ask.options) > PAGE and not SEARCHED.isdisjoint(ask.appearance)
    return "sought" if many or wanted else "one"


def _slides(ask: Ask) -> bool:
    """Whether a slider can be drawn: sliders rise."""
    start, end, step = bounds(_question(ask))
    return start < end and Decimal(0) < step <= end - start


def _slider(ask: Ask, view: View) -> Slider:
    label, hint = asked_as(ask, view)
    start, end, step = map(spelled, bounds(_question(ask)))
    now = _one(view.tried.get(ask.path, ())) or ask.value
    return Slider(name=ask.path, label=label, hint=hint, start=start, end=end, step=step, value=now)


def _entry(ask: Ask, view: View) -> Entry:
    label, hint = asked_as(ask, view)
    kind, most = _written(ask), ask.parameters.get("max_length", "")
    return Entry(
        name=ask.path,
        label=label,
        hint=hint,
        kind=kind,
        value=_one(view.tried.get(ask.path, ())) or _there(ask, view),
        longest=int(most) if kind in {"line", "lines"} and most.isdecimal() else 0,
    )


def _written(ask: Ask) -> Written:
    if ask.type is QuestionType.DATE and "year" in ask.appearance:
        return "year"
    if ask.type is QuestionType.DATE and "month-year" in ask.appearance:
        return "month"
    if ask.type is QuestionType.TEXT and "multiline" in ask.appearance:
        return "lines"
    return KINDS[ask.type]


def _there(ask: Ask, view: View) -> str:
    """The answer that is there, as it is entered."""
    if ask.type is QuestionType.DATETIME:
        return ask.value[:TO_THE_MINUTE]
    if ask.type in NUMBERS and view.state.language.partition("-")[0] not in POINT_LANGUAGES:
        return ask.value.replace(".", ",")
    return ask.value


def _one(values: tuple[str, ...]) -> str:
    return values[0] if values else ""


def _question(ask: Ask) -> Question:
    return Question(ask.path, ask.path, QuestionType.RANGE, parameters=ask.parameters)
