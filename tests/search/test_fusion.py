"""Several lists become one."""

import pytest

from search.fusion import best, either, linear


def test_weighted_scores_add_up() -> None:
    assert linear([(0.5, {1: 1.0, 2: 0.5}), (0.5, {2: 1.0})]) == {1: 0.5, 2: 0.75}


def test_the_best_of_several_languages_counts() -> None:
    assert best([{1: 0.2, 2: 0.4}, {}, {1: 0.3}]) == {1: 0.3, 2: 0.4}


def test_two_half_sure_signs_are_surer_than_one() -> None:
    assert either([(0.5, {1: 1.0, 2: 1.0}), (1.0, {1: 0.5})]) == pytest.approx({1: 0.75, 2: 0.5})
