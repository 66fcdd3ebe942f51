"""One answer has only that worked out again which depends on it."""

from __future__ import annotations

from surveys.answers import Answers
from surveys.form import Form
from surveys.interview.cell import Cell
from surveys.interview.conditions import Conditions
from surveys.interview.lists import Lists
from surveys.interview.plan import Plan
from surveys.interview.settling import settle
from surveys.interview.tree import Tree
from surveys.interview.world import World
from surveys.xpath import Expression, Scope
from tests.surveys.interview.forms import ask, choices, form, group, repeat
from tests.surveys.interview.talking import NOW, Somebody


class Watched(World):
    """A world that notes at which cells anything is evaluated."""

    evaluated: list[str]

    def scope(self, cell: Cell, expression: Expression) -> Scope:
        """Every evaluation asks for one."""
        self.evaluated.append(cell.path)
        return super().scope(cell, expression)


def watched(asked: Form, values: dict[str, str]) -> Watched:
    conditions = Conditions()
    tree = Tree(Plan(asked, conditions), "data", Answers(values, {"/child": 2}))
    world = Watched(Lists(asked), tree, conditions)
    world.evaluated = []
    world.now = NOW
    settle(world, tree.plan.all)
    return world


def after(world: Watched, path: str, value: str) -> list[str]:
    """What an answer has evaluated, in order."""
    world.evaluated = []
    cell = world.tree.cells[path]
    if cell.put(value):
        settle(world, (), cell)
    return world.evaluated


AGES = form(
    ask("born", "integer"),
    ask("shoes", "integer"),
    ask("adult", "calculate", calculation="${age} >= 18"),
    ask("age", "calculate", calculation="2026 - ${born}"),
    group("rights", ask("vote"), relevant="${adult} = 'true'"),
    ask("size", "calculate", calculation="${shoes} + 1"),
    repeat("child", ask("name"), ask("hello", "calculate", calculation="concat('Hi ', ${name})")),
    ask("names", "calculate", calculation="join(',', ${name})"),
)


def test_only_what_depends_on_an_answer_is_worked_out_each_once_and_in_order() -> None:
    world = watched(AGES, {"/born": "1990"})
    assert after(world, "/shoes", "42") == ["/size"]
    assert after(world, "/born", "1991") == ["/age", "/adult"]
    assert after(world, "/born", "2020") == ["/age", "/adult", "/rights"]


def test_the_same_answer_again_has_nothing_worked_out() -> None:
    world = watched(AGES, {"/shoes": "42"})
    assert after(world, "/shoes", "42") == []


TOWNS = (*choices("jena", of="th"), *choices("fulda", of="he"))


def test_a_filter_by_the_question_around_it_is_worked_out_when_that_changes() -> None:
    for wanted in ("of = current()/../land", "of = ${land}", "current()/../land = of"):
        town = ask("town", "select_one", list="towns", choice_filter=wanted)
        her = Somebody(form(repeat("child", ask("land"), town), lists={"towns": TOWNS}))
        her.moves("add_row").says("th").presses("jena").moves("add_row").says("he")
        assert her.labels == ["Fulda"]
        her.presses("fulda").goes_to("/child[1]/land").says("he")
        assert "/child[1]/town" not in her.draft
        assert her.draft["/child[2]/town"] == "fulda"


def test_current_reads_what_it_says_and_no_more() -> None:
    calculation = "count(../../child[name = current()/../name])"
    same = ask("same", "calculate", calculation=calculation)
    asked = form(ask("other"), repeat("child", ask("name"), same))
    world = watched(asked, {"/child[1]/name": "Ali", "/child[2]/name": "Ali"})
    assert world.tree.cells["/child[1]/same"].value == "2"
    assert after(world, "/other", "x") == []
    assert set(after(world, "/child[2]/name", "Mia")) == {"/child[1]/same", "/child[2]/same"}
    assert world.tree.cells["/child[1]/same"].value == "1"
