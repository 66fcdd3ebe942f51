"""Rows of repeats that are opened again, taken away, or fall away with a count."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.form import QuestionType
from surveys.interview.vocabulary import Ended, SlipKind
from tests.surveys.interview.forms import ask, form, group, repeat
from tests.surveys.interview.talking import Somebody

HOMES = form(
    repeat(
        "home",
        ask("street"),
        repeat("room", ask("use"), ask("size", "integer"), label={"de": "Zimmer"}),
        group("more", ask("since", "date")),
        label={"de": "Wohnung"},
    ),
    ask("end"),
)


def at_home() -> Somebody:
    """Two homes, the first with two rooms, the second without any; asked for a third."""
    her = Somebody(HOMES).moves("add_row").says("Markt").moves("add_row").says("Bad", "4")
    her.moves("add_row").says("Flur", "3").moves("no_row").says("3.5.1990")
    return her.moves("add_row").says("Gasse").moves("no_row", "skip")


def rows(her: Somebody) -> list[tuple[str, str, str]]:
    return [(row.path, row.label, row.shown) for row in her.row.rows]


def test_rows_are_told_apart_by_their_first_answers() -> None:
    assert rows(at_home()) == [
        ("/home[1]", "Wohnung 1", "Markt"),
        ("/home[2]", "Wohnung 2", "Gasse"),
    ]
    counted = Somebody(form(repeat("day", ask("note", "note"), ask("when", "date"))))
    line = counted.moves("add_row").says("3.5.1990").row.rows[0]
    assert (line.type, line.value) == (QuestionType.DATE, "1990-05-03")


def test_a_row_without_answers_has_its_heading_only() -> None:
    her = Somebody(HOMES).moves("add_row", "skip", "no_row", "skip")
    assert rows(her) == [("/home[1]", "Wohnung 1", "")]


def test_an_opened_row_is_gone_through_and_then_its_repeat_asks() -> None:
    her = at_home().goes_to("/home[1]")
    assert (her.at, her.asked.value, her.asked.may_go_back) == ("/home[1]/street", "Markt", True)
    assert (her.says("Allee").at, her.row.count) == ("/home[1]/room", 2)
    assert her.moves("no_row").at == "/home[1]/more/since"
    assert her.moves("keep").at == "/home"
    assert rows(her)[0] == ("/home[1]", "Wohnung 1", "Allee")
    assert her.moves("no_row").at == "/end"


def test_rows_are_opened_two_deep() -> None:
    her = at_home().goes_to("/home[1]").moves("keep").goes_to("/home[1]/room[1]")
    assert her.at == "/home[1]/room[1]/use"
    assert her.says("Küche").at == "/home[1]/room[1]/size"
    assert her.says("9").at == "/home[1]/room"
    assert her.moves("add_row").says("Balkon", "2").at == "/home[1]/room"
    assert [shown for _, _, shown in rows(her)] == ["Küche", "Flur", "Balkon"]
    assert her.moves("no_row").at == "/home[1]/more/since"
    assert her.moves("keep").at == "/home"


def test_back_in_an_opened_row_stays_in_it() -> None:
    her = at_home().goes_to("/home[1]").moves("keep", "no_row")
    assert her.at == "/home[1]/more/since"
    assert her.moves("back").at == "/home[1]/room"
    assert her.moves("back").at == "/home[1]/street"
    assert her.moves("back").at == "/home"
    assert her.moves("back").at == "/home[2]/more/since"


def test_whoever_added_a_row_by_mistake_goes_back_and_takes_it_away() -> None:
    her = at_home().moves("add_row", "back")
    assert (her.at, her.row.count) == ("/home", 3)
    assert her.drops("/home[3]").row.count == 2


def test_from_the_summary_a_row_is_opened_and_the_summary_comes_back() -> None:
    her = at_home().moves("no_row", "skip").goes_to("/home").goes_to("/home[2]")
    assert her.says("Ring").moves("no_row", "skip").at == "/home"
    assert her.moves("no_row").at == "/"
    assert her.draft["/home[2]/street"] == "Ring"


def test_a_nested_row_is_taken_away_from_the_summary() -> None:
    her = at_home().moves("no_row", "skip").goes_to("/home[1]/room")
    assert [shown for _, _, shown in rows(her.drops("/home[1]/room[1]"))] == ["Flur"]
    assert her.moves("no_row").at == "/"
    assert her.draft["/home[1]/room[1]/use"] == "Flur"


def test_the_row_that_she_is_in_moves_with_what_she_takes_away() -> None:
    her = at_home().goes_to("/home[2]").drops("/home[1]")
    assert her.at == "/home[1]/street"
    assert her.moves("keep", "no_row", "skip").at == "/home"
    assert her.drops("/home[1]").row.count == 0


def test_rows_that_a_count_makes_are_neither_opened_nor_taken_away() -> None:
    her = Somebody(form(ask("many", "integer"), repeat("child", ask("name"), count="${many}")))
    assert her.says("1").goes_to("/child[1]").slip is SlipKind.NOT_HERE
    assert her.drops("/child[1]").slip is SlipKind.NOT_HERE


FALLING = form(
    ask("many", "integer"),
    repeat(
        "child",
        ask("name", default="?"),
        repeat("pet", ask("kind")),
        ask("n", "calculate", calculation="position(..)"),
        count="${many}",
    ),
    ask("names", "calculate", calculation="join(',', ${name})"),
    ask("pets", "calculate", calculation="count(${pet})"),
)


def test_rows_of_rows_come_back_with_the_count() -> None:
    her = Somebody(FALLING).says("2", "Ali").moves("add_row").says("Hund").moves("no_row")
    her.says("Mia").moves("add_row").says("Katze").moves("no_row")
    gone = her.goes_to("/many").says("0")
    assert (gone.draft.get("/names"), gone.draft["/pets"]) == (None, "0")
    assert [line.path for line in gone.summary.lines] == ["/many"]
    back = her.goes_to("/many").says("2")
    assert (back.draft["/names"], back.draft["/pets"]) == ("Ali,Mia", "2")
    assert back.submits().rows == {"/child": 2, "/child[1]/pet": 1, "/child[2]/pet": 1}


def test_what_was_left_empty_comes_back_empty() -> None:
    her = Somebody(FALLING).says("1").moves("skip", "no_row")
    her.goes_to("/many").says("0").goes_to("/many").says("1")
    assert "/child[1]/name" not in her.draft


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 4), st.text("abc", min_size=1))))
def test_answers_beyond_the_count_never_leave_and_never_get_lost(
    course: list[tuple[int, int, str]],
) -> None:
    her = Somebody(FALLING).says("0").moves("summary")
    known: dict[int, str] = {}
    for count, row, name in course:
        her.goes_to("/many").says(str(count)).moves("summary")
        known = {**dict.fromkeys(range(1, count + 1), "?"), **known}
        if row <= count:
            her.goes_to(f"/child[{row}]/name").says(name).moves("summary")
            known[row] = name
        _only_counted_leave(her, [known[at] for at in range(1, count + 1)])


def _only_counted_leave(her: Somebody, names: list[str]) -> None:
    assert her.draft.get("/names", "") == ",".join(names)
    state = her.state
    her.moves("submit")
    while not isinstance(her.outcome, Ended):
        her.moves("no_row", "summary", "submit")
    left = her.outcome.answers
    assert [left.values[f"/child[{at}]/name"] for at in range(1, len(names) + 1)] == names
    assert {path for path in left.values if path.startswith("/child")} == {
        f"/child[{at}]/{what}" for at in range(1, len(names) + 1) for what in ("name", "n")
    }
    assert left.rows == ({"/child": len(names)} if names else {})
    her.state = state
