"""The ladder of reminders: which rung on which day, once, or too late."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.ladder import Decided, Due, Plan, Reminding, day_of, due_day
from analysis.measures.rungs import (
    PACKAGED,
    BadLadder,
    Priority,
    Recipient,
    Rung,
    Way,
    load_ladder,
)
from analysis.measures.workdays import Holidays

THURINGIA = Holidays("DE-TH")
TOWN = Reminding(load_ladder(), THURINGIA)
RUNGS = {rung.days: rung for rung in TOWN.ladder.rungs}
DUE = Due(date(2027, 6, 30))  # a Wednesday


def codes(rungs: tuple[Rung, ...]) -> list[str]:
    return [rung.code for rung in rungs]


def plan(due: Due, today: str, decided: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """Codes to send and to skip when `decided` were before, for this version of the date."""
    before = {Decided(code, due.version) for code in decided}
    made = TOWN.due_rungs(due, date.fromisoformat(today), before)
    return codes(made.send), codes(made.skip)


def test_the_ladder_has_the_rungs_that_the_town_agreed_on() -> None:
    assert list(RUNGS) == [-30, -14, -7, -1, 0, 1, 7, 14, 30]


def test_it_escalates_with_tact() -> None:
    owner, deputy = Recipient.OWNER, Recipient.DEPUTY
    assert all(RUNGS[days].to == (owner,) for days in (-30, -14, -7, -1, 0, 1))
    assert RUNGS[7].to == (owner, deputy, Recipient.COORDINATOR)
    assert RUNGS[14].to == (owner, Recipient.DEPARTMENT_HEAD)
    assert RUNGS[30].to == (Recipient.STEERING_GROUP,)
    assert {rung.days for rung in TOWN.ladder.rungs if rung.by is Way.LIST} == {30}


def test_every_measure_has_every_rung() -> None:
    assert {rung.priorities for rung in TOWN.ladder.rungs} == {frozenset(Priority)}


DAYS_OF_RUNGS = [
    # due day, days, day of the rung
    ("2027-06-30", -30, "2027-05-31"),
    ("2027-06-30", -14, "2027-06-16"),
    ("2027-06-30", 30, "2027-07-30"),
    ("2028-03-30", -30, "2028-02-29"),  # a leap year
    ("2027-03-30", -30, "2027-02-26"),  # its day is a Sunday, the last of a short month
    ("2027-01-06", -7, "2026-12-30"),  # into the year before
    ("2027-04-09", -14, "2027-03-25"),  # Good Friday is no working day
    ("2027-03-31", -1, "2027-03-30"),  # the clocks change on the 28th
    ("2027-03-31", -7, "2027-03-24"),
    ("2027-11-02", -1, "2027-11-01"),  # the clocks change on 31 October
    ("2027-11-02", -7, "2027-10-26"),
    ("2027-05-18", -1, "2027-05-14"),  # Whit Monday, so the Friday before
    ("2027-07-02", 1, "2027-07-03"),  # afterwards a Saturday stays, for it may go out later
]


@pytest.mark.parametrize(("due", "days", "day"), DAYS_OF_RUNGS)
def test_the_day_of_a_rung(due: str, days: int, day: str) -> None:
    found = day_of(RUNGS[days], Due(date.fromisoformat(due)), THURINGIA)
    assert found == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "internal"),
    [
        ("2027-06-30", "2027-06-30"),
        ("2027-10-31", "2027-10-29"),  # a Sunday and Reformation Day
        ("2027-12-25", "2027-12-24"),
        ("2027-03-29", "2027-03-25"),  # Easter Monday
    ],
)
def test_an_internal_date_moves_to_a_working_day_and_a_statutory_one_stays(
    day: str, internal: str
) -> None:
    there = date.fromisoformat(day)
    assert due_day(Due(there), THURINGIA) == date.fromisoformat(internal)
    assert due_day(Due(there, statutory=True), THURINGIA) == there


def test_a_statutory_sunday_is_warned_of_on_friday_and_late_on_monday() -> None:
    due = Due(date(2027, 10, 31), statutory=True)
    earlier = ("before_30", "before_14", "before_7")
    assert plan(due, "2027-10-29", earlier) == (["due"], ["before_1"])
    assert plan(due, "2027-11-01", (*earlier, "before_1", "due")) == (["after_1"], [])


PLANS = {
    "not yet": ("2027-05-30", (), [], []),
    "the first": ("2027-05-31", (), ["before_30"], []),
    "the first again": ("2027-05-31", ("before_30",), [], []),
    "the first, nine days late": ("2027-06-09", (), ["before_30"], []),
    "the first, too late": ("2027-06-10", (), [], ["before_30"]),
    "the second in place of the first": ("2027-06-16", (), ["before_14"], ["before_30"]),
    "the day before, a day late, gives way": (
        "2027-06-30",
        ("before_30", "before_14", "before_7"),
        ["due"],
        ["before_1"],
    ),
    "after three months down": (
        "2027-07-15",
        (),
        ["after_14"],
        [
            *("before_30", "before_14", "before_7", "before_1"),
            *("due", "after_1", "after_7"),
        ],
    ),
    "an earlier one left open is not sent after a later one": (
        "2027-06-23",
        ("before_7",),
        [],
        ["before_30", "before_14"],
    ),
    "the list, at last": (
        "2027-07-30",
        (
            *("before_30", "before_14", "before_7", "before_1"),
            *("due", "after_1", "after_7", "after_14"),
        ),
        ["after_30"],
        [],
    ),
}


@pytest.mark.parametrize(("today", "decided", "send", "skip"), PLANS.values(), ids=PLANS)
def test_what_is_sent_and_skipped(
    today: str, decided: tuple[str, ...], send: list[str], skip: list[str]
) -> None:
    assert plan(DUE, today, decided) == (send, skip)


def test_a_measure_long_overdue_is_left_in_peace() -> None:
    assert plan(DUE, "2027-09-28") == (["after_30"], codes(TOWN.ladder.rungs[:-1]))
    assert plan(DUE, "2027-09-29") == ([], codes(TOWN.ladder.rungs))


def test_a_changed_date_begins_a_ladder_of_its_own() -> None:
    decided = {Decided("before_30", 1)}
    moved = Due(date(2027, 9, 30), version=2)
    assert TOWN.due_rungs(moved, date(2027, 6, 1), decided) == Plan()
    assert codes(TOWN.due_rungs(moved, date(2027, 8, 31), decided).send) == ["before_30"]


def test_the_next_day_on_which_something_is_due() -> None:
    assert TOWN.next_day(DUE, date(2027, 1, 1)) == date(2027, 5, 31)
    assert TOWN.next_day(DUE, date(2027, 5, 31)) == date(2027, 6, 16)
    assert TOWN.next_day(DUE, date(2027, 7, 30)) is None


def test_two_periods_of_silence_are_asked_about_once() -> None:
    heard = date(2026, 12, 31)
    assert TOWN.no_news_rung(heard, 3, date(2027, 6, 30)) is None
    assert TOWN.no_news_rung(heard, 3, date(2027, 7, 1)) == TOWN.ladder.no_news
    assert TOWN.no_news_rung(heard, 3, date(2027, 7, 31)) == TOWN.ladder.no_news
    assert TOWN.no_news_rung(heard, 3, date(2027, 8, 1)) is None
    assert TOWN.no_news_day(date(2026, 8, 31), 3) == date(2027, 3, 1)  # February is shorter


DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@given(DAYS, st.booleans(), st.sets(st.integers(-50, 120)))
def test_whenever_lotse_runs_each_rung_is_decided_once_and_sent_in_order(
    day: date, statutory: bool, up: set[int]
) -> None:
    due = Due(day, statutory=statutory)
    decided: list[Decided] = []
    sent: list[int] = []
    for offset in sorted(up):
        made = TOWN.due_rungs(due, day + timedelta(days=offset), decided)
        assert len(made.send) <= 1
        decided += [Decided(rung.code, due.version) for rung in (*made.skip, *made.send)]
        sent += [rung.days for rung in made.send]
    assert len(decided) == len(set(decided))
    assert sent == sorted(sent)


@given(DAYS, st.booleans())
def test_running_every_working_day_all_overdue_rungs_are_sent(day: date, statutory: bool) -> None:
    due = Due(day, statutory=statutory)
    decided: set[Decided] = set()
    sent: list[int] = []
    for offset in range(-60, 90):
        today = day + timedelta(days=offset)
        if THURINGIA.is_workday(today):
            made = TOWN.due_rungs(due, today, decided)
            decided |= {Decided(rung.code, due.version) for rung in (*made.skip, *made.send)}
            sent += [rung.days for rung in made.send]
    assert set(sent) >= {-30, -14, -7, 0, 1, 7, 14, 30}


def changed(folder: Path, old: str, new: str) -> Path:
    """A town's own ladder, with one thing changed."""
    text = PACKAGED.read_text(encoding="utf-8")
    assert old in text
    file = folder / "ladder.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_a_town_may_spare_small_measures_a_rung(tmp_path: Path) -> None:
    old = 'priorities = ["high", "normal", "low"]'
    spared = Reminding(load_ladder(changed(tmp_path, old, 'priorities = ["high"]')), THURINGIA)
    low, high = (Due(DUE.day, priority=each) for each in (Priority.LOW, Priority.HIGH))
    assert spared.due_rungs(low, date(2027, 5, 31), ()) == Plan()
    assert codes(spared.due_rungs(high, date(2027, 5, 31), ()).send) == ["before_30"]


def test_a_town_that_leaves_the_rhythms_out_asks_for_nothing(tmp_path: Path) -> None:
    text = PACKAGED.read_text(encoding="utf-8")
    file = tmp_path / "ladder.toml"
    file.write_text(text[: text.index("[update]")], encoding="utf-8")
    ladder = load_ladder(file)
    assert (ladder.update.rungs, ladder.value.rungs) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('to = ["owner"]', 'to = ["mayor"]', "mayor"),
        ('to = ["owner"]', "to = []", "somebody"),
        ("days = -14", "days = -30", "share a day"),
        ('code = "before_14"', 'code = "before_30"', "share a code"),
        ("late_days = 9", "late_days = -1", "late_days"),
        ("late_days = 9", "", "late_days"),
        ('by = "message"', 'by = "letter"', "letter"),
        ("[no_news]", "[silence]", "no_news"),
        ("[no_news]", "[no_news", "ladder.toml"),
        ("workdays = 10", "workdays = 1", "share a day"),
        ("workdays = 1\n", "workdays = 0\n", "from 1 on"),
        ("months = 6", "months = 0", "from 1 on"),
        ('code = "value_1"', 'code = "update_1"', "share a code"),
        ("fresh_days = 14", "", "fresh_days"),
    ],
)
def test_a_ladder_that_cannot_be_used_is_refused(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    with pytest.raises(BadLadder, match=problem):
        load_ladder(changed(tmp_path, old, new))
