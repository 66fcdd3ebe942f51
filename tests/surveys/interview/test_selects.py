from __future__ import annotations

from dataclasses import replace

from surveys.form import Choice
from surveys.interview.vocabulary import SlipKind
from tests.surveys.interview.forms import ask, choices, form, group
from tests.surveys.interview.talking import Somebody

LISTS = {"needs": choices("work", "flat", "none")}


def several(**more: object) -> Somebody:
    """Somebody before a multiple choice."""
    asked = ask("needs", "select_multiple", list="needs", **more)
    return Somebody(form(asked, lists=LISTS))


def test_a_choice_is_pressed_or_typed() -> None:
    one = form(ask("need", "select_one", list="needs"), lists=LISTS)
    assert Somebody(one).presses("flat").draft == {"/need": "flat"}
    assert Somebody(one).says("2").draft == {"/need": "flat"}
    assert Somebody(one).says("fla").draft == {"/need": "flat"}
    assert Somebody(one).presses("kita").slip is SlipKind.NO_SUCH_CHOICE


def test_several_choices_are_ticked_in_one_message() -> None:
    her = several().presses("flat", "work", "none", "work")
    assert her.ticked == ["flat", "none"]
    assert her.draft == {}
    assert her.moves("done").draft == {"/needs": "flat none"}
    assert her.goes_to("/needs").ticked == ["flat", "none"]


def test_an_exclusive_choice_unticks_the_others() -> None:
    her = several(exclusive=frozenset({"none"})).presses("work", "none")
    assert her.ticked == ["none"]
    assert her.presses("flat").ticked == ["flat"]
    assert her.chooses("flat", "none").slip is SlipKind.NOT_ALONE
    assert her.says("1, 3").slip is SlipKind.NOT_ALONE


def test_nothing_ticked_is_left_out_unless_it_is_required() -> None:
    assert several().moves("done").submits().values == {}
    assert several(required="yes").moves("done").slip is SlipKind.REQUIRED


def test_ticks_survive_a_change_of_language_and_going_elsewhere() -> None:
    her = several().presses("work").speaks("uk")
    assert her.ticked == ["work"]
    assert her.moves("summary").draft == {"/needs": "work"}


def test_ticks_that_may_not_be_are_dropped_elsewhere() -> None:
    her = several(constraint="count-selected(.) < 2").presses("work", "flat").moves("summary")
    assert her.draft == {}


def test_a_rank_is_picked_place_by_place() -> None:
    her = Somebody(form(ask("r", "rank", list="needs"), lists=LISTS)).presses("none")
    assert her.ticked == ["none"]
    assert her.moves("undo").ticked == []
    assert her.presses("flat", "work").draft == {"/r": "flat work none"}


def test_ranks_are_also_typed() -> None:
    her = Somebody(form(ask("r", "rank", list="needs"), lists=LISTS))
    assert her.says("3 1 2").draft == {"/r": "none work flat"}


CASCADE = form(
    ask("state", "select_one", list="states"),
    ask("county", "select_one", list="counties", choice_filter="state=${state}"),
    ask("town", "select_one", list="towns", choice_filter="county = ${county}"),
    lists={
        "states": choices("th", "sn"),
        "counties": (*choices("wak", "gth", state="th"), *choices("bautzen", state="sn")),
        "towns": (*choices("eisenach", county="wak"), *choices("gotha", county="gth")),
    },
)


def test_choices_are_filtered_and_stale_ones_cleared_down_the_cascade() -> None:
    her = Somebody(CASCADE).presses("th")
    assert her.labels == ["Wak", "Gth"]
    assert her.presses("wak").labels == ["Eisenach"]
    her.presses("eisenach").goes_to("/state").presses("sn")
    assert her.draft == {"/state": "sn"}
    assert her.at == "/county"
    assert her.presses("wak").slip is SlipKind.NO_SUCH_CHOICE


def test_a_choice_still_in_the_list_stays() -> None:
    her = Somebody(CASCADE).presses("th", "wak", "eisenach").goes_to("/county").presses("wak")
    assert her.draft == {"/state": "th", "/county": "wak", "/town": "eisenach"}


def test_choices_come_from_an_attached_file() -> None:
    asked = ask("d", "select_one", list="districts", parameters={"value": "key", "label": "de"})
    rows = ({"key": "n", "de": "Nord"}, {"key": "s", "de": "Süd"})
    her = Somebody(form(asked, instances={"districts": rows}))
    assert her.labels == ["Nord", "Süd"]
    assert her.says("süd").draft == {"/d": "s"}


def test_the_order_is_each_persons_own_and_stays() -> None:
    mixed = form(
        ask("m", "select_one", list="many", parameters={"randomize": "true"}),
        lists={"many": choices(*"abcdefgh")},
    )
    orders = {tuple(Somebody(mixed, seed=seed).labels) for seed in range(5)}
    assert len(orders) > 1
    assert Somebody(mixed, seed=3).labels == Somebody(mixed, seed=3).speaks("de").labels


def test_a_matrix_is_asked_row_by_row() -> None:
    header = ask("head", "select_one", list="needs", appearance=("label",), label={"de": "Wie?"})
    rows = [
        ask(name, "select_one", list="needs", appearance=("list-nolabel",)) for name in ("a", "b")
    ]
    her = Somebody(form(group("grid", header, *rows), lists=LISTS))
    assert (her.at, her.asked.place, her.asked.notes) == ("/grid/a", (1, 2), ("Wie?",))
    assert her.presses("work").asked.place == (2, 2)


def test_another_answer_is_asked_for_in_words() -> None:
    listed = (*LISTS["needs"], Choice("other", {}))
    words = ask("need_other", relevant="selected(${need}, 'other')", label={})
    need = ask("need", "select_one", list="needs", other="need_other")
    her = Somebody(form(need, words, lists={"needs": listed}))
    assert her.labels[-1] == ""
    assert her.presses("other").asked.other
    assert her.says("Garten").submits().values == {"/need": "other", "/need_other": "Garten"}


def test_choices_may_hold_answers_in_their_labels() -> None:
    listed = (replace(LISTS["needs"][0], label={"de": "Wie ${name}"}),)
    her = Somebody(form(ask("name"), ask("n", "select_one", list="l"), lists={"l": listed}))
    assert her.says("Olena").labels == ["Wie Olena"]


def test_labels_of_choices_are_piped_as_words() -> None:
    told = ask("why", label={"de": "Warum ${needs}?"})
    her = Somebody(form(ask("needs", "select_multiple", list="needs"), told, lists=LISTS))
    assert her.chooses("work", "flat").asked.label == "Warum Work, Flat?"


def test_a_step_of_a_range_is_pressed_or_typed() -> None:
    scale = form(ask("s", "range", parameters={"start": "0", "end": "10", "step": "5"}))
    assert Somebody(scale).presses("5").draft == {"/s": "5"}
    assert Somebody(scale).says("6").slip is SlipKind.OUT_OF_RANGE


def test_nothing_to_choose_from_may_be_left_out_though_it_is_required() -> None:
    town = ask("town", "select_one", list="towns", required="yes", choice_filter="of = ${state}")
    towns = choices("gotha", of="th")
    her = Somebody(form(ask("state"), town, lists={"towns": towns})).says("sn")
    assert her.asked.may_skip
    assert her.moves("skip").submits().values == {"/state": "sn"}


def test_labels_of_an_attached_file_are_piped_too() -> None:
    asked = ask("d", "select_one", list="districts")
    name = ask("name", "calculate", calculation="jr:choice-name(${d}, ' /data/d ')")
    rows = ({"name": "n", "label": "Nord"},)
    questions = form(
        asked, name, ask("why", label={"de": "${d}, ${name}"}), instances={"districts": rows}
    )
    assert Somebody(questions).presses("n").asked.label == "Nord, Nord"


def test_a_label_may_hold_the_answer_that_it_belongs_to() -> None:
    listed = (Choice("a", {"de": "wie ${n}"}),)
    her = Somebody(form(ask("n", "select_one", list="l"), lists={"l": listed})).presses("a")
    assert her.summary.lines[0].shown == "wie wie ${n}"


def test_labels_of_an_attached_list_are_in_her_language() -> None:
    rows = (
        {"code": "n", "title": "Nord", "title::uk": "Північ"},
        {"code": "s", "title": "Süd", "title::uk": ""},
        {"code": "w", "title": "", "title::de": "West", "title::uk": "Захід"},
    )
    where = ask("where", "select_one", list="d", parameters={"value": "code", "label": "title"})
    her = Somebody(form(where, ask("b", label={"de": "${where}?"}), instances={"d": rows}))
    assert her.labels == ["Nord", "Süd", "West"]
    assert her.speaks("uk").labels == ["Північ", "Süd", "Захід"]
    assert her.says("Захід").asked.label == "Захід?"
    assert her.speaks("de").asked.label == "West?"
