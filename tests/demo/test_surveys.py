"""The demo town's surveys are what their script makes, and can be answered by everybody."""

import io
import re
import unicodedata
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from demo.surveys.make import folders, made
from surveys.form import Form
from surveys.interview import Interview
from surveys.interview.vocabulary import (
    Ask,
    AskRow,
    Chosen,
    Given,
    Input,
    Move,
    Outcome,
    Slip,
    State,
    Summary,
)
from surveys.slip import SlipKind
from surveys.xlsform.reading import read
from tests.house.project import ROOT

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)
SHIPPED = {path.parent.name for path in ROOT.glob("locales/*/LC_MESSAGES")}
FORMS = [folder.with_suffix(".xlsx") for folder in folders()]
RIGHT_TO_LEFT = {"R", "AL"}

everyone = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


@cache
def form(name: str) -> Form:
    (path,) = (each for each in FORMS if each.stem == name)
    found = read(path, path.name).form
    assert found is not None
    return found


@cache
def interview(name: str) -> Interview:
    return Interview(form(name))


def cells(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def texts(found: Form, language: str) -> list[str]:
    questions = [
        words
        for node in found.nodes()
        for words in (node.label, node.hint, getattr(node, "constraint_message", {}))
    ]
    choices = [choice.label for choices in found.lists.values() for choice in choices]
    return [words[language] for words in [*questions, *choices] if words]


class Somebody:
    """Answers questions by their names, and skips all others."""

    def __init__(self, found: Form, language: str = "de", **answers: str) -> None:
        self.interview = interview(found.id)
        self.answers = answers
        self.asked: dict[str, Ask] = {}
        self.state, self.outcome = self.interview.begin(1, language, NOW)

    def until(self, name: str) -> Ask:
        while not (isinstance(self.outcome, Ask) and self.name() == name):
            self.go_on()
        return self.outcome

    def to_the_summary(self) -> "Somebody":
        while not isinstance(self.outcome, Summary):
            self.go_on()
        return self

    def go_on(self) -> None:
        assert not isinstance(self.outcome, Slip | Summary), self.outcome
        self.does(self.next())

    def next(self) -> Input:
        if isinstance(self.outcome, AskRow):
            return Move.NO_ROW
        assert isinstance(self.outcome, Ask)
        self.asked[self.name()] = self.outcome
        if self.name() in self.answers:
            return Given(self.answers[self.name()], exact=True)
        return Move.SKIP

    def name(self) -> str:
        assert isinstance(self.outcome, Ask)
        return self.outcome.path.rsplit("/", 1)[-1]

    def does(self, did: Input) -> Outcome:
        self.state, self.outcome = self.stepped(did)
        return self.outcome

    def stepped(self, did: Input) -> tuple[State, Outcome]:
        return self.interview.step(self.state, did, NOW)


@everyone
def test_the_file_is_what_the_script_makes(path: Path) -> None:
    assert cells(path.read_bytes()) == cells(made(path.with_suffix("")))


@everyone
def test_the_script_makes_the_same_bytes_again(path: Path) -> None:
    assert made(path.with_suffix("")) == made(path.with_suffix(""))


@everyone
def test_other_tools_take_it_without_a_warning(path: Path) -> None:
    assert convert(path).warnings == []


@everyone
def test_lotse_has_nothing_to_say_against_it(path: Path) -> None:
    assert read(path, path.name).problems == ()


@everyone
def test_every_text_is_there_in_every_language(path: Path) -> None:
    found = form(path.stem)
    number = {language: len(texts(found, language)) for language in found.languages}
    assert len(set(number.values())) == 1
    assert all(text.strip() for language in found.languages for text in texts(found, language))


def test_migrants_are_asked_in_all_languages_of_lotse() -> None:
    assert set(form("needs").languages) == SHIPPED


def test_members_are_asked_in_german_and_english() -> None:
    assert form("network").languages == ("de", "en")


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_texts_run_from_right_to_left_from_their_first_letter(language: str) -> None:
    strong = [
        next(kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", *RIGHT_TO_LEFT})
        for text in texts(form("needs"), language)
    ]
    assert set(strong) <= RIGHT_TO_LEFT


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_no_figures_stand_around_a_dash_that_would_turn_them_round(language: str) -> None:
    assert [x for x in texts(form("needs"), language) if re.search(r"\d\s*[-–/]\s*\d", x)] == []


def test_the_districts_are_those_of_the_area() -> None:
    asked = Somebody(form("needs"), area="villages").until("district")
    assert [option.name for option in asked.options] == ["lindenroda", "other"]


@pytest.mark.parametrize("area", ["", "no_answer"])
def test_who_does_not_say_the_area_is_not_asked_for_the_district(area: str) -> None:
    said = {"area": area} if area else {}
    assert "district" not in Somebody(form("needs"), **said).to_the_summary().asked


@pytest.mark.parametrize(
    ("question", "answer", "follows"),
    [
        ("course", "waiting", "course_barriers"),
        ("course", "no", "course_barriers"),
        ("children", "yes", "school_help"),
        ("doctor", "rarely", "health_barriers"),
    ],
)
def test_a_question_that_goes_deeper_comes_only_where_it_fits(
    question: str, answer: str, follows: str
) -> None:
    assert follows in Somebody(form("needs"), **{question: answer}).to_the_summary().asked
    assert follows not in Somebody(form("needs")).to_the_summary().asked


def test_who_is_at_home_is_not_asked_about_help_at_work() -> None:
    assert "work_help" in Somebody(form("needs"), work="job").to_the_summary().asked
    assert "work_help" not in Somebody(form("needs"), work="home").to_the_summary().asked


def test_everything_can_be_skipped() -> None:
    somebody = Somebody(form("needs")).to_the_summary()
    assert all(asked.may_skip for asked in somebody.asked.values())
    assert 18 <= len(somebody.asked) <= 25


def test_the_offices_are_one_grid_of_five() -> None:
    asked = Somebody(form("needs"), ease_letters="very_hard").to_the_summary().asked
    grid = [name for name in asked if name.startswith("ease_")]
    assert [asked[name].place for name in grid] == [(n, 5) for n in range(1, 6)]


def test_there_is_something_for_each_kind_of_control() -> None:
    asked = Somebody(form("needs"), ease_letters="very_hard").to_the_summary().asked
    assert asked["content"].type == "range"
    assert asked["ease_letters"].page[0].path.endswith("/ease_letters")
    assert len(asked["ease_letters"].page) == 5
    dates = [one.name for one in form("network").questions() if one.type == "date"]
    assert dates == ["offer_next"]


def test_none_goes_with_nothing_else() -> None:
    somebody = Somebody(form("needs"))
    somebody.until("home_problems")
    outcome = somebody.does(Chosen(("small", "no_answer")))
    assert isinstance(outcome, Slip)
    assert outcome.kind in {SlipKind.NOT_ALONE, SlipKind.CONSTRAINT}


def test_three_things_matter_most_and_are_put_in_order() -> None:
    somebody = Somebody(form("needs"), top="work home german")
    offered = somebody.until("top_order")
    assert {option.name for option in offered.options} == {"work", "home", "german"}
    somebody.does(Chosen(("home", "german", "work")))
    values = somebody.state.answers.values
    assert next(x for path, x in values.items() if "top_order" in path) == "home german work"


def test_four_things_are_one_too_many() -> None:
    somebody = Somebody(form("needs"))
    somebody.until("top")
    outcome = somebody.does(Chosen(("work", "home", "german", "health")))
    assert isinstance(outcome, Slip)
    assert outcome.message == "Bitte höchstens drei."


@pytest.mark.parametrize("language", sorted(SHIPPED))
def test_names_are_asked_not_to_be_written(language: str) -> None:
    assert len(Somebody(form("needs"), language).until("idea").hint) > 30


def test_a_member_adds_one_offer_after_the_other() -> None:
    somebody = Somebody(form("network"))
    while not isinstance(somebody.outcome, AskRow):
        somebody.go_on()
    somebody.does(Move.ADD_ROW)
    somebody.until("offer_name")
    somebody.does(Given("Sprachcafé"))
    somebody.answers |= {"offer_load": "waiting"}
    assert somebody.until("offer_weeks").may_skip
