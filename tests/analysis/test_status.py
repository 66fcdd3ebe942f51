"""Which state of a measure may follow which."""

import itertools

import pytest

from analysis.measures.status import (
    NOT_BEGUN,
    OPEN,
    REACHED,
    SET_ASIDE,
    UNDER_WAY,
    Status,
    may_follow,
    next_statuses,
)

WAYS = [
    ["idea", "draft", "ready_for_decision", "decided", "in_realisation", "realised"],
    ["decided", "in_realisation", "established"],
    ["draft", "in_realisation_before_decision", "in_realisation", "realised", "established"],
    ["ready_for_decision", "draft"],
    ["in_realisation", "postponed", "in_realisation"],
    ["decided", "merged"],
    ["draft", "rejected", "idea"],
    ["established", "in_realisation"],
]
STEPS = [pair for way in WAYS for pair in itertools.pairwise(way)]

NEVER = [
    ("idea", "decided"),
    ("idea", "realised"),
    ("draft", "decided"),
    ("decided", "realised"),
    ("decided", "in_realisation_before_decision"),
    ("in_realisation", "idea"),
    ("realised", "rejected"),
    ("rejected", "in_realisation"),
    ("merged", "idea"),
]


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_a_measure_goes_its_way(before: str, after: str) -> None:
    assert may_follow(Status(after), Status(before))


@pytest.mark.parametrize(("before", "after"), NEVER)
def test_a_measure_does_not_jump(before: str, after: str) -> None:
    assert not may_follow(Status(after), Status(before))


@pytest.mark.parametrize("status", Status)
def test_a_measure_may_stay_as_it_is(status: Status) -> None:
    assert may_follow(status, status)


def test_every_state_is_of_one_kind() -> None:
    kinds = [NOT_BEGUN, UNDER_WAY, REACHED, SET_ASIDE]
    assert sorted(status for kind in kinds for status in kind) == sorted(Status)
    assert OPEN == NOT_BEGUN | UNDER_WAY


@pytest.mark.parametrize("status", sorted(OPEN))
def test_what_is_open_may_be_set_aside(status: Status) -> None:
    assert next_statuses(status) >= SET_ASIDE


def test_only_what_was_merged_is_at_its_end() -> None:
    assert [status for status in Status if not next_statuses(status)] == [Status.MERGED]


def test_every_state_can_be_reached_from_an_idea() -> None:
    reached = {Status.IDEA}
    while more := {after for status in reached for after in next_statuses(status)} - reached:
        reached |= more
    assert reached == set(Status)
