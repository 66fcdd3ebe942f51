"""What is evaluated anew after an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.xpath import Graph

NAMES = st.sampled_from("abcdefgh")
NEEDS = st.dictionaries(NAMES, st.lists(NAMES, max_size=4), max_size=8)
AGES = Graph({"age": ["born"], "adult": ["age"], "rights": ["adult", "land"], "shoes": []})


def test_only_what_depends_on_it() -> None:
    """In the order to evaluate it."""
    assert AGES.after(["born"]) == ("age", "adult", "rights")
    assert AGES.after(["land"]) == ("rights",)
    assert AGES.after(["land", "age"]) == ("adult", "rights")
    assert AGES.after(["rights", "shoes", "nobody"]) == ()


def test_everything_in_order() -> None:
    """Each after what it needs."""
    order = AGES.order()
    assert order.index("born") < order.index("age") < order.index("adult") < order.index("rights")


def test_cycles_are_named() -> None:
    """Each beginning with the name that the form has first."""
    graph = Graph({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"], "me": ["me"], "y": ["x"]})
    assert [set(cycle) for cycle in graph.cycles()] == [{"a", "b", "c"}, {"me"}]
    assert graph.cycles()[0][0] == "a"
    with pytest.raises(ValueError, match="a"):
        graph.order()
    assert AGES.cycles() == ()


@given(NEEDS)
def test_a_cycle_is_one(needs: dict[str, list[str]]) -> None:
    """Each name needs the next, the last the first; without cycles there is an order."""
    graph = Graph(needs)
    cycles = graph.cycles()
    for cycle in cycles:
        for name, needed in zip(cycle, (*cycle[1:], cycle[0]), strict=True):
            assert needed in needs[name]
    if not cycles:
        order = graph.order()
        for name, needed_ones in needs.items():
            assert all(order.index(each) < order.index(name) for each in needed_ones)


@given(NEEDS, st.lists(NAMES, max_size=3))
def test_nothing_that_depends_on_it_is_forgotten(
    needs: dict[str, list[str]], changed: list[str]
) -> None:
    """Whatever needs a changed name, or one that is evaluated anew, is evaluated anew."""
    graph = Graph(needs)
    if graph.cycles():
        return
    anew = graph.after(changed)
    stale = {*changed, *anew}
    expected = {name for name, needed in needs.items() if stale & set(needed)}
    assert set(anew) == expected
