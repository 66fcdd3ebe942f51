"""Which control a question gets, and when buttons are better."""

from dataclasses import replace
from typing import Any

import pytest

from handlers.survey_controls import control
from handlers.survey_field import drawn
from handlers.survey_view import View
from models.field import Choosing, Entry, Grid, Slider
from models.text import Verbatim
from surveys.answers import Answers
from surveys.form import QuestionType
from surveys.interview.vocabulary import Ask, Option, State
from tests.surveying import TODAY, form

OPTIONS = tuple(Option(name, name.upper(), {}) for name in "abc")
MANY = tuple(Option(f"n{at}", f"Ort {at}", {}) for at in range(20))


def view(language: str = "de", **more: Any) -> View:
    """How a German speaker looks at it."""
    return View(1, form(), State(Answers(), language), TODAY, **more)


def ask(kind: str, label: str = "Frage?", **more: Any) -> Ask:
    """A question."""
    return Ask("/q", QuestionType(kind), label, **more)


def alone(asked: Ask, **more: Any) -> Any:
    """Its control where it is asked by itself."""
    return control(asked, view(**more), is_alone=True)


@pytest.mark.parametrize(
    ("asked", "kind", "value"),
    [
        (ask("date", value="2026-11-03"), "date", "2026-11-03"),
        (ask("date", value="2026-11-01", appearance=("month-year",)), "month", "2026-11-01"),
        (ask("date", appearance=("year",)), "year", ""),
        (ask("time", value="14:30:00"), "time", "14:30:00"),
        (ask("dateTime", value="2026-11-03T14:30:00.000+01:00"), "moment", "2026-11-03T14:30"),
        (ask("integer", value="3"), "integer", "3"),
        (ask("decimal", value="12.5"), "decimal", "12,5"),
        (ask("text", value="Hallo"), "line", "Hallo"),
        (ask("text", appearance=("multiline",)), "lines", ""),
        (ask("range", parameters={"start": "10", "end": "1"}), "decimal", ""),
        (ask("range", parameters={"step": "0"}), "decimal", ""),
    ],
)
def test_what_is_entered(asked: Ask, kind: str, value: str) -> None:
    found = alone(asked)
    assert isinstance(found, Entry)
    assert (found.kind, found.value) == (kind, value)


def test_decimals_are_written_as_she_writes_them() -> None:
    assert alone(ask("decimal", value="12.5"), language="ar").value == "12.5"


def test_a_texts_limit_is_told() -> None:
    assert alone(ask("text", parameters={"max_length": "80"})).longest == 80
    assert alone(ask("text")).longest == 0


def test_a_range_slides() -> None:
    found = alone(ask("range", value="2.5", parameters={"end": "5", "step": "0.5"}))
    assert isinstance(found, Slider)
    assert (found.start, found.end, found.step, found.value) == ("1", "5", "0.5", "2.5")


def test_few_short_choices_stay_buttons_and_become_a_list_on_a_page() -> None:
    few = ask("select_one", options=OPTIONS)
    assert alone(few) is None
    assert drawn(few, view()) is None
    found = control(few, view(), is_alone=False)
    assert isinstance(found, Choosing)
    assert found.kind == "one"


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (ask("select_one", options=(replace(OPTIONS[0], label="Ein Satz " * 9),)), "one"),
        (ask("select_one", options=MANY[:12]), "one"),
        (ask("select_one", options=MANY[:12], appearance=("minimal",)), "sought"),
        (ask("select_one", options=MANY), "sought"),
        (ask("geopoint", options=MANY), "sought"),
        (ask("select_multiple", options=OPTIONS), "several"),
        (ask("rank", options=OPTIONS), "rank"),
    ],
)
def test_what_is_chosen(asked: Ask, kind: str) -> None:
    found = alone(asked)
    assert isinstance(found, Choosing)
    assert found.kind == kind
    assert [one.name for one in found.options] == [one.name for one in asked.options]


def test_what_is_ticked_and_what_goes_alone_is_told() -> None:
    options = (replace(OPTIONS[0], chosen=True), replace(OPTIONS[1], exclusive=True))
    found = alone(ask("select_multiple", options=options))
    assert found.value == ("a",)
    assert [one.alone for one in found.options] == [False, True]


def test_a_rank_keeps_its_order() -> None:
    assert alone(ask("rank", options=OPTIONS, value="c a b")).value == ("c", "a", "b")


@pytest.mark.parametrize("kind", ["note", "acknowledge", "geopoint", "image"])
def test_some_questions_have_no_control(kind: str) -> None:
    assert drawn(ask(kind), view()) is None


def rows(*options: tuple[Option, ...], kind: str = "select_one") -> tuple[Ask, ...]:
    """Questions of one matrix."""
    return tuple(
        replace(
            ask(kind, options=each, place=(at, len(options)), label=f"Zeile {at}"), path=f"/{at}"
        )
        for at, each in enumerate(options, 1)
    )


def page(*asks: Ask) -> Any:
    """What is drawn for a page."""
    return drawn(replace(asks[0], page=asks), view())


def test_rows_with_the_same_choices_are_a_grid() -> None:
    first, *rest = rows(OPTIONS, OPTIONS, OPTIONS)
    found = page(replace(first, notes=("Im Alltag", "Wie leicht?"), rows=("Im Alltag",)), *rest)
    (grid,) = found.controls
    assert isinstance(grid, Grid)
    assert grid.label == Verbatim("Wie leicht?", "de")
    assert [row.name for row in grid.rows] == ["/1", "/2", "/3"]
    assert not grid.several
    assert found.text == (Verbatim("Im Alltag", "de"),)


def test_rows_with_other_choices_are_not() -> None:
    found = page(*rows(OPTIONS, OPTIONS, OPTIONS[:2]))
    assert [type(one) for one in found.controls] == [Grid, Choosing]


def test_several_can_be_ticked_in_a_row() -> None:
    (grid,) = page(*rows(OPTIONS, OPTIONS, kind="select_multiple")).controls
    assert grid.several


def test_notes_stay_before_their_question() -> None:
    found = page(ask("integer"), replace(ask("date", notes=("Nun zum Tag.",)), path="/day"))
    assert [one.notes for one in found.controls] == [(), (Verbatim("Nun zum Tag.", "de"),)]


def test_what_was_tried_is_there_again() -> None:
    tried = {"/q": ("31.2.",)}
    assert alone(ask("date", value="2026-01-01"), tried=tried).value == "31.2."
