"""Nobody is the only one of her language and way of answering."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from models.crowd import TOGETHER, UNLINKED, blur, ready

LANGUAGES = ("de", "ar", "ti", "uk")
MODES = ("chat", "web", "workshop", "interviewer", "group", "paper")
kinds = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(MODES))


def rows(of: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"language": language, "mode": mode} for language, mode in of]


def blurred(of: list[tuple[str, str]], seed: int = 0) -> Counter[tuple[str, str]]:
    """The kinds that are left, when all rows of a survey are there."""
    all_of_them = rows(of)
    sizes = Counter(of)
    blur(all_of_them, sizes, Random(seed))
    left = Counter((row["language"], row["mode"]) for row in all_of_them)
    assert +sizes == left
    return left


@given(st.lists(kinds, max_size=60), st.integers(0, 99))
def test_of_each_kind_there_are_enough(of: list[tuple[str, str]], seed: int) -> None:
    left = blurred(of, seed)
    linked = {kind: number for kind, number in left.items() if kind[1] not in UNLINKED}
    assert sum(linked.values()) == sum(mode not in UNLINKED for _, mode in of)
    assert sum(linked.values()) < TOGETHER or min(linked.values()) >= TOGETHER


@given(st.lists(kinds, max_size=60), st.integers(0, 99))
def test_where_nobody_answers_at_a_chat_of_her_own_nothing_is_taken(
    of: list[tuple[str, str]], seed: int
) -> None:
    left = blurred(of, seed)
    assert {kind: left[kind] for kind in left if kind[1] in UNLINKED} == {
        kind: number for kind, number in Counter(of).items() if kind[1] in UNLINKED
    }


@given(st.lists(kinds, max_size=60))
def test_nobody_says_what_she_did_not(of: list[tuple[str, str]]) -> None:
    told = rows(of)
    blur(told, Counter(of), Random(1))
    for (language, mode), row in zip(of, told, strict=True):
        assert row["language"] in (language, "")
        assert row["mode"] in (mode, "")


def test_the_only_one_of_her_language_is_joined_by_as_many_as_it_takes() -> None:
    left = blurred([("ti", "chat"), *[("de", "chat")] * 40])
    assert left == {("", ""): TOGETHER, ("de", "chat"): 36}


def test_the_way_of_answering_goes_before_the_language() -> None:
    left = blurred([*[("ti", "chat")] * 3, *[("ti", "web")] * 3, *[("de", "chat")] * 9])
    assert left == {("ti", ""): 6, ("de", "chat"): 9}


def test_three_in_all_say_nothing_but_their_answers() -> None:
    assert blurred([("ti", "chat"), ("de", "web"), ("de", "chat")]) == {("", ""): 3}


def test_while_a_survey_is_open_a_kind_waits_until_it_is_enough() -> None:
    waiting = [*[("de", "chat")] * 5, *[("ti", "chat")] * 4, *[("", "unlinked")] * 5]
    assert Counter(ready(waiting, lambda one: one)) == {("de", "chat"): 5, ("", "unlinked"): 5}
