"""Names that need one another are found, and no others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from surveys.xlsform.cycles import cycles

NAMES = st.sampled_from("abcdefgh")
NEEDS = st.dictionaries(NAMES, st.lists(NAMES, max_size=4), max_size=8)


def test_cycles_begin_with_the_name_that_the_form_has_first() -> None:
    found = cycles({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"], "me": ["me"], "y": ["x"]})
    assert found == (("a", "b", "c"), ("me",))
    assert cycles({"age": ["born"], "adult": ["age"]}) == ()


@given(NEEDS)
def test_each_name_of_a_cycle_needs_the_next(needs: dict[str, list[str]]) -> None:
    for cycle in cycles(needs):
        for name, needed in zip(cycle, (*cycle[1:], cycle[0]), strict=True):
            assert needed in needs[name]


@given(NEEDS)
def test_whatever_needs_itself_in_the_end_is_in_a_knot_that_was_found(
    needs: dict[str, list[str]],
) -> None:
    knots = {name for name in needs if name in _reached(needs, name)}
    found = {name for cycle in cycles(needs) for name in cycle}
    assert found <= knots
    for name in knots:
        assert found & (_reached(needs, name) | {name})


def _reached(needs: dict[str, list[str]], name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = set(needs.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found
