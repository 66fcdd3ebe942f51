"""Functions of ODK XPath that need an interview around them."""

from __future__ import annotations

from datetime import timedelta

from surveys.form import Question
from tests.surveys.interview.forms import ask, choices, form, repeat
from tests.surveys.interview.talking import Somebody


def worked_out(name: str, calculation: str) -> Question:
    """A calculation."""
    return ask(name, "calculate", calculation=calculation)


def test_rows_look_at_other_rows() -> None:
    before = worked_out("before", "indexed-repeat(${x}, ${r}, position(..) - 1)")
    place = worked_out("place", "concat(position(..), '/', count(${r}))")
    second = worked_out("second", "indexed-repeat(${x}, ${r}, 2)")
    her = Somebody(form(repeat("r", ask("x"), before, place), second))
    draft = her.moves("add_row").says("one").moves("add_row").says("two").draft
    assert draft["/r[2]/before"] == "one"
    assert (draft["/r[1]/place"], draft["/r[2]/place"]) == ("1/2", "2/2")
    assert draft["/second"] == "two"


def test_what_is_drawn_once_stays() -> None:
    drawn = (
        worked_out("id", "once(uuid())"),
        worked_out("at", "once(string(now()))"),
        worked_out("chance", "random()"),
    )
    questions = form(*drawn, ask("a"), ask("b"))
    her = Somebody(questions)
    before = her.draft
    her.now += timedelta(hours=5)
    after = her.says("x").draft
    assert {**after, **before} == after
    assert Somebody(questions, seed=8).draft["/id"] != before["/id"]


def test_nothing_of_her_seed_leaves() -> None:
    her = Somebody(form(ask("a")), seed=12345).says("x")
    assert her.state.answers.seed == 12345
    assert her.submits().seed == 0


def test_today_is_the_day_on_which_she_goes_on() -> None:
    her = Somebody(form(worked_out("day", "string(today())"), ask("a"), ask("b"))).says("x")
    her.now += timedelta(days=1)
    assert her.says("y").draft["/day"] == "2026-11-22"


def test_attached_files_are_looked_up() -> None:
    rows = ({"name": "n", "label": "Nord", "zone": "1"}, {"name": "s", "label": "Süd", "zone": "1"})
    found = worked_out("found", "pulldata('d', 'label', 'name', ${a})")
    near = ask(
        "near", "select_one", list="d", choice_filter="zone = '1' and name != current()/../a"
    )
    her = Somebody(form(found, ask("a"), near, instances={"d": rows})).says("n")
    assert her.draft["/found"] == "Nord"
    assert her.labels == ["Süd"]


def test_texts_of_a_list_follow_the_language() -> None:
    text = worked_out("text", "jr:itext(instance('l')/root/item[name=${a}]/itextId)")
    her = Somebody(form(text, ask("a", "select_one", list="l"), lists={"l": choices("k", "m")}))
    assert her.presses("m").draft["/text"] == "M"
    assert her.speaks("uk").draft["/text"] == "uk m"


def test_months_in_words_follow_the_language() -> None:
    said = worked_out("said", "format-date(${day}, '%e %b')")
    her = Somebody(form(said, ask("day", "date"))).says("2.3.2026")
    assert her.draft["/said"] == "2 März"
    assert her.speaks("uk").draft["/said"] == "2 бер."
