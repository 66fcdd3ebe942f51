"""Holidays and working days of a Thuringian town."""

from datetime import date

import pytest

from analysis.measures.workdays import Holidays

THURINGIA = Holidays("DE-TH")
EICHSFELD = Holidays("DE-TH", catholic=True)

HOLIDAYS_2027 = {
    "2027-01-01": "Neujahr",
    "2027-03-26": "Karfreitag",
    "2027-03-29": "Ostermontag",
    "2027-05-01": "Erster Mai",
    "2027-05-06": "Christi Himmelfahrt",
    "2027-05-17": "Pfingstmontag",
    "2027-09-20": "Weltkindertag",
    "2027-10-03": "Tag der Deutschen Einheit",
    "2027-10-31": "Reformationstag",
    "2027-12-25": "Erster Weihnachtstag",
    "2027-12-26": "Zweiter Weihnachtstag",
}
CORPUS_CHRISTI = date(2027, 5, 27)


@pytest.mark.parametrize(("day", "name"), HOLIDAYS_2027.items())
def test_thuringia_keeps_its_holidays_with_german_names(day: str, name: str) -> None:
    assert THURINGIA.name_of(date.fromisoformat(day)) == name


def test_there_are_no_others() -> None:
    days = [date.fromordinal(date(2027, 1, 1).toordinal() + n) for n in range(365)]
    kept = [day.isoformat() for day in days if THURINGIA.is_holiday(day)]
    assert kept == list(HOLIDAYS_2027)


def test_corpus_christi_is_kept_in_catholic_places_alone() -> None:
    assert EICHSFELD.name_of(CORPUS_CHRISTI) == "Fronleichnam"
    assert EICHSFELD.is_holiday(date(2027, 1, 1))
    assert THURINGIA.name_of(CORPUS_CHRISTI) is None
    assert (THURINGIA.is_workday(CORPUS_CHRISTI), EICHSFELD.is_workday(CORPUS_CHRISTI)) == (
        True,
        False,
    )


def test_world_childrens_day_is_a_holiday_since_2019() -> None:
    assert not THURINGIA.is_holiday(date(2018, 9, 20))
    assert THURINGIA.is_holiday(date(2019, 9, 20))


def test_another_land_keeps_others() -> None:
    assert Holidays("DE-BY").is_holiday(date(2027, 1, 6))
    assert not THURINGIA.is_holiday(date(2027, 1, 6))


def test_names_come_in_the_language_that_was_asked_for() -> None:
    english = Holidays("DE-TH", language="en_US")
    assert english.name_of(date(2027, 1, 1)) == "New Year's Day"


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2027-06-30", "2027-06-30"),  # a Wednesday stays
        ("2027-07-31", "2027-07-30"),  # Saturday
        ("2027-02-28", "2027-02-26"),  # Sunday, the end of the month
        ("2027-03-29", "2027-03-25"),  # Easter Monday: past Sunday, Saturday and Good Friday
        ("2028-01-01", "2027-12-31"),  # into the year before
        ("2027-12-26", "2027-12-24"),
        ("2026-10-31", "2026-10-30"),
    ],
)
def test_what_is_no_working_day_moves_to_the_one_before(day: str, before: str) -> None:
    assert THURINGIA.workday_by(date.fromisoformat(day)) == date.fromisoformat(before)


@pytest.mark.parametrize("wrong", ["DE-XX", "XX", "", "de"])
def test_an_unknown_land_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="no holidays are known"):
        Holidays(wrong)


def test_a_holiday_has_a_name_in_other_languages_or_its_own() -> None:
    childrens_day = date(2026, 9, 20)
    assert THURINGIA.named_in(childrens_day, "de") == ("Weltkindertag", "de")
    assert THURINGIA.named_in(childrens_day, "en") == ("World Children's Day", "en")
    assert THURINGIA.named_in(childrens_day, "ar") == ("Weltkindertag", "de")
    assert EICHSFELD.named_in(CORPUS_CHRISTI, "uk") == ("Свято Тіла і Крові Христових", "uk")
    for language in ("de", "uk", "ar"):
        assert THURINGIA.named_in(CORPUS_CHRISTI, language) is None


def test_of_far_years_nothing_is_known() -> None:
    assert THURINGIA.knows(2027)
    assert not THURINGIA.knows(2200)
