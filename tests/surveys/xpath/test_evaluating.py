"""What forms do with expressions beyond XPath: references, rows, lists, labels."""

from __future__ import annotations

from math import nan

import pytest

from surveys.xpath import Element, ExpressionError, Reason, compile
from surveys.xpath.functions_repeats import shuffled
from tests.surveys.xpath.seeing import districts, family, scope, seeded


def _child(place: int) -> Element:
    return family().named("child")[place].named("name")[0]


def _names(expression: str) -> list[str]:
    return [node.value() for node in compile(expression).nodes(scope())]


def test_a_reference_is_in_the_same_row() -> None:
    """`${age}` of the second child."""
    assert compile("${age}").string(scope(_child(1))) == "12"


def test_a_reference_in_a_predicate_belongs_to_the_question() -> None:
    """Not to the candidate that is looked at."""
    assert compile("/data/child[age = ${age}]/name").string(scope(_child(1))) == "Nour"


def test_a_reference_may_be_filtered() -> None:
    """All names outside a row, the third of them within a filter."""
    assert _names("${name}") == ["Sami", "Nour", "Lina"]
    assert _names("${name}[3]") == ["Lina"]
    assert _names("${child}/name") == ["Sami", "Nour", "Lina"]


def test_another_row_by_its_place() -> None:
    """`indexed-repeat` looks at all rows, wherever it stands."""
    assert compile("indexed-repeat(${name}, ${child}, 1)").string(scope(_child(1))) == "Sami"
    previous = "indexed-repeat(${name}, ${child}, position(..) - 1)"
    assert compile(previous).string(scope(_child(2))) == "Nour"
    assert compile(previous).string(scope(_child(0))) == ""


def test_choices_are_filtered() -> None:
    """A list is a secondary instance."""
    assert _names("instance('districts')/root/item[town = 'a']/name") == ["nord", "sued"]
    assert _names("instance('districts')/root/item[name = 'ost']/town") == ["b"]
    assert _names("instance('nowhere')/root/item") == []


def test_a_choice_filter_is_a_predicate() -> None:
    """`.` is the choice, all else is seen from the question."""
    items = districts().named("root")[0].named("item")
    here = scope(_child(1))
    by_name = {
        "town = 'a'": ["nord", "sued"],
        "2": ["sued"],
        "position() = last() and ${age} = 12": ["ost"],
        "string-length(current()) = string-length(name)": ["nord", "sued"],
        "if(${age} > 10, 3, true())": ["ost"],
    }
    for text, names in by_name.items():
        kept = compile(text).kept(here, items)
        assert [item.named("name")[0].value() for item in kept] == names


def test_a_cell_of_a_file() -> None:
    """`pulldata` finds the first row."""
    assert compile("pulldata('districts', 'town', 'name', 'ost')").string(scope()) == "b"
    assert compile("pulldata('districts', 'town', 'name', 'west')").string(scope()) == ""
    assert compile("pulldata('nowhere', 'town', 'name', 'ost')").string(scope()) == ""


def test_labels_come_from_outside() -> None:
    """A path that pyxform has put in has blanks around it."""
    label = compile("jr:choice-name(${mother}, ' /data/mother ')")
    assert label.string(scope()) == "/data/mother=Amal"
    assert compile("jr:itext('hello')").string(scope()) == "text of hello"


def test_a_seed_always_gives_the_same_order() -> None:
    """The order of the ODK XForms specification, not of this Python."""
    letters = [Element("letter", letter) for letter in "ABCDEF"]
    orders = {42: "AFCBDE", -42: "EDAFBC", 1.1: "BFEACD", 11_111_111: "ACDBFE", nan: "CBEAFD"}
    for seed, order in orders.items():
        assert "".join(node.text for node in shuffled(letters, seed)) == order
    names = _names("randomize(/data/child/name, 42)")
    assert sorted(names) == ["Lina", "Nour", "Sami"]
    assert names == _names("randomize(/data/child/name, '42')")


def test_chance_is_the_scopes() -> None:
    """The same seed, the same person, the same answer."""
    for text in ("random()", "uuid()", "uuid(12)"):
        expression = compile(text)
        assert expression.string(seeded(1)) == expression.string(seeded(1))
        assert expression.string(seeded(1)) != expression.string(seeded(2))


def test_an_answer_that_changes() -> None:
    """Nothing of an earlier evaluation is kept."""
    data = family()
    here = scope(data.named("mother")[0])
    count = compile("count(/data/child[age > 6])")
    assert count.number(here) == 2
    data.named("child")[2].named("age")[0].text = "9"
    assert count.number(here) == 3
    data.append(Element("child", "", [Element("name", "Omar"), Element("age", "8")]))
    assert count.number(here) == 4
    data.remove(data.named("child")[0])
    assert count.number(here) == 3


def test_once_keeps_what_is_there() -> None:
    """And is empty rather than "NaN"."""
    assert compile("once('x')").string(scope()) == "Amal"
    empty = family().named("child")[2].named("age")[0]
    assert compile("once('x')").string(scope(empty)) == "x"
    assert compile("once(. * 2)").string(scope(empty)) == ""


def test_a_value_is_no_path() -> None:
    """Asked for its nodes it says so."""
    with pytest.raises(ExpressionError) as wrong:
        compile("count('a')").number(scope())
    assert wrong.value.reason is Reason.NODES


def test_an_unknown_function_fails_when_it_is_reached() -> None:
    """And is known before."""
    expression = compile("false() and explode(1)")
    assert expression.boolean(scope()) is False
    assert [(each.reason, each.position, each.found) for each in expression.mistakes] == [
        (Reason.UNKNOWN, 12, "explode")
    ]
    with pytest.raises(ExpressionError, match="explode"):
        compile("true() and explode(1)").boolean(scope())


def test_the_number_of_arguments_is_known_before() -> None:
    """Too few, too many, a pair that is not complete."""
    for text in ("selected('a')", "not()", "weighted-checklist(1, 2, 3)", "true(1)"):
        assert [each.reason for each in compile(text).mistakes] == [Reason.ARGUMENTS]
    assert not compile("weighted-checklist(1, 2, 3, 4) or concat()").mistakes


def test_a_pattern_that_cannot_be_read() -> None:
    """Written out it is refused; put together it matches nothing."""
    with pytest.raises(ExpressionError) as wrong:
        compile("regex(., '[')")
    assert wrong.value.reason is Reason.PATTERN
    assert compile("regex(., concat('[', ''))").boolean(scope()) is False
