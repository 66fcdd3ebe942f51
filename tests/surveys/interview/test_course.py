from __future__ import annotations

from datetime import timedelta

from surveys.form import Choice
from surveys.interview.vocabulary import Attached, Conditions, Given, Move, SlipKind
from tests.surveys.interview.forms import ask, form, group, repeat
from tests.surveys.interview.talking import Somebody


def test_one_question_after_the_other_and_then_the_summary() -> None:
    her = Somebody(form(ask("name"), ask("age", "integer")))
    assert her.asked.label == "name?"
    assert her.says("Olena").asked.label == "age?"
    her.says("٤٢")
    assert [(line.label, line.shown) for line in her.summary.lines] == [
        ("name?", "Olena"),
        ("age?", "42"),
    ]
    assert her.submits().values == {"/name": "Olena", "/age": "42"}


def test_a_slip_asks_again_with_the_forms_message() -> None:
    age = ask(
        "age",
        "integer",
        constraint=". >= 16",
        constraint_message={"de": "Erst ab 16, ${name}.", "uk": "Від 16."},
    )
    her = Somebody(form(ask("name"), age)).says("Olena", "alt")
    assert her.slip is SlipKind.NOT_A_NUMBER
    her.says("15")
    assert (her.slip, her.message) == (SlipKind.CONSTRAINT, "Erst ab 16, Olena.")
    assert "/age" not in her.draft
    assert her.speaks("uk").says("15").message == "Від 16."
    assert her.says("16").at == "/"


def test_a_constraint_leaves_an_empty_answer_alone() -> None:
    her = Somebody(form(ask("age", "integer", constraint=". > 200")))
    assert her.moves("skip").submits().values == {}


def test_what_is_required_cannot_be_skipped() -> None:
    name = ask("name", required="yes", required_message={"de": "Bitte sagen Sie es."})
    her = Somebody(form(name)).moves("skip")
    assert (her.slip, her.message) == (SlipKind.REQUIRED, "Bitte sagen Sie es.")
    assert not her.asked.may_skip


def test_required_may_depend_on_an_answer() -> None:
    her = Somebody(form(ask("a"), ask("b", required="${a} = 'x'"))).says("x")
    assert her.moves("skip").slip is SlipKind.REQUIRED
    assert her.moves("back").says("y").moves("skip").at == "/"


def test_submitting_goes_to_what_is_missing_and_back_to_the_summary() -> None:
    her = Somebody(form(ask("a"), ask("b", required="true()"), ask("c")))
    her.says("x").moves("summary", "submit")
    assert (her.slip, her.at) == (SlipKind.REQUIRED, "/b")
    assert her.says("y").at == "/c"
    assert her.moves("skip").at == "/"
    assert her.submits().values == {"/a": "x", "/b": "y"}


def test_what_is_irrelevant_is_kept_in_the_draft_and_does_not_leave() -> None:
    job = ask("job", relevant="${works} = 'yes'")
    after = ask("after", relevant="${job} = ''")
    her = Somebody(form(ask("works"), job, after)).says("yes", "Koch")
    her.goes_to("/works").says("no")
    assert her.draft["/job"] == "Koch"
    assert her.at == "/after"
    assert her.says("nichts").submits().values == {"/works": "no", "/after": "nichts"}
    her.moves("summary").goes_to("/works").says("yes")
    assert her.submits().values == {"/works": "yes", "/job": "Koch"}


def test_a_group_passes_its_relevance_on() -> None:
    inner = group("inner", ask("c"), relevant="${b} = '1'")
    her = Somebody(form(ask("a"), group("outer", ask("b"), inner, relevant="${a} = '1'")))
    assert her.says("1", "1").at == "/outer/inner/c"
    assert her.says("x").goes_to("/a").says("0").at == "/"
    assert her.submits().values == {"/a": "0"}


def test_calculations_follow_their_answers_only() -> None:
    doubled = ask("doubled", "calculate", calculation="${a} * 2")
    again = ask("again", "calculate", calculation="${doubled} + 1")
    told = ask("told", "note", label={"de": "Das sind ${again}."})
    her = Somebody(form(ask("a", "integer"), doubled, again, told, ask("end"))).says("4")
    assert her.asked.notes == ("Das sind 9.",)
    assert her.draft == {"/a": "4", "/doubled": "8", "/again": "9"}


def test_a_trigger_sets_a_value_that_may_then_be_changed() -> None:
    copy = ask("copy", calculation="concat(${a}, '!')", trigger=("${a}",))
    her = Somebody(form(ask("a"), copy)).says("x")
    assert her.asked.value == "x!"
    her.says("mine")
    assert her.goes_to("/a").says("x").draft["/copy"] == "mine"
    assert her.goes_to("/a").says("y").draft["/copy"] == "y!"


def test_a_statement_is_agreed_to() -> None:
    her = Somebody(form(ask("consent", "acknowledge", required="yes")))
    assert her.says("nein").slip is SlipKind.NOT_HERE
    assert her.moves("done").submits().values == {"/consent": "OK"}


def test_a_default_is_there_already_and_may_be_kept() -> None:
    today = ask("day", "date", default="today()", dynamic_default=True)
    her = Somebody(form(ask("town", default="Musterstadt"), today))
    assert her.asked.value == "Musterstadt"
    assert her.moves("keep").asked.value == "2026-11-21"
    her.now += timedelta(days=3)
    assert her.moves("keep").submits().values == {"/town": "Musterstadt", "/day": "2026-11-21"}


def test_a_default_that_is_no_answer_does_not_leave() -> None:
    her = Somebody(form(ask("age", "integer", default="alt")))
    assert her.moves("keep").slip is SlipKind.NOT_A_NUMBER
    assert her.moves("summary", "submit").slip is SlipKind.NOT_A_NUMBER


def test_back_goes_over_what_is_irrelevant() -> None:
    her = Somebody(form(ask("a"), ask("b", relevant="${a} = 'x'"), ask("c"))).says("y")
    assert her.at == "/c"
    assert her.moves("back").at == "/a"
    assert not her.asked.may_go_back
    assert her.moves("back").slip is SlipKind.NOT_HERE


def test_she_resumes_on_another_day() -> None:
    questions = form(ask("a"), ask("b"))
    her = Somebody(questions).says("x")
    later = Somebody(questions)
    assert later.interview.show(her.state, her.now + timedelta(days=1)) == her.outcome


def test_files_have_a_type_and_a_limit() -> None:
    her = Somebody(form(ask("photo", "image")), Conditions(largest=100))
    assert her.says("Foto").slip is SlipKind.NOT_HERE
    assert her.does(Attached("f1", "audio/ogg", 10)).slip is SlipKind.WRONG_FILE
    assert her.does(Attached("f1", "image/png", 101)).slip is SlipKind.TOO_LARGE
    assert her.does(Attached("f1", "image/png", 100)).submits().values == {"/photo": "f1"}


def test_files_may_be_left_out() -> None:
    her = Somebody(form(ask("photo", "image", required="yes"), ask("a")), Conditions(files=False))
    assert her.at == "/a"
    assert her.says("x").submits().values == {"/a": "x"}


def test_places_are_rounded_and_districts_offered() -> None:
    districts = (Choice("50.98 11.03 0 0", {"de": "Altstadt"}),)
    library = (Choice("50.9791 11.0299 0 0", {"de": "Bücherei"}),)
    her = Somebody(form(ask("where", "geopoint")), Conditions(districts=districts, places=library))
    assert her.labels == ["Altstadt"]
    assert her.says("50.97871 11.03283").draft == {"/where": "50.98 11.03 0 0"}
    assert her.goes_to("/where").says("alt").draft == {"/where": "50.98 11.03 0 0"}
    assert her.goes_to("/where").presses("50.98 11.03 0 0").at == "/"
    assert her.goes_to("/where").says("bücherei").draft == {"/where": "50.9791 11.0299 0 0"}


def test_an_emptied_form_control_is_left_out() -> None:
    her = Somebody(form(ask("a"))).says("x").goes_to("/a").does(Given("", exact=True))
    assert her.at == "/"
    assert her.draft == {}


def test_start_and_end_are_told_to_the_day() -> None:
    stamps = (ask("s", "start"), ask("t", "today"), ask("e", "end"))
    her = Somebody(form(*stamps, ask("a"))).moves("skip")
    day = "2026-11-21T00:00:00.000+01:00"
    assert her.submits().values == {"/s": day, "/t": "2026-11-21", "/e": day}
    exact = Somebody(form(*stamps, ask("a")), Conditions(times=True)).moves("skip")
    assert exact.submits().values["/s"] == "2026-11-21T12:00:00.000+01:00"


def test_an_earlier_question_that_becomes_relevant_is_asked_before_the_end() -> None:
    her = Somebody(form(ask("early", relevant="${late} = 'x'"), ask("late"))).says("x")
    assert her.at == "/early"
    assert her.says("y").at == "/"


def test_coming_back_triggers_nothing() -> None:
    copy = ask("copy", calculation="concat(${b}, '!')", trigger=("${b}",))
    questions = form(ask("a"), ask("b", relevant="${a} = '1'"), copy)
    her = Somebody(questions).says("1", "x").says("mine").goes_to("/a").says("0")
    assert her.draft == {"/a": "0", "/b": "x", "/copy": "!"}
    her.goes_to("/copy").says("mine")
    state = her.state
    later = Somebody(questions)
    later.interview.show(state, later.now)
    assert later.interview.step(state, Move.SUMMARY, later.now)[0].answers == state.answers


def test_a_trigger_is_not_lost_when_rows_come_at_the_same_time() -> None:
    rows = repeat("r", ask("x"), count="${n}")
    copy = ask("copy", calculation="${n} * 2", trigger=("${n}",))
    her = Somebody(form(ask("n", "integer"), rows, copy)).says("2")
    assert her.draft["/copy"] == "4"
