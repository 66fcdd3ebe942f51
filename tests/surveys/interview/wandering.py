"""Somebody who does anything, led by numbers that chance gives."""

from __future__ import annotations

from collections.abc import Sequence

from surveys.answers import Answers
from surveys.form import Form
from surveys.interview import Interview
from surveys.interview.vocabulary import (
    Ask,
    AskRow,
    Chosen,
    DropRow,
    Ended,
    Given,
    GoTo,
    Input,
    Move,
    Outcome,
    Picked,
    Slip,
    Speak,
    State,
    Summary,
    Together,
)
from tests.surveys.interview.talking import NOW

SEED = 5
"""Of everybody here."""

_WORDS = {
    "integer": ["3", "7", "x", "2,5"],
    "decimal": ["1,5", "x"],
    "date": ["3.5.1990", "31.2.1990", "heute"],
    "time": ["14:30", "nie"],
    "range": ["3", "11"],
    "acknowledge": ["OK", "nein"],
}


def seen(outcome: Outcome) -> Ask | AskRow | Summary | Ended:
    """What is asked, after a slip too."""
    return outcome.again if isinstance(outcome, Slip) else outcome


def anything(outcome: Outcome, number: int) -> Input:
    """What a number makes her do with what she sees."""
    now = seen(outcome)
    number, way = divmod(number, 10)
    if way < 6:
        return _fitting(now, number)
    return _elsewhere(now)[number % len(_elsewhere(now))]


def _fitting(now: Ask | AskRow | Summary | Ended, number: int) -> Input:
    if isinstance(now, AskRow):
        return Move.ADD_ROW if now.count < 2 and number % 2 else Move.NO_ROW
    if isinstance(now, Summary) and now.lines:
        return GoTo(now.lines[number % len(now.lines)].path)
    if not isinstance(now, Ask):
        return Move.BACK
    ways = [*_answers(now), *_pages(now, number)]
    return ways[number % len(ways)]


def _pages(now: Ask, number: int) -> Sequence[Input]:
    """The whole page filled in, with what fits and what does not."""
    said = [
        (one.path, [way for way in _answers(one) if isinstance(way, Given | Chosen)])
        for one in now.page
    ]
    return (
        [Together(tuple((path, ways[number % len(ways)]) for path, ways in said))] if said else []
    )


def _answers(now: Ask) -> Sequence[Input]:
    if now.options:
        names = [option.name for option in now.options]
        picks = [Picked(name) for name in names]
        return [*picks, Move.DONE, Chosen(tuple(names[:2])), Given("1"), Given("2, 1"), Move.UNDO]
    words = _WORDS.get(now.type, ["a", "b", "etwas Langes", " "])
    return [*map(Given, words), Move.KEEP, Move.DONE]


def _elsewhere(now: Ask | AskRow | Summary | Ended) -> Sequence[Input]:
    rows: list[Input] = []
    if isinstance(now, AskRow):
        rows = [do(f"{now.path}[{at}]") for at in (1, 2) for do in (DropRow, GoTo)]
    return [
        *rows,
        Move.BACK,
        Move.SKIP,
        Move.SUMMARY,
        Move.SUBMIT,
        Move.NO_ROW,
        Speak("uk"),
        Speak("de"),
        GoTo("/q1"),
        DropRow("/q3[1]"),
        Picked("a"),
        Given("?"),
    ]


def finished(interview: Interview, state: State, most: int = 400) -> Answers | None:
    """Submit, giving what is still missing as well as can be; None where no answer is taken."""
    state, outcome = interview.step(state, Move.SUMMARY, NOW)
    for turn in range(most):
        if isinstance(outcome, Ended):
            return outcome.answers
        state, outcome = interview.step(state, _needed(seen(outcome), turn), NOW)
    return None


def _needed(now: Ask | AskRow | Summary | Ended, turn: int) -> Input:
    if isinstance(now, Summary):
        return Move.SUBMIT
    if not isinstance(now, Ask):
        return Move.NO_ROW
    ways = [*_answers(now), Move.SKIP]
    return ways[turn % len(ways)]


def replayed(form: Form, answers: Answers, language: str) -> Answers | None:
    """Give the same answers again from the beginning, one question after the other."""
    interview = Interview(form)
    state, outcome = interview.begin(SEED, language, NOW)
    while not isinstance(outcome, Summary | Slip | Ended):
        state, outcome = interview.step(state, _again(outcome, answers), NOW)
    assert isinstance(outcome, Summary), outcome
    state, outcome = interview.step(state, Move.SUBMIT, NOW)
    return outcome.answers if isinstance(outcome, Ended) else None


def _again(now: Ask | AskRow, answers: Answers) -> Input:
    if isinstance(now, AskRow):
        more = now.count < answers.rows.get(now.path, 0)
        return Move.ADD_ROW if more else Move.NO_ROW
    value = answers.values.get(now.path, "")
    return Given(value, exact=True) if value else Move.SKIP
