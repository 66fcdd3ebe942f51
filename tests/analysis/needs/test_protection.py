"""Nobody reckons a withheld figure out of what is published."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings

from analysis.needs.audit import derivable
from analysis.needs.counting import Figures, counted, numbers
from analysis.needs.grouping import REMAINING
from analysis.needs.places import Place, Role
from analysis.needs.release import Release, released
from analysis.needs.suppression import suppressed
from analysis.needs.system import FIXED, Cell, System
from analysis.needs.variables import Respondent
from tests.analysis.needs.attacker import Attacker
from tests.analysis.needs.towns import (
    COURSE,
    DISTRICT,
    HELP,
    LANGUAGE,
    NEEDS,
    QUESTIONS,
    ROOMS,
    crowd,
    people,
)

K, NEARLY = 5, 1e-4
COUNTS = {Role.PEOPLE, Role.ASKED, Role.ANSWERED, Role.UNASKED, Role.CHOSEN, Role.OTHERS}
GROUPS = (LANGUAGE, DISTRICT)
calmly = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
briefly = settings(calmly, max_examples=4)


def truth(asked: Sequence[Respondent], release: Release) -> Figures:
    """All figures, in the groups that the report tells of."""
    known = {one.name: {x.name for x in one.categories} for one in release.frame.variables}

    def told(person: Respondent) -> Respondent:
        groups = person.groups.items()
        return replace(
            person, groups={n: g if g in known[n] else REMAINING for n, g in groups if n in known}
        )

    return counted(release.questions, [told(person) for person in asked], release.frame)


def told_apart(
    release: Release,
    asked: Sequence[Respondent],
    follows: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> list[tuple[Place, float, float]]:
    """Withheld figures that an attacker knows too well, with what she knows."""
    figures, rooms = truth(asked, release), numbers(ROOMS, asked) or [0.0]
    attacker = Attacker(release, (min(rooms), max(rooms)), follows)
    each = sum(rooms) / len(rooms) - min(rooms)
    needs = {**dict.fromkeys(COUNTS, float(K)), Role.SUM: K * each}
    found = []
    for place in (place for place in release.withheld if place.role in needs):
        low, high = attacker.interval(place)
        known_apart = place.role in COUNTS and figures.get(place, 0) < K and low > NEARLY
        if known_apart or high - low < needs[place.role] - NEARLY:
            found.append((place, low, high))
    return found


@calmly
@given(people())
def test_no_withheld_figure_can_be_reckoned(asked: list[Respondent]) -> None:
    release = released(QUESTIONS, GROUPS, asked)
    assert told_apart(release, asked) == []


@calmly
@given(people())
def test_nor_by_whom_a_question_was_asked(asked: list[Respondent]) -> None:
    release = released((COURSE, HELP), GROUPS, asked)
    assert told_apart(release, asked, {"help": ("course", "c0")}) == []


def test_what_a_form_lets_everybody_know_is_reckoned_with() -> None:
    asked = [
        *crowd(8, district="c0", course=("c0",), help=("c0",)),
        *crowd(2, district="c0", course=("c1",)),
        *crowd(20, district="c0", course=("c2",)),
        *crowd(12, district="c1", course=("c0",), help=("c0",)),
        *crowd(12, district="c1", course=("c1",)),
        *crowd(20, district="c1", course=("c2",)),
    ]
    release = released((COURSE, HELP), (DISTRICT,), asked)
    apart = released((COURSE, replace(HELP, depends={})), (DISTRICT,), asked)
    assert told_apart(release, asked, {"help": ("course", "c0")}) == []
    assert told_apart(apart, asked, {"help": ("course", "c0")}) != []


@briefly
@given(people())
def test_nor_among_groups_by_two_variables(asked: list[Respondent]) -> None:
    release = released((COURSE, NEEDS), GROUPS, asked, [("language", "district")])
    assert told_apart(release, asked) == []


@briefly
@given(people())
def test_no_published_figure_counts_a_few(asked: list[Respondent]) -> None:
    release = released(QUESTIONS, GROUPS, asked)
    few = [x for x, n in release.published.items() if x.role in COUNTS and 0 < n < K]
    assert few == []


@briefly
@given(people())
def test_no_result_of_a_small_group_is_told(asked: list[Respondent]) -> None:
    release = released(QUESTIONS, GROUPS, asked)
    figures = truth(asked, release)
    for place in release.published:
        if place.role in {Role.POINTS, Role.SUM, Role.CHOSEN} and release.published[place]:
            answered = Place(Role.ANSWERED, place.group, place.question)
            assert figures[answered] >= 10
    assert all(figures[Place(Role.ANSWERED, g, q)] >= 10 for q, g in release.summaries)


def test_a_survey_without_small_figures_loses_nothing() -> None:
    asked = [
        person
        for language in ("c0", "c1")
        for district in ("c0", "c1", "c2")
        for answer in ("c0", "c1", "c2")
        for person in crowd(7, language, district, course=(answer,), needs=(answer,), rooms=2.0)
    ]
    release = released((COURSE, NEEDS, ROOMS), GROUPS, asked, [("language", "district")])
    assert {place for place in release.withheld if place.role is not Role.SLACK} == set()


def test_one_small_figure_costs_a_few_others_and_not_the_table() -> None:
    asked = [
        person
        for district in ("c0", "c1", "c2", "c3")
        for answer in ("c0", "c1", "c2")
        for many in [2 if (district, answer) == ("c0", "c0") else 12]
        for person in crowd(many, district=district, course=(answer,))
    ]
    release = released((COURSE,), (DISTRICT,), asked)
    assert told_apart(release, asked) == []
    assert len([place for place in release.withheld if place.role is Role.CHOSEN]) == 4


def table(rows: Sequence[Sequence[int]]) -> System:
    """A table with its sums: figures row by row, sums of rows, sums of columns, the sum of all."""
    high, width = len(rows), len(rows[0])
    inner = [figure for row in rows for figure in row]
    of_rows, of_columns = [sum(row) for row in rows], [sum(x) for x in zip(*rows, strict=True)]
    cells = [Cell(x, K, small=x < K, primary=x < K) for x in inner]
    cells += [Cell(x, K, cost=50) for x in (*of_rows, *of_columns)]
    cells.append(Cell(sum(inner), K, cost=FIXED))
    lines = [[at * width + x for x in range(width)] for at in range(high)]
    lines += [[at * width + x for at in range(high)] for x in range(width)]
    first = len(inner)
    lines += [list(range(first, first + high)), list(range(first + high, first + high + width))]
    sums = [*range(first, first + high + width), len(cells) - 1, len(cells) - 1]
    equations = [{**dict.fromkeys(x, 1.0), y: -1.0} for x, y in zip(lines, sums, strict=True)]
    return System(tuple(cells), tuple(equations), (tuple(range(len(equations))),))


def two_in_each_line(rows: Sequence[Sequence[int]], withheld: set[int]) -> bool:
    """The rule of thumb: no row and no column with exactly one withheld figure."""
    width = len(rows[0])
    lines = [[at * width + x for x in range(width)] for at in range(len(rows))]
    lines += [[at * width + x for at in range(len(rows))] for x in range(width)]
    return all(len(withheld.intersection(line)) != 1 for line in lines)


@pytest.mark.parametrize(
    ("rows", "withheld"),
    [
        # Sums that are small themselves: 1 + 2 in the first row, 2 + 1 in the first column …
        (((1, 2, 30), (2, 1, 40), (50, 60, 70)), {0, 1, 3, 4}),
        # Two in each line, and still one of them is known: rows 1 and 2 together, less the
        # columns 1 and 2 together, leave one figure alone.
        (
            ((3, 12, 4, 30), (14, 2, 20, 40), (50, 60, 1, 7), (30, 31, 2, 8)),
            {0, 1, 2, 4, 5, 10, 11, 14, 15},
        ),
    ],
)
def test_two_in_each_row_and_column_are_not_enough(
    rows: Sequence[Sequence[int]], withheld: set[int]
) -> None:
    system = table(rows)
    assert withheld >= system.primaries
    assert two_in_each_line(rows, withheld)
    assert derivable(system, withheld) != set()
    ours = suppressed(system)
    assert ours > system.primaries
    assert derivable(system, ours) == set()
