"""The whole ladder, with its hours and after downtime, against a walk through every minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.ladder import Decided, Due, Reminding
from analysis.measures.rungs import load_ladder
from analysis.measures.sending_time import MONDAY_TO_SATURDAY, SendingRules, slot_from
from analysis.measures.workdays import Holidays
from tests.analysis.minutes import FIRST, Step, Walk, climb

BERLIN = ZoneInfo("Europe/Berlin")
THURINGIA = Holidays("DE-TH")
TOWN = Reminding(load_ladder(), THURINGIA)
STEPS = tuple(Step(rung.code, rung.days, rung.late_days) for rung in TOWN.ladder.rungs)
STAFF = SendingRules(BERLIN, THURINGIA)
EVERYONE = SendingRules(BERLIN, THURINGIA, MONDAY_TO_SATURDAY)
ALWAYS = SendingRules(BERLIN, None, frozenset(range(7)), time(), time())
NIGHT = SendingRules(BERLIN, THURINGIA, frozenset(range(7)), time(20), time(2, 30))
A_DAY = 24 * 60
Sent = list[tuple[datetime, str]]


def simulated(due: Due, rules: SendingRules, hour: int | None, down: tuple[int, int]) -> Sent:
    """What the ladder sends when Lotse looks as each slot begins, and after a breakdown."""
    begin = datetime.combine(FIRST, time(), BERLIN).astimezone(UTC)
    fell, rose = (begin + timedelta(minutes=n) for n in down)
    now, decided, sent = begin, set[Decided](), Sent()
    while now < begin + timedelta(days=700):
        slot = slot_from(now, rules, hour)
        if fell <= slot.begin < rose:
            now = rose
            continue
        plan = TOWN.due_rungs(due, slot.begin.date(), decided)
        sent += [(slot.begin.astimezone(UTC), rung.code) for rung in plan.send]
        decided |= {Decided(rung.code, due.version) for rung in (*plan.skip, *plan.send)}
        now = slot.end
    return sent


def walked(due: Due, rules: SendingRules, hour: int | None, down: tuple[int, int]) -> Sent:
    """The same by the clock on the wall."""
    walk = Walk(rules, hour)
    walk.closed(*down)
    told = climb(walk, due.day, due.statutory, STEPS)
    return [(walk.moment(minute), code) for minute, code in told]


AWAKE = (0, 0)
NAMED = {
    "the clocks went forward the night before": (date(2027, 3, 29), False),
    "the clocks went forward, and the date is from outside": (date(2027, 3, 28), True),
    "the clocks went back the night before": (date(2027, 11, 1), False),
    "a Sunday that is a holiday": (date(2027, 10, 31), False),
    "the same from outside": (date(2027, 10, 31), True),
    "the end of February": (date(2027, 2, 28), False),
    "a leap day": (date(2028, 2, 29), False),
    "a day after it": (date(2028, 3, 1), True),
    "Easter Monday": (date(2028, 4, 17), False),
    "the end of a year": (date(2027, 12, 31), False),
    "Christmas": (date(2027, 12, 26), True),
}


@pytest.mark.parametrize("rules", [STAFF, EVERYONE], ids=["staff", "everyone"])
@pytest.mark.parametrize(("day", "statutory"), NAMED.values(), ids=NAMED)
def test_around_days_of_the_calendar(day: date, statutory: bool, rules: SendingRules) -> None:
    due = Due(day, statutory=statutory)
    found = simulated(due, rules, None, AWAKE)
    assert found == walked(due, rules, None, AWAKE)
    assert len(found) >= len(STEPS) - 2  # the day before may fall together with the day itself


DAYS = st.dates(date(2027, 2, 15), date(2028, 9, 1))
RULES = st.sampled_from([STAFF, EVERYONE, ALWAYS, NIGHT])
HOURS = st.none() | st.sampled_from([0, 2, 9, 17, 23])
DOWN = st.tuples(st.integers(0, 600 * A_DAY), st.integers(0, 90 * A_DAY))


@settings(max_examples=12, deadline=None)
@given(DAYS, st.booleans(), RULES, HOURS, DOWN)
def test_it_is_what_one_sends_who_lives_through_every_minute_of_two_years(
    day: date, statutory: bool, rules: SendingRules, hour: int | None, down: tuple[int, int]
) -> None:
    due, (fell, length) = Due(day, statutory=statutory), down
    pause = (fell, fell + length)
    assert simulated(due, rules, hour, pause) == walked(due, rules, hour, pause)
