"""Answers on paper are held to what the form demands, as if they were given in an interview."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from surveys.exports.dataset import Dataset, Response
from surveys.exports.options import Options
from surveys.exports.writing import write
from surveys.form import Form
from surveys.inputs.hearing import Hearing
from surveys.responses_in.reading import Reading
from surveys.responses_in.reading import read as read_responses
from surveys.xlsform.reading import read
from tests.surveys.xlsform.forms import xlsx

HEAD = ("type", "name", "label::de (de)", "required", "constraint", "constraint_message::de (de)")
MORE = ("relevant", "choice_filter", "calculation", "repeat_count")
ROWS: list[dict[str, str]] = [
    {"type": "integer", "name": "age", "required": "yes", "constraint": ". >= 16"},
    {"type": "select_one land", "name": "land"},
    {"type": "select_one town", "name": "town", "choice_filter": "of = ${land}"},
    {"type": "select_multiple town", "name": "seen", "constraint": "count-selected(.) < 2"},
    {"type": "text", "name": "why", "required": "yes", "relevant": "${age} > 60"},
    {"type": "calculate", "name": "twice", "calculation": "${age} * 2"},
    {"type": "integer", "name": "many"},
    {"type": "begin_repeat", "name": "child", "repeat_count": "${many}"},
    {"type": "integer", "name": "years", "required": "yes", "constraint": ". < 18"},
    {"type": "begin_repeat", "name": "toy"},
    {"type": "text", "name": "what", "required": "yes"},
    {"type": "end_repeat"},
    {"type": "end_repeat"},
]
WORDS = {HEAD[2]: "Wie?", HEAD[5]: ""}
CHOICES = [
    ("list_name", "name", "label::de (de)", "of"),
    *(("land", "th", "Thüringen", ""), ("land", "he", "Hessen", "")),
    *(("town", "jena", "Jena", "th"), ("town", "fulda", "Fulda", "he")),
]
HEARING = Hearing("de", datetime(2026, 11, 21, 12, tzinfo=UTC))
Typed = Callable[..., Reading]


def made() -> Form:
    ROWS[0][HEAD[5]] = "Erst ab 16."
    rows = [{**WORDS, **row} if "name" in row else row for row in ROWS]
    survey = [[row.get(key, "") for key in (*HEAD, *MORE)] for row in rows]
    found = read(xlsx({"survey": [(*HEAD, *MORE), *survey], "choices": CHOICES}), "paper")
    assert found.form is not None, found.problems
    return found.form


FORM = made()


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """`typed({"age": 17}, …, child=[…])`: a workbook with a row for each, read."""

    def typing(*responses: Mapping[str, Any], **sheets: list[Mapping[str, Any]]) -> Reading:
        book = Workbook()
        for name, rows in {"responses": list(responses), **sheets}.items():
            page = book.create_sheet(name)
            head = list(dict.fromkeys(key for row in rows for key in row))
            page.append(head)
            for row in rows:
                page.append([row.get(key) for key in head])
        book.remove(book.worksheets[0])
        book.save(tmp_path / "paper.xlsx")
        return read_responses(tmp_path / "paper.xlsx", (FORM,), HEARING)

    return typing


def wrong(reading: Reading) -> list[tuple[str, str, int | None, str]]:
    return [(x.code, x.sheet, x.row, x.column) for x in reading.problems]


def test_what_is_right_is_taken_with_what_the_form_reckons(typed: Typed) -> None:
    found = typed({"age": 17, "land": "Thüringen", "town": "Jena"})
    assert (found.problems, found.warnings) == ((), ())
    (one,) = found.responses
    assert one.values == {"/age": "17", "/land": "th", "/town": "jena", "/twice": "34"}


def test_a_constraint_is_said_in_the_forms_own_words(typed: Typed) -> None:
    found = typed({"age": 17}, {"age": 12})
    assert wrong(found) == [("form_says", "responses", 3, "A (age)")]
    assert found.problems[0].values == {"value": "12", "message": "Erst ab 16."}


def test_a_constraint_without_words_is_said_in_ours(typed: Typed) -> None:
    found = typed({"age": 17, "seen": "jena fulda"})
    assert wrong(found) == [("constraint", "responses", 2, "B (seen)")]


def test_what_must_be_answered_is_missed_where_it_should_stand(typed: Typed) -> None:
    missed = typed({"age": 61, "many": 0, "why": None})
    assert wrong(missed) == [("required", "responses", 2, "C (why)")]
    assert wrong(typed({"many": 0})) == [("required", "responses", 2, "age")]


def test_a_choice_that_was_not_offered_is_refused(typed: Typed) -> None:
    found = typed({"age": 17, "land": "he", "town": "jena"})
    assert wrong(found) == [("no_such_choice", "responses", 2, "C (town)")]
    assert found.problems[0].values["value"] == "jena"


def test_an_answer_to_what_is_not_asked_is_left_out_with_a_warning(typed: Typed) -> None:
    found = typed({"age": 30, "why": "darum"})
    assert found.problems == ()
    assert [(x.code, x.row, x.column) for x in found.warnings] == [("unasked", 2, "B (why)")]
    assert "/why" not in found.responses[0].values


def test_rows_of_repeats_are_checked_where_they_stand(typed: Typed) -> None:
    found = typed(
        {"_index": 1, "age": 30, "many": 2},
        {"_index": 2, "age": 30, "many": 1},
        child=[
            {"_index": 1, "_parent_index": 1, "years": 3},
            {"_index": 2, "_parent_index": 1, "years": 20},
            {"_index": 3, "_parent_index": 2, "years": 4},
            {"_index": 4, "_parent_index": 2, "years": 5},
        ],
        toy=[{"_parent_index": 1, "what": "Ball"}, {"_parent_index": 3, "what": None}],
    )
    assert wrong(found) == [
        ("constraint", "child", 3, "C (years)"),
        ("required", "toy", 3, "B (what)"),
    ]
    assert [(x.code, x.sheet, x.row) for x in found.warnings] == [("unasked", "child", 5)]


def test_rows_that_a_count_wants_and_nobody_wrote_are_missed(typed: Typed) -> None:
    found = typed({"age": 30, "many": 1})
    assert wrong(found) == [("required", "responses", 2, "years")]


def test_a_cell_that_cannot_be_read_is_not_missed_as_well(typed: Typed) -> None:
    assert wrong(typed({"age": "vier"})) == [("not_a_number", "responses", 2, "A (age)")]


def test_json_on_paper_is_checked_too(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"responses": [{"values": {"/age": "12"}}]}))
    found = read_responses(tmp_path / "a.json", (FORM,), HEARING)
    assert wrong(found) == [("form_says", "responses", 1, "/age")]


@pytest.mark.parametrize("kind", [("de", "chat"), ("", "")])
@pytest.mark.parametrize("name", ["out.xlsx", "out.json", "out.zip"])
def test_what_was_exported_comes_back_as_it_was_also_without_its_free_words(
    tmp_path: Path, name: str, kind: tuple[str, str]
) -> None:
    values = {"/age": "61", "/twice": "122"}
    there = Response("a1", FORM.version, "2026-W47", *kind, "", "", values, {})
    write(tmp_path / name, Dataset((FORM,), [there]), Options())
    found = read_responses(tmp_path / name, (FORM,), HEARING)
    assert (found.problems, found.warnings) == ((), ())
    assert list(found.responses) == [there]
