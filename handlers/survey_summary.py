"""Everything that she answered, to be looked over before it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import menu
from handlers.survey_buttons import (
    ChooseTongue,
    EditAnswer,
    MoveOn,
    PauseSurvey,
    TurnChoices,
)
from handlers.survey_plain import plain
from handlers.survey_view import View, token
from handlers.survey_words import value
from models.text import Fixed, T, Text, Verbatim
from models.turn import Button, Reply
from surveys.interview.vocabulary import Line, Summary

PAGE = 10
IN_A_ROW = 5


def drawn(summary: Summary, view: View) -> Reply:
    """A page of numbered lines; a number leads back to its question."""
    return Reply(text=tuple(_said(summary, view)), buttons=_rows(summary, view))


def line_at(summary: Summary, at: int) -> Line | None:
    """The line with this number, from 0."""
    return summary.lines[at] if 0 <= at < len(summary.lines) else None


def _said(summary: Summary, view: View) -> Iterator[Text | Verbatim]:
    first = _first(summary, view)
    if first == 0:
        yield from (view.say(plain(note)) for note in summary.notes)
        yield T("survey.look_over")
    for at, line in enumerate(summary.lines[first : first + PAGE], first + 1):
        if line.section:
            yield view.say(plain(line.section))
        yield _line(at, line, view)
    yield T("survey.edit")


def _line(at: int, line: Line, view: View) -> Text:
    said = value(line.type, line.value, line.shown, view) if line.value else T("survey.skipped")
    name = T("survey.choice", number=Fixed(str(at)), name=view.say(plain(line.label)))
    return T("survey.line", name=name, said=said)


def _rows(summary: Summary, view: View) -> menu.Rows:
    first, name = _first(summary, view), token(summary)
    numbers = range(first, min(first + PAGE, len(summary.lines)))
    edits = [
        Button(view.say(str(at + 1)), EditAnswer(survey=view.survey, ask=name, line=at))
        for at in numbers
    ]
    send = Button(T("survey.send"), MoveOn(survey=view.survey, ask=name, step="submit"))
    around = tuple(_around(view))
    return (*menu.grid(edits, IN_A_ROW), *_turns(summary, view), (send,), around)


def _around(view: View) -> Iterator[Button]:
    if len(view.form.languages) > 1:
        yield Button(T("survey.language"), ChooseTongue(survey=view.survey))
    yield Button(T("survey.pause"), PauseSurvey(survey=view.survey))


def _turns(summary: Summary, view: View) -> Iterator[tuple[Button, ...]]:
    first, name = _first(summary, view), token(summary)
    turns = []
    if first > 0:
        back = TurnChoices(survey=view.survey, ask=name, at=first - PAGE)
        turns.append(Button(T("page.back"), back))
    if first + PAGE < len(summary.lines):
        more = TurnChoices(survey=view.survey, ask=name, at=first + PAGE)
        turns.append(Button(T("page.more"), more))
    if turns:
        yield tuple(turns)


def _first(summary: Summary, view: View) -> int:
    return view.at - view.at % PAGE if 0 <= view.at < len(summary.lines) else 0
