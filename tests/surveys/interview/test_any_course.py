"""Whatever somebody does, only relevant and valid answers leave."""

from __future__ import annotations

import json
from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.answers import Answers
from surveys.form import Form, Question
from surveys.interview import Interview
from surveys.interview.vocabulary import Ended, Given, Outcome, Slip, State
from tests.surveys.interview.forms import ask, choices, form, group, repeat
from tests.surveys.interview.made_forms import made_forms
from tests.surveys.interview.oracle import complaints
from tests.surveys.interview.talking import NOW
from tests.surveys.interview.wandering import SEED, anything, finished, replayed

HAND_MADE = form(
    group(
        "about",
        ask("name", required="yes"),
        ask("age", "integer", constraint=". >= 16 and . < 120", required="${name} != 'b'"),
        label={"de": "Über Sie"},
        appearance=("field-list",),
    ),
    ask("needs", "select_multiple", list="needs", exclusive=frozenset({"none"})),
    ask("first", "select_one", list="needs", choice_filter="selected(${needs}, name)"),
    group(
        "home",
        repeat(
            "child",
            ask("child_name"),
            group(
                "more",
                ask("child_age", "integer", relevant="${child_name} != ''", constraint=". < 18"),
                ask("child_likes", "select_multiple", list="needs"),
                appearance=("field-list",),
            ),
            repeat("school", ask("grade", "integer", required="yes"), relevant="${child_age} > 5"),
        ),
        ask("sum", "calculate", calculation="sum(${child_age})"),
        relevant="not(selected(${needs}, 'none'))",
    ),
    repeat("wish", ask("words", required="yes"), count="count-selected(${needs})"),
    ask("old", "acknowledge", relevant="${sum} > 8"),
    lists={"needs": choices("work", "flat", "none")},
)
numbers = st.lists(st.integers(0, 9999), max_size=40)


def wander(asked: Form, led: list[int]) -> tuple[Interview, State]:
    """Somebody who goes through a form as numbers lead her, each step looked at."""
    interview = Interview(asked)
    state, outcome = interview.begin(SEED, "de", NOW)
    for number in led:
        did = anything(outcome, number)
        before = state
        state, outcome = interview.step(state, did, NOW)
        if isinstance(outcome, Slip) and isinstance(did, Given):
            assert state.answers == before.answers
        if isinstance(outcome, Ended):
            state, outcome = interview.begin(SEED, "de", NOW)
    _nothing_is_hidden(asked, interview, state, outcome)
    return interview, state


def _nothing_is_hidden(asked: Form, interview: Interview, state: State, outcome: Outcome) -> None:
    """What is stored is all there is: another process shows the same from it."""
    shown = interview.show(state, NOW)
    assert Interview(asked).show(_stored(state), NOW) == shown
    if not isinstance(outcome, Slip):
        assert shown == outcome


def _stored(state: State) -> State:
    """There and back through JSON."""
    plain = json.loads(json.dumps(asdict(state), default=sorted))
    answers = plain.pop("answers")
    skipped = frozenset(answers.pop("skipped"))
    picked = plain.pop("picked")
    return State(
        answers=Answers(**answers, skipped=skipped),
        **plain,
        picked=None if picked is None else tuple(picked),
    )


@settings(max_examples=60, deadline=None)
@given(made_forms(), numbers)
def test_any_course_through_any_form_ends_well(asked: Form, led: list[int]) -> None:
    _ends_well(asked, led)


@settings(max_examples=30, deadline=None)
@given(numbers)
def test_any_course_through_a_real_form_ends_well(led: list[int]) -> None:
    _ends_well(HAND_MADE, led)


def _ends_well(asked: Form, led: list[int]) -> None:
    interview, state = wander(asked, led)
    answers = finished(interview, state)
    if answers is not None:
        assert complaints(asked, answers, NOW) == []
        again = replayed(asked, answers, state.language)
        assert again is not None
        assert (again.values, again.rows) == (answers.values, answers.rows)


@settings(max_examples=25, deadline=None)
@given(made_forms(), numbers)
def test_the_same_inputs_give_the_same_state(asked: Form, led: list[int]) -> None:
    assert wander(asked, led)[1] == wander(asked, led)[1]


def test_the_oracle_sees_what_is_wrong() -> None:
    asked = form(ask("a", required="yes"), ask("b", "integer", relevant="${a} = 'x'"))
    assert complaints(asked, Answers({"/a": "y", "/b": "1"}), NOW) == ["/b is irrelevant"]
    assert complaints(asked, Answers({"/a": "x", "/b": "eins"}), NOW) == ["/b is no integer"]
    assert complaints(asked, Answers({}), NOW) == ["/a is missing"]
    assert all(isinstance(node, Question) for node in asked.nodes())
