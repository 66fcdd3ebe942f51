"""ODK's own suite, when its assertions are at hand (docs/xpath.md says where they come from)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.conformance.suite import Case, cases_of, here, shares

APART = ("geo.test", "jr-itext.test")

Results = Mapping[str, Sequence[tuple[Case, bool]]]


@pytest.fixture(scope="module")
def results(odk_cases: Path) -> Results:
    """Every assertion with whether it holds. The suite ran on a day of its own: see `today()`."""
    cases = list(cases_of(odk_cases))
    days = [case.expected for case in cases if case.expression == "today()"]
    day = next(day for day in days if isinstance(day, str) and day[:2] == "20")
    return shares(cases, here(f"{day}T10:00:00"))


def test_ninety_seven_of_a_hundred_hold(results: Results) -> None:
    """All assertions."""
    assert _share(results, lambda _case: True) >= 0.97, _failing(results)


def test_ninety_nine_of_a_hundred_hold_where_surveys_need_them(results: Results) -> None:
    """Without places, translated texts and printed node-sets."""

    def needed(case: Case) -> bool:
        return case.kind != "nodeset" and not any(part in case.file for part in APART)

    assert _share(results, needed) >= 0.99, _failing(results)


def test_no_file_is_left_behind(results: Results) -> None:
    """At least four fifths of each."""
    shares_by_file = {
        file: sum(good for _, good in cases) / len(cases) for file, cases in results.items()
    }
    assert {file: share for file, share in shares_by_file.items() if share < 0.8} == {}


def _share(results: Results, wanted: Callable[[Case], bool]) -> float:
    found = [good for case, good in _all(results) if wanted(case)]
    return sum(found) / len(found)


def _failing(results: Results) -> list[str]:
    return [f"{case.file}: {case.expression}" for case, good in _all(results) if not good]


def _all(results: Results) -> Iterable[tuple[Case, bool]]:
    return (each for cases in results.values() for each in cases)
