"""What jobs stand on is looked at when they begin."""

import pytest

from analysis.measures.workdays import Holidays
from bot.surroundings import warn_of_years_without


def test_a_year_without_holidays_is_said_before_it_comes(caplog: pytest.LogCaptureFixture) -> None:
    holidays = Holidays("DE-TH")
    warn_of_years_without(holidays, 2026)
    assert not caplog.records
    warn_of_years_without(holidays, 2100)
    assert [vars(record)["year"] for record in caplog.records] == [2101]
