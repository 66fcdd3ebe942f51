"""The traffic light at each of its boundaries."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.light import (
    Light,
    MeasureFacts,
    Override,
    Reason,
    StepFacts,
    Verdict,
    light_of,
)
from analysis.measures.status import Status

TODAY = date(2027, 6, 15)


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def step(offset: int, *, done: bool = False, begun: bool = False) -> StepFacts:
    return StepFacts(day(offset), done, begun)


GOING = MeasureFacts(Status.IN_REALISATION, begins=day(-60), due=day(200), updated=day(-5))
AHEAD = MeasureFacts(Status.DECIDED, begins=day(1), due=day(200))

TABLE = {
    "going well": (GOING, "green", "on_track"),
    "going before the decision": (
        replace(GOING, status=Status.IN_REALISATION_BEFORE_DECISION),
        "green",
        "on_track",
    ),
    "running without an end": (replace(GOING, due=None), "green", "on_track"),
    "realised, though late": (
        replace(GOING, status=Status.REALISED, due=day(-90)),
        "done",
        "realised",
    ),
    "established": (replace(GOING, status=Status.ESTABLISHED), "done", "established"),
    "postponed": (replace(GOING, status=Status.POSTPONED, due=day(-1)), "grey", "postponed"),
    "rejected": (replace(GOING, status=Status.REJECTED), "grey", "rejected"),
    "merged": (replace(GOING, status=Status.MERGED), "grey", "merged"),
    "endangered": (replace(GOING, endangered=True), "red", "endangered"),
    "endangered before it begins": (replace(AHEAD, endangered=True), "red", "endangered"),
    "its last day": (replace(GOING, due=day(0)), "green", "on_track"),
    "the day after its last": (replace(GOING, due=day(-1)), "red", "end_passed"),
    "an idea whose end has passed": (
        MeasureFacts(Status.IDEA, due=day(-1)),
        "red",
        "end_passed",
    ),
    "step due today": (replace(GOING, steps=(step(0, begun=True),)), "green", "on_track"),
    "step a day late": (replace(GOING, steps=(step(-1, begun=True),)), "yellow", "step_late"),
    "step 30 days late": (replace(GOING, steps=(step(-30),)), "yellow", "step_late"),
    "step 31 days late": (replace(GOING, steps=(step(-31),)), "red", "step_very_late"),
    "late step among others": (
        replace(GOING, steps=(step(40), step(-31), step(-2))),
        "red",
        "step_very_late",
    ),
    "late step, done": (replace(GOING, steps=(step(-31, done=True),)), "green", "on_track"),
    "step without a date": (replace(GOING, steps=(StepFacts(None),)), "green", "on_track"),
    "unbegun step due in 31 days": (replace(GOING, steps=(step(31),)), "green", "on_track"),
    "unbegun step due in 30 days": (replace(GOING, steps=(step(30),)), "yellow", "step_soon"),
    "unbegun step due today": (replace(GOING, steps=(step(0),)), "yellow", "step_soon"),
    "begun step due tomorrow": (replace(GOING, steps=(step(1, begun=True),)), "green", "on_track"),
    "decided, start ahead": (AHEAD, "grey", "not_begun"),
    "idea without dates": (MeasureFacts(Status.IDEA), "grey", "not_begun"),
    "to be decided, start ahead, old news": (
        replace(AHEAD, status=Status.READY_FOR_DECISION, updated=day(-900)),
        "grey",
        "not_begun",
    ),
    "start ahead, a step late": (replace(AHEAD, steps=(step(-1),)), "yellow", "step_late"),
    "start today": (replace(AHEAD, begins=day(0)), "grey", "not_begun"),
    "start a day late": (replace(AHEAD, begins=day(-1)), "yellow", "start_late"),
    "start 30 days late": (replace(AHEAD, begins=day(-30)), "yellow", "start_late"),
    "start 31 days late": (replace(AHEAD, begins=day(-31)), "red", "start_very_late"),
    "news a quarter old": (replace(GOING, updated=date(2027, 3, 15)), "green", "on_track"),
    "news a quarter and a day old": (
        replace(GOING, updated=date(2027, 3, 14)),
        "yellow",
        "news_late",
    ),
    "news two quarters old": (
        replace(GOING, updated=date(2026, 12, 15)),
        "yellow",
        "news_late",
    ),
    "news two quarters and a day old": (
        replace(GOING, updated=date(2026, 12, 14)),
        "grey",
        "no_news",
    ),
    "no news, and its end has passed": (
        replace(GOING, updated=date(2026, 12, 14), due=day(-1)),
        "red",
        "end_passed",
    ),
    "no news, and a step a day late": (
        replace(GOING, updated=date(2026, 12, 14), steps=(step(-1),)),
        "grey",
        "no_news",
    ),
    "asked yearly, news eleven months old": (
        replace(GOING, updated=date(2026, 7, 15), review_months=12),
        "green",
        "on_track",
    ),
    "never any news, begun recently": (replace(GOING, updated=None), "green", "on_track"),
    "never any news, begun long ago": (
        replace(GOING, updated=None, begins=date(2026, 12, 14)),
        "grey",
        "no_news",
    ),
    "begun long ago, known since last week": (
        replace(GOING, updated=None, begins=date(2020, 1, 1), known_since=day(-7)),
        "green",
        "on_track",
    ),
    "nothing known at all": (MeasureFacts(Status.IN_REALISATION), "grey", "no_news"),
    "set by a person": (
        replace(GOING, endangered=True, override=Override(Light.GREEN, "Träger gewechselt")),
        "green",
        "override",
    ),
}


@pytest.mark.parametrize(("facts", "light", "reason"), TABLE.values(), ids=TABLE)
def test_the_light(facts: MeasureFacts, light: str, reason: str) -> None:
    assert light_of(facts, TODAY) == Verdict(Light(light), Reason(reason))


def test_every_reason_is_in_the_table() -> None:
    assert {reason for _, _, reason in TABLE.values()} == {reason.value for reason in Reason}


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_light_set_by_a_person_needs_a_reason(reason: str) -> None:
    with pytest.raises(ValueError, match="needs a reason"):
        Override(Light.GREEN, reason)


def test_every_light_has_a_symbol_of_its_own() -> None:
    assert len({light.symbol for light in Light}) == len(Light)


def test_news_at_the_end_of_a_month_stay_fresh_to_the_end_of_a_shorter_one() -> None:
    told = replace(GOING, updated=date(2026, 11, 30), begins=None)
    assert light_of(told, date(2027, 2, 28)).light == Light.GREEN
    assert light_of(told, date(2027, 3, 1)).reason == Reason.NEWS_LATE


SEVERITY = [Light.GREEN, Light.YELLOW, Light.RED]


@given(st.integers(-400, 400), st.integers(0, 60))
def test_waiting_never_makes_a_late_step_better(offset: int, more: int) -> None:
    facts = replace(GOING, due=None, steps=(step(offset),), updated=day(800))
    before, after = (light_of(facts, day(days)).light for days in (0, more))
    assert SEVERITY.index(after) >= SEVERITY.index(before)
