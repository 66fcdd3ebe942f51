"""Questions that are answered together: each is taken or refused as if it had been asked alone."""

from __future__ import annotations

from typing import Any

from surveys.form import Form, Node, Question
from surveys.interview.vocabulary import Chosen, Given, SlipKind, Together
from tests.surveys.interview.forms import ask, choices, form, group, repeat
from tests.surveys.interview.talking import Somebody

LISTS = {"ease": choices("easy", "hard")}
LEFT_OUT = Given("", exact=True)


def row(name: str, **more: Any) -> Question:
    return ask(name, "select_one", list="ease", appearance=("list-nolabel",), **more)


def matrix(**more: Any) -> Form:
    """A head and three rows between two questions."""
    head = ask("head", "select_one", list="ease", appearance=("label",))
    rows = (row("one"), row("two", **more), row("three"))
    return form(ask("before"), group("grid", head, *rows), ask("after"), lists=LISTS)


def listed(*questions: Node) -> Form:
    """A group shown as a whole, and a question behind it."""
    return form(group("all", *questions, appearance=("field-list",)), ask("after"))


def fills(her: Somebody, **answers: str) -> Somebody:
    """All at once, in the order of the page; what is named nothing is left out."""
    said = [(one.path, one.path.rsplit("/", 1)[-1]) for one in her.asked.page or (her.asked,)]
    return her.does(
        Together(
            tuple(
                (path, Given(answers[name], exact=True) if name in answers else LEFT_OUT)
                for path, name in said
            )
        )
    )


def test_a_matrix_is_one_page() -> None:
    her = Somebody(matrix()).says("x")
    assert [one.path for one in her.asked.page] == ["/grid/one", "/grid/two", "/grid/three"]
    assert her.asked.page[0].notes == ("head?",)
    assert fills(her, one="easy", three="hard").at == "/after"
    assert her.draft == {"/before": "x", "/grid/one": "easy", "/grid/three": "hard"}


def test_the_page_is_whole_wherever_on_it_she_is() -> None:
    her = Somebody(matrix()).says("x").presses("easy")
    assert her.at == "/grid/two"
    assert len(her.asked.page) == 3
    assert fills(her, one="hard", two="hard").draft["/grid/one"] == "hard"
    assert her.at == "/after"
    assert len(her.moves("back").asked.page) == 3


def test_what_is_refused_is_asked_alone_and_the_rest_is_kept() -> None:
    message = {"de": "Nur leicht."}
    only = matrix(constraint=". = 'easy'", constraint_message=message)
    her = fills(Somebody(only).says("x"), one="hard", two="hard", three="easy")
    assert (her.at, her.slip, her.message) == ("/grid/two", SlipKind.CONSTRAINT, "Nur leicht.")
    assert her.asked.page == ()
    assert her.draft == {"/before": "x", "/grid/one": "hard", "/grid/three": "easy"}
    assert her.speaks("uk").asked.page == ()
    assert her.presses("hard").at == "/grid/two"
    assert her.presses("easy").at == "/after"


def test_two_that_are_refused_are_asked_one_after_the_other() -> None:
    her = Somebody(listed(ask("a", required="yes"), ask("b"), ask("c", required="yes")))
    assert (fills(her, b="x").at, her.slip) == ("/all/a", SlipKind.REQUIRED)
    assert (fills(her, a="x").at, her.asked.page) == ("/all/c", ())
    assert fills(her, c="x").at == "/after"
    assert her.submits().values == {"/all/a": "x", "/all/b": "x", "/all/c": "x"}


def test_what_becomes_relevant_on_the_page_is_asked_next() -> None:
    her = Somebody(listed(ask("a"), ask("why", relevant="${a} = 'x'"), ask("c")))
    assert [one.path for one in her.asked.page] == ["/all/a", "/all/c"]
    assert (fills(her, a="x", c="y").at, her.asked.page) == ("/all/why", ())
    assert fills(her, why="z").at == "/after"


def test_what_becomes_irrelevant_on_the_page_is_not_taken() -> None:
    her = Somebody(listed(ask("a"), ask("b", relevant="${a} != 'x'"), ask("c")))
    assert len(her.asked.page) == 3
    assert fills(her, a="x", b="y", c="z").draft == {"/all/a": "x", "/all/c": "z"}
    assert her.at == "/after"


def test_an_answer_is_checked_with_those_before_it() -> None:
    her = Somebody(
        listed(ask("least", "integer"), ask("most", "integer", constraint=". >= ${least}"))
    )
    assert (fills(her, least="3", most="2").at, her.slip) == ("/all/most", SlipKind.CONSTRAINT)


def test_what_was_answered_and_is_emptied_is_left_out() -> None:
    her = fills(Somebody(matrix()).says("x"), one="easy", two="easy").moves("back")
    assert fills(her, two="hard").draft == {"/before": "x", "/grid/two": "hard"}
    assert her.moves("summary").at == "/"


def test_a_default_waits_on_the_page() -> None:
    her = Somebody(listed(ask("a"), ask("b", default="there"), ask("c")))
    assert [one.value for one in her.asked.page] == ["", "there", ""]
    assert fills(her, a="x", b="there").at == "/after"


def test_only_the_page_can_be_filled_in() -> None:
    her = Somebody(matrix())
    assert her.does(Together((("/after", Given("x")),))).slip is SlipKind.NOT_HERE
    assert her.does(Together(())).slip is SlipKind.NOT_HERE
    her.moves("summary")
    assert her.does(Together((("/before", Given("x")),))).slip is SlipKind.NOT_HERE


def test_one_question_is_a_page_of_its_own() -> None:
    her = Somebody(form(ask("n", "select_multiple", list="ease"), ask("after"), lists=LISTS))
    assert her.asked.page == ()
    assert her.does(Together((("/n", Chosen(("hard", "easy"))),))).at == "/after"
    assert her.draft == {"/n": "easy hard"}


def test_what_is_edited_is_asked_alone() -> None:
    her = Somebody(matrix()).moves("summary").goes_to("/grid/two")
    assert her.asked.page == ()
    assert fills(her, two="hard").at != "/grid/three"


def test_what_cannot_be_drawn_beside_others_is_asked_alone() -> None:
    assert Somebody(listed(ask("a"), ask("b", "acknowledge"))).asked.page == ()
    assert Somebody(listed(ask("a"), repeat("c", ask("d")))).asked.page == ()
    assert Somebody(listed(ask("a"))).asked.page == ()
    many = (ask(f"q{at}") for at in range(21))
    assert Somebody(listed(*many)).asked.page == ()


def test_a_row_of_a_repeat_can_be_a_page() -> None:
    rows = repeat("child", ask("name"), ask("age", "integer"), appearance=("field-list",))
    her = Somebody(form(rows, ask("after"))).moves("add_row")
    assert [one.path for one in her.asked.page] == ["/child[1]/name", "/child[1]/age"]
    assert fills(her, name="Ana", age="3").at == "/child"
