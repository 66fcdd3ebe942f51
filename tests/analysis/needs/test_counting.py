"""What is counted, in which groups, and from how many on."""

import pytest

from analysis.needs.grouping import REMAINING, UNKNOWN, grouped, says_the_same
from analysis.needs.numbers import summary
from analysis.needs.places import Place, Role
from analysis.needs.release import released
from analysis.needs.rules import Rules
from analysis.needs.variables import Kind, Variable
from tests.analysis.needs.towns import (
    COURSE,
    DISTRICT,
    LANGUAGE,
    NEEDS,
    ORDER,
    ROOMS,
    WISH,
    choices,
    crowd,
)


def test_skipped_and_not_asked_are_told_apart() -> None:
    asked = [*crowd(30, needs=("c0",)), *crowd(6, needs=None), *crowd(9)]
    release = released((NEEDS,), (), asked)
    figures = [release.at(Place(role, (), "needs")) for role in (Role.ANSWERED, Role.UNASKED)]
    assert figures == [30, 9]
    assert release.at(Place(Role.SKIPPED, (), "needs")) == 6


def test_several_choices_are_counted_each() -> None:
    asked = [*crowd(20, needs=("c0", "c1")), *crowd(10, needs=("c0",)), *crowd(8, needs=("c1",))]
    release = released((NEEDS,), (), asked)
    assert release.at(Place(Role.CHOSEN, (), "needs", "c0")) == 30
    assert release.at(Place(Role.CHOSEN, (), "needs", "c1")) == 28


def test_borda_gives_as_many_points_as_stand_below() -> None:
    asked = [*crowd(20, order=("c0", "c1", "c2")), *crowd(10, order=("c2", "c1", "c0"))]
    release = released((ORDER,), (), asked)
    points = [release.at(Place(Role.POINTS, (), "order", name)) for name in ("c0", "c1", "c2")]
    assert points == [40, 30, 20]


def test_words_are_only_counted() -> None:
    release = released((WISH,), (), [*crowd(12, wish=()), *crowd(5, wish=None)])
    assert release.at(Place(Role.ANSWERED, (), "wish")) == 12


def test_a_choice_that_the_form_no_longer_has_is_still_counted() -> None:
    release = released((COURSE,), (), crowd(12, course=("gone",)))
    assert release.at(Place(Role.CHOSEN, (), "course", "gone")) == 12


def test_nothing_is_told_of_nine() -> None:
    release = released((COURSE,), (LANGUAGE,), crowd(9, course=("c0",)))
    assert not release.enough
    assert release.published == {}


def test_small_groups_are_joined_until_they_are_large_enough() -> None:
    asked = [*crowd(40, "c0"), *crowd(12, "c1"), *crowd(3, "c2")]
    made = grouped(LANGUAGE, asked, 10)
    assert [one.name for one in made.variable.categories] == ["c0", REMAINING]
    assert made.group("c1") == made.group("c2") == REMAINING


def test_large_groups_stay_and_unknown_stands_last() -> None:
    asked = [*crowd(10, UNKNOWN), *crowd(10, "c1"), *crowd(10, "c0")]
    made = grouped(LANGUAGE, asked, 10)
    assert [one.name for one in made.variable.categories] == ["c0", "c1", UNKNOWN]


def test_a_question_that_says_what_the_group_says_is_not_told_beside_it() -> None:
    where = Variable("where", "Wo wohnen Sie?", Kind.ONE, choices(2))
    asked = [*crowd(30, district="c0", where=("c0",)), *crowd(30, district="c1", where=("c1",))]
    assert says_the_same(where, DISTRICT, asked)
    told = released((where, COURSE), (DISTRICT,), asked).questions
    assert [one.name for one in told] == ["course"]
    mixed = [*asked, *crowd(1, district="c1", where=("c0",))]
    assert not says_the_same(where, DISTRICT, mixed)


def test_quartiles_need_k_in_each_quarter() -> None:
    assert summary([1.0] * 19, Rules()).quartiles is None
    told = summary([float(at) for at in range(21)], Rules())
    assert (told.mean, told.median, told.quartiles) == (10, 10, (5, 15))


@pytest.mark.parametrize(("many", "told"), [(9, False), (10, True)])
def test_a_mean_needs_ten(many: int, told: bool) -> None:
    asked = [*crowd(many, rooms=3.0), *crowd(20, rooms=None)]
    release = released((ROOMS,), (), asked)
    assert (("rooms", ()) in release.summaries) == told
