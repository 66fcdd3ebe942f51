from __future__ import annotations

from surveys.interview.vocabulary import Conditions, SlipKind
from tests.surveys.interview.forms import ask, form, group, repeat
from tests.surveys.interview.talking import Somebody

CHILD = repeat(
    "child",
    ask("name"),
    ask("age", "integer", relevant="${name} != ''", label={"de": "Wie alt ist ${name}?"}),
    label={"de": "Kind"},
)
FAMILY = form(CHILD, ask("total", "calculate", calculation="sum(${age})"), ask("end"))


def family() -> Somebody:
    """Somebody with two children."""
    her = Somebody(FAMILY).moves("add_row").says("Ali", "7")
    return her.moves("add_row").says("Mia", "9")


def test_somebody_is_asked_for_rows() -> None:
    her = Somebody(FAMILY)
    assert (her.row.label, her.row.count) == ("Kind", 0)
    assert her.moves("add_row").at == "/child[1]/name"
    assert her.asked.rows == ("Kind 1",)
    assert her.says("Ali").asked.label == "Wie alt ist Ali?"
    assert her.says("7").row.count == 1
    assert her.moves("no_row").at == "/end"


def test_answers_carry_their_row() -> None:
    gone = family().moves("no_row", "skip").submits()
    assert gone.values == {
        "/child[1]/name": "Ali",
        "/child[1]/age": "7",
        "/child[2]/name": "Mia",
        "/child[2]/age": "9",
        "/total": "16",
    }
    assert gone.rows == {"/child": 2}


def test_one_row_is_edited_and_another_deleted() -> None:
    her = family().moves("no_row", "skip")
    assert her.goes_to("/child[2]/age").says("10").draft["/total"] == "17"
    her.drops("/child[1]")
    assert her.draft == {"/child[1]/name": "Mia", "/child[1]/age": "10", "/total": "10"}
    assert her.at == "/"


def test_whoever_stands_in_a_deleted_row_is_asked_for_another() -> None:
    her = family().goes_to("/child[1]/name").drops("/child[1]")
    assert (her.at, her.row.count) == ("/child", 1)
    assert her.goes_to("/child[1]/age").drops("/child[2]").slip is SlipKind.NOT_HERE


def test_whoever_stands_in_a_later_row_moves_up_with_it() -> None:
    assert family().goes_to("/child[2]/age").drops("/child[1]").at == "/child[1]/age"


def test_rows_are_added_from_the_summary_too() -> None:
    her = family().moves("no_row", "skip").goes_to("/child").moves("add_row")
    assert her.at == "/child[3]/name"
    assert her.says("Leo").at == "/child[3]/age"
    assert (her.says("1").at, her.row.count) == ("/child", 3)
    assert her.moves("no_row").at == "/"


def test_nobody_adds_rows_without_end() -> None:
    her = Somebody(FAMILY, Conditions(most_rows=1)).moves("add_row").says("Ali", "7")
    assert her.moves("add_row").slip is SlipKind.OUT_OF_RANGE


COUNTED = form(
    ask("many", "integer"),
    repeat(
        "child", ask("name", default="?"), ask("n", "calculate", calculation="position(..)"),
        count="${many}",
    ),
    ask("names", "calculate", calculation="join(', ', ${name})"),
)  # fmt: skip


def test_a_count_makes_the_rows() -> None:
    her = Somebody(COUNTED).says("2").says("Ali", "Mia")
    assert her.at == "/"
    assert her.draft["/names"] == "Ali, Mia"
    assert her.draft["/child[2]/n"] == "2"
    assert her.goes_to("/many").says("1").draft["/names"] == "Ali"
    assert her.goes_to("/many").says("3").draft["/names"] == "Ali, Mia, ?"
    assert her.goes_to("/many").moves("skip").submits().values == {}


NESTED = form(
    repeat(
        "home",
        ask("street"),
        repeat("room", ask("use"), ask("where", "calculate", calculation="${street}")),
        group("more", ask("rooms", "calculate", calculation="count(${room})")),
    ),
    ask("all", "calculate", calculation="count(${room})"),
)


def test_repeats_nest() -> None:
    her = Somebody(NESTED).moves("add_row").says("Markt").moves("add_row").says("Küche")
    her.moves("add_row").says("Bad").moves("no_row")
    assert (her.row.path, her.row.count) == ("/home", 1)
    her.moves("add_row").says("Gasse").moves("add_row").says("Bad").moves("no_row", "no_row")
    draft = her.draft
    assert draft["/home[1]/room[2]/where"] == "Markt"
    assert draft["/home[2]/room[1]/where"] == "Gasse"
    assert (draft["/home[1]/more/rooms"], draft["/home[2]/more/rooms"]) == ("2", "1")
    assert draft["/all"] == "3"
    her.drops("/home[1]")
    assert her.draft["/all"] == "1"
    assert her.submits().rows == {"/home": 1, "/home[1]/room": 1}


def test_an_irrelevant_repeat_does_not_leave() -> None:
    rows = repeat("r", ask("x"), relevant="${has} = '1'")
    questions = form(ask("has"), rows, ask("n", "calculate", calculation="count(${r})"))
    her = Somebody(questions).says("1").moves("add_row").says("a").moves("add_row").says("b")
    assert her.moves("no_row").draft["/n"] == "2"
    gone = her.goes_to("/has").says("0").submits()
    assert (dict(gone.values), dict(gone.rows)) == ({"/has": "0", "/n": "0"}, {})


def test_a_row_triggers_its_own() -> None:
    rows = repeat("r", ask("x"), ask("copy", calculation="${x}", trigger=("${x}",)))
    her = Somebody(form(rows)).moves("add_row").says("a", "mine")
    her.moves("add_row").says("b")
    assert her.draft["/r[1]/copy"] == "mine"
    assert her.asked.value == "b"


def test_a_new_row_begins_with_its_defaults() -> None:
    rows = repeat(
        "r", ask("x", default="concat('n', position(..))", dynamic_default=True), ask("y")
    )
    her = Somebody(form(rows)).moves("add_row").moves("keep", "skip", "add_row")
    assert her.asked.value == "n2"


def test_children_are_chosen_by_their_names() -> None:
    eldest = ask("eldest", "select_one", list="${name}")
    her = Somebody(form(repeat("child", ask("name")), eldest)).moves("add_row").says("Ali")
    her.moves("add_row").says("Mia").moves("no_row")
    assert her.labels == ["Ali", "Mia"]
    her.presses("Ali").goes_to("/child[1]/name").says("Leo")
    assert "/eldest" not in her.draft
    assert her.labels == ["Leo", "Mia"]


def test_names_that_were_typed_are_made_harmless_among_the_choices() -> None:
    eldest = ask("eldest", "select_one", list="${name}")
    questions = form(repeat("child", ask("name")), eldest, ask("c", label={"de": "${eldest}"}))
    careful = Conditions(quote=lambda said: said.replace("<", "&lt;"))
    her = Somebody(questions, careful).moves("add_row").says("<b> Ali").moves("no_row")
    assert her.labels == ["&lt;b> Ali"]
    assert her.presses("<b> Ali").asked.label == "&lt;b> Ali"
