"""What tells when or who stays behind, and forms come back from JSON as they were."""

from typing import Any

import pytest

from surveys.anonymous import Sieve
from surveys.answers import Answers
from surveys.form import Choice, Form, Group, Media, Question, QuestionType, Repeat
from surveys.form_json import from_json, to_json

CALC, HIDDEN = QuestionType.CALCULATE, QuestionType.HIDDEN


def asked(name: str, kind: QuestionType, calculation: str = "", **others: Any) -> Question:
    return Question(name, f"/{name}", kind, calculation=calculation, **others)


def form(*questions: Question | Group | Repeat) -> Form:
    return Form("f", "1", {"de": "F"}, ("de",), "de", Group("", "", questions))


@pytest.mark.parametrize(
    "question",
    [
        asked("x", QuestionType.START),
        asked("x", QuestionType.END),
        asked("x", QuestionType.TODAY),
        asked("x", CALC, "now()"),
        asked("x", CALC, "decimal-date-time( now() )"),
        asked("x", CALC, "once(uuid())"),
        asked("x", CALC, "format-date(today(), '%d')"),
        asked("x", HIDDEN, default="now()", dynamic_default=True),
    ],
)
def test_what_tells_when_stays_behind(question: Question) -> None:
    kept = Sieve(form(question)).kept(Answers({"/x": "2026-11-23T10:30:00.000+01:00"}))
    assert (kept.values, kept.texts) == ({}, {})


@pytest.mark.parametrize(
    "question",
    [
        asked("x", CALC, "int((today() - ${birth}) div 365.25)"),
        asked("x", CALC, "${kids} + 1"),
        asked("x", QuestionType.DATE),
        asked("x", QuestionType.SELECT_ONE, list="needs"),
        asked("x", QuestionType.DATE, default="today()", dynamic_default=True),
    ],
)
def test_answers_are_kept(question: Question) -> None:
    assert Sieve(form(question)).kept(Answers({"/x": "7"})).values == {"/x": "7"}


def test_free_words_are_apart_and_so_is_what_is_made_of_them() -> None:
    questions = (
        asked("name", QuestionType.TEXT),
        asked("hello", CALC, "concat('Hallo ', ${name})"),
        asked("loud", CALC, "concat(${ hello }, '!')"),
        asked("kids", QuestionType.INTEGER),
    )
    values = {"/name": "Amal", "/hello": "Hallo Amal", "/loud": "Hallo Amal!", "/kids": "2"}
    kept = Sieve(form(*questions)).kept(Answers(values, seed=7))
    assert kept.values == {"/kids": "2"}
    assert set(kept.texts) == {"/name", "/hello", "/loud"}


def test_rows_of_repeats_are_known_by_their_question() -> None:
    kids = Repeat("kids", "/kids", (Question("name", "/kids/name", QuestionType.TEXT),))
    answers = Answers({"/kids[2]/name": "Bo", "/elsewhere": "x"}, {"/kids": 2})
    kept = Sieve(form(kids)).kept(answers)
    assert (kept.values, kept.rows, kept.texts) == ({}, {"/kids": 2}, {"/kids[2]/name": "Bo"})


def test_a_form_comes_back_from_json_as_it_was() -> None:
    media = Media({"de": "a.png"})
    question = asked(
        "need", QuestionType.SELECT_MULTIPLE, list="needs", exclusive=frozenset({"none", "dk"})
    )
    inner = Repeat("kids", "/g/kids", (question,), {"ar": "أطفال"}, count="3")
    group = Group("g", "/g", (inner,), relevant="1", appearance=("table-list", "w1"))
    choices = (Choice("none", {"de": "Nichts"}, media, {"filter": "a"}),)
    whole = Form(
        *("f", "2", {"de": "F"}, ("de", "ar"), "de", Group("", "", (group, question))),
        names={"de": "Deutsch (de)"},
        lists={"needs": choices},
        instances={"districts": ({"name": "n", "label": "Nord"},)},
        settings={"style": "pages"},
    )
    assert from_json(to_json(whole)) == whole
    assert to_json(from_json(to_json(whole))) == to_json(whole)


@pytest.mark.parametrize("text", ["", "{}", '{"root": {"is": "group"}}'])
def test_what_is_no_form_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)
