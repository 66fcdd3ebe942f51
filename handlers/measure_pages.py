"""Lists of measures: what they say, and a page of them to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handlers import measure_lists as lists
from handlers import measure_words as say
from handlers import menu
from handlers.paging import paged
from models.action import Action
from models.answers import ShowMeasure
from models.text import N, T, Text, Verbatim
from models.turn import Button, Reply


def page(those: lists.Found, at: int, turn: Callable[[int], Action]) -> menu.Rows:
    """A page of measures to choose from."""
    buttons = [Button(say.label(measure), ShowMeasure(measure=measure.id)) for measure in those]
    return paged(buttons, at, turn)


def listed(those: lists.Found, rows: menu.Rows, *about: Text | Verbatim) -> Reply:
    """A list with what it is `about`, and how its measures stand."""
    text: tuple[Text | Verbatim, ...] = (*about, T("measures.none"))
    if those:
        text = (*about, N("measures.found", len(those)), *counts(those), *_states(those))
    return Reply(text=text, buttons=rows, replaces=True)


def counts(those: lists.Found) -> Iterator[Text]:
    """How many there are of each light, with symbol and word."""
    for light, number in lists.by_light(those):
        yield T("measures.count", what=say.light(light), number=number)


def _states(those: lists.Found) -> Iterator[Text]:
    for status, number in lists.by_state(those):
        yield T("measures.count", what=say.state(status), number=number)
